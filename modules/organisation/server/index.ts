export { foundCommittee } from './found-committee.ts'
export { postsHeld } from './posts-held.ts'
