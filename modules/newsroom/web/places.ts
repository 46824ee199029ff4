/** Stories of the newsroom. */
export const storiesPlace = '/newsroom/stories'
/** Who signs for whom. */
export const signingPlace = '/newsroom/signing'
/** The desk's lists: columns, programmes, dictionary, readers. */
export const deskPlace = '/newsroom/desk'
/** One story. */
export const storyPlace = (storyId: string): string => `${storiesPlace}/${storyId}`
