import type { Handlers } from '#platform/http/handler.ts'
import type { deskRoutes } from '../../contract/desk-routes.ts'
import type { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import type { readerRoutes } from '../../contract/reader-routes.ts'
import { addHeading } from './add-heading.ts'
import { addReader } from './add-reader.ts'
import { addSlot } from './add-slot.ts'
import { endHeading } from './end-heading.ts'
import { endReader } from './end-reader.ts'
import { endSlot } from './end-slot.ts'
import { exportDictionary } from './export-dictionary.ts'
import { getDesk } from './get-desk.ts'
import { getDictionary } from './get-dictionary.ts'
import { getHeadingUses } from './get-heading-uses.ts'
import { getStoryDesk } from './get-story-desk.ts'
import { importDictionary } from './import-dictionary.ts'
import { listReaders } from './list-readers.ts'
import { removeEntry } from './remove-entry.ts'
import { renameHeading } from './rename-heading.ts'
import { saveEntry } from './save-entry.ts'
import { saveStoryDesk } from './save-story-desk.ts'
import { saveTemplate } from './save-template.ts'
import { setReaderRate } from './set-reader-rate.ts'

/** Handlers of the desk's lists: columns, programmes and their slots, what a story carries beside its words. */
export const deskHandlers: Handlers<typeof deskRoutes> = { getDesk, addHeading, renameHeading, endHeading, getHeadingUses, saveTemplate, addSlot, endSlot, getStoryDesk, saveStoryDesk }

/** Handlers of the dictionary of abbreviations (từ điển đọc). */
export const dictionaryHandlers: Handlers<typeof dictionaryRoutes> = { getDictionary, saveEntry, removeEntry, exportDictionary, importDictionary }

/** Handlers of readers (người đọc) and their rates. */
export const readerHandlers: Handlers<typeof readerRoutes> = { listReaders, addReader, endReader, setReaderRate }
