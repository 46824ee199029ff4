import { only, type Lines } from './line.ts'
import type { Somebody } from './people.ts'
import type { Thing } from './things.ts'
import { serves, servesOver } from './words.ts'

const newsroom = ['reporter', 'editor', 'director'] as const

/** Everybody of the newsroom of a unit reads its stories; whose turn it is shows when they save or act. */
const reads = (who: Somebody, { unit }: Thing): boolean => newsroom.some((role) => servesOver(who, role, unit))

/** Stories of the newsroom. */
export const rulesOfNewsroom: Lines = {
  'newsroom.listStories': only('nothing', 'Reporters, editors and directors list the stories of their unit and those below.', (who) => serves(who, ...newsroom)),
  'newsroom.createStory': only('nothing', 'Whoever writes begins a story in the unit of a post they hold.', (who) => serves(who, 'reporter', 'editor'), 'admitted'),
  'newsroom.getStory': only('story', 'Reporters, editors and directors read the stories of their unit and those below.', reads),
  'newsroom.getStoryVersion': only('story', 'Whoever reads a story reads its versions.', reads),
  'newsroom.importRecord': only('nothing', 'Whoever writes takes over an old record in the unit of a post they hold.', (who) => serves(who, 'reporter', 'editor'), 'admitted'),
  'newsroom.getRecord': only('story', 'Whoever reads a story takes the old record it came from.', reads),
  'newsroom.printStory': only('story', 'Whoever reads a story prints it.', reads),
  'newsroom.saveStory': only('story', 'Whoever reads a story may ask to change it; it is done for the author of a draft, afterwards for the department.', reads, 'admitted'),
  'newsroom.actOnStory': only('story', 'Whoever reads a story may ask for a step; it is done for the author and for the level the story waits for.', reads, 'admitted'),
}
