import { recordRoutes } from './record-routes.ts'
import { storyRoutes } from './story-routes.ts'

/** Every route of the newsroom. */
export const newsroomRoutes = { ...storyRoutes, ...recordRoutes }
