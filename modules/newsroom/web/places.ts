/** Stories of the newsroom. */
export const storiesPlace = '/newsroom/stories'
/** Who signs for whom. */
export const signingPlace = '/newsroom/signing'
/** The desk's lists: columns, programmes, dictionary, readers. */
export const deskPlace = '/newsroom/desk'
/** Rundowns of a week. */
export const rundownsPlace = '/newsroom/rundowns'
/** One rundown. */
export const rundownPlace = (rundownId: string): string => `${rundownsPlace}/${rundownId}`
/** The as-run log. */
export const airingsPlace = '/newsroom/airings'
/** The plan of the week. */
export const planningPlace = '/newsroom/planning'
/** How long stories wait. */
export const waitingPlace = '/newsroom/waiting'
/** Notices of the one who reads. */
export const noticesPlace = '/newsroom/notices'
/** One story. */
export const storyPlace = (storyId: string): string => `${storiesPlace}/${storyId}`
/** The prompter of a rundown. */
export const prompterPlace = (rundownId: string): string => `/newsroom/prompter/rundowns/${rundownId}`
/** The prompter of one story. */
export const storyPrompterPlace = (storyId: string): string => `/newsroom/prompter/stories/${storyId}`
/** A remote of a rundown's prompters. */
export const prompterRemotePlace = (rundownId: string): string => `/newsroom/prompter/remote/${rundownId}`
/** All films and sound. */
export const libraryPlace = '/newsroom/library'
/** Search of the archive. */
export const archivePlace = '/newsroom/archive'
/** Corrections of what aired. */
export const correctionsPlace = '/newsroom/corrections'
/** One correction. */
export const correctionPlace = (correctionId: string): string => `${correctionsPlace}/${correctionId}`
/** Royalties. */
export const royaltiesPlace = '/newsroom/royalties'
