/** What the server and the command line use to exchange stories (trao đổi tin, bài) with others. */
export { canonicalContent } from '../approval/content.ts'
export { proposeSlug } from '../story/story.ts'
export { captionsOfScript, type Captions, type CaptionTiming, type Cue } from './captions.ts'
export type { ExchangedStory } from './exchanged-story.ts'
export { toNewsml } from './newsml.ts'
export { toNinjs, type Ninjs } from './ninjs.ts'
export { readNinjs, type ReadNinjs } from './read-ninjs.ts'
export { toWebVtt } from './webvtt.ts'
