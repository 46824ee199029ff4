/** What the command line and the server use of old records (hồ sơ tin, bài của hệ thống cũ). */
export { exportRecord, importRecord, type ImportedRecord, type RecordPiece } from './import-record.ts'
export { recordJson, type RecordJson } from './record-json.ts'
export { filesNamedIn } from './record-files.ts'
export { scriptOf } from './script-of.ts'
export { type RecordBlock } from './read-blocks.ts'
export { type RecordDoubt, type RecordFault } from './record-fault.ts'
export { type PersonMatch, type RecordPerson } from './record-people.ts'
