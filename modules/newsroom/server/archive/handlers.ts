import type { Handlers } from '#platform/http/handler.ts'
import type { archiveRoutes } from '../../contract/archive-routes.ts'
import { archiveStory } from './archive-story.ts'
import { deleteStory } from './delete-story.ts'
import { getAfterAir } from './get-after-air.ts'
import { evidencePack } from './make-evidence.ts'
import { searchStories } from './search-stories.ts'

/** Handlers of the archive (kho lưu): search, keeping, evidence. */
export const archiveHandlers: Handlers<typeof archiveRoutes> = { searchStories, getAfterAir, archiveStory, deleteStory, evidencePack }
