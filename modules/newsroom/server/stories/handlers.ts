import type { Handlers } from '#platform/http/handler.ts'
import type { recordRoutes } from '../../contract/record-routes.ts'
import type { storyRoutes } from '../../contract/story-routes.ts'
import { actOnStory } from './act-on-story.ts'
import { createStory } from './create-story.ts'
import { getStory } from './get-story.ts'
import { getStoryVersion } from './get-story-version.ts'
import { listStories } from './list-stories.ts'
import { getRecord } from '../records/get-record.ts'
import { importRecord } from '../records/import-record.ts'
import { printStory } from '../documents/print-story.ts'
import { saveStory } from './save-story.ts'

/** Handlers of stories (tin, bài). */
export const storyHandlers: Handlers<typeof storyRoutes & typeof recordRoutes> = { listStories, createStory, getStory, getStoryVersion, getRecord, importRecord, printStory, saveStory, actOnStory }
