import type { Handlers } from '#platform/http/handler.ts'
import type { prompterRoutes } from '../../contract/prompter-routes.ts'
import { printCueSheet } from '../documents/print-cue-sheet.ts'
import { storyDocx } from '../documents/story-docx.ts'
import { getRundownPrompter } from './get-rundown-prompter.ts'
import { getStoryPrompter } from './get-story-prompter.ts'
import { orderPrompter } from './order-prompter.ts'
import { reportPrompter } from './report-prompter.ts'

/** Handlers of the prompter (máy nhắc chữ), the cue sheet (bảng phát) and the script as DOCX. */
export const prompterHandlers: Handlers<typeof prompterRoutes> = { getRundownPrompter, getStoryPrompter, orderPrompter, reportPrompter, printCueSheet, storyDocx }
