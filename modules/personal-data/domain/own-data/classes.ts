import type { RecordClass } from '../record-classes.ts'

/**
 * What of each record class is in the copy of one's own data (bản sao dữ liệu của tôi): its records, or why there are none.
 * A new class does not compile until somebody has thought of it.
 */
export const inOwnCopy = {
  'people': 'given',
  'holdings': 'given',
  'absences': 'given',
  'tasks': 'given',
  'evidence': 'given',
  'sheets': 'given',
  'ratings': 'given',
  'kinship': 'given',
  'results': 'given',
  'petitions': 'given',
  'papers': 'given',
  'meetings': 'given',
  'stories': 'given',
  'accounts': 'given',
  'sessions': 'given',
  'approvals': 'given',
  'ledger': 'given',
  'requests': 'given',
  'imports': 'of-others',
  'ballots': 'secret',
  'unit-evaluations': 'of-bodies',
  'sign-in-attempts': 'not-readable',
  'stored-files': 'with-evidence',
  'backups': 'copies',
  'device-drafts': 'on-device',
  'program-log': 'none-of-persons',
} as const satisfies Record<RecordClass, 'given' | 'of-others' | 'secret' | 'of-bodies' | 'not-readable' | 'with-evidence' | 'copies' | 'on-device' | 'none-of-persons'>

type Given<K extends RecordClass = RecordClass> = K extends K ? ((typeof inOwnCopy)[K] extends 'given' ? K : never) : never

/** Classes whose records are in the copy. */
export type OwnClass = Given

/** In the order of the copy. */
export const ownClasses = (Object.keys(inOwnCopy) as RecordClass[]).filter((name): name is OwnClass => inOwnCopy[name] === 'given')
