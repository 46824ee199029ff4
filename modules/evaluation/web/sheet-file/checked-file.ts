import type { z } from 'zod'
import type { sheetFileView } from '../../contract/sheet-file-routes.ts'

/** What a file brought back would do, as the screen receives it. */
export type CheckedFile = z.output<typeof sheetFileView>
