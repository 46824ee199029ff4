import type { z } from 'zod'
import type { contentShape } from '../../contract/content-shape.ts'
import type { storyView } from '../../contract/story-routes.ts'

/** A story as the server shows it. */
export type Story = z.output<typeof storyView>

/** What a story says, as it is sent. */
export type StoryContent = z.output<typeof contentShape>
