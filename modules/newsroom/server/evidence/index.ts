/** What the command line checks a pack of evidence (hồ sơ chứng minh) with: neither database nor server. */
export { checkEvidence, type EvidenceFault, type EvidenceReport } from './check-evidence.ts'
export { isApproved, type AiredWords } from './aired-words.ts'
export type { ToldFilm } from './told.ts'
export { confidenceWords } from '../../domain/archive/legal-source.ts'
