/** Stories of the newsroom. */
export const storiesPlace = '/newsroom/stories'
/** One story. */
export const storyPlace = (storyId: string): string => `${storiesPlace}/${storyId}`
