import { isRefused } from '#ui/error-words.ts'
import { useAutosave, type Autosave } from '#platform/web/offline/use-autosave.ts'
import { sheetView } from '../../contract/views.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { sheetWork } from '../offline/send-sheet.ts'
import { contentOf, emptyContent, type SubjectSheet } from './sheet-content.ts'

/** What the server has when a save was refused because somebody saved in between. */
export interface StoredNow {
  readonly content: SheetContent
  readonly version: number
  readonly savedAt: string | null
  readonly submitted: boolean
}

export interface SheetDraft {
  readonly autosave: Autosave<SheetContent>
  /** What the present text began from: the version last known to be stored. */
  readonly base: SheetContent
  readonly conflict: StoredNow | undefined
  /** Sends what waits; the stored version when everything is stored, undefined otherwise. */
  readonly settle: () => Promise<number | undefined>
  /** Goes on with a merged sheet on top of what is stored now. */
  readonly resolve: (merged: SheetContent, now: StoredNow) => void
}

const storedShape = sheetView.pick({ points: true, judgements: true, lists: true, strengths: true, weaknesses: true, comment: true, proposedLevel: true, version: true, savedAt: true, submittedAt: true })

/** One rater's sheet while it is filled in: saved by itself, told apart from what others saved, never lost. */
export function useSheetDraft(data: SubjectSheet, rater: RaterColumn): SheetDraft {
  const [own] = data.sheets.filter((sheet) => sheet.rater === rater)
  const stored = { value: own === undefined ? emptyContent : contentOf(own), version: own?.version ?? 0 }
  const autosave = useAutosave<SheetContent>({ ...sheetWork(data, rater), stored })
  return {
    autosave,
    base: autosave.stored().value,
    conflict: conflictOf(autosave),
    settle: async () => {
      await autosave.flush()
      return autosave.waiting() ? undefined : autosave.stored().version
    },
    resolve: (merged, now) => void autosave.keepMine({ value: now.content, version: now.version }, merged),
  }
}

function conflictOf({ progress }: Autosave<SheetContent>): StoredNow | undefined {
  if (progress.status !== 'refused' || !isRefused(progress.error) || progress.error.code !== 'evaluation.sheet.changed') return undefined
  const now = storedShape.safeParse(progress.error.data['current'])
  if (!now.success) return { content: emptyContent, version: 0, savedAt: null, submitted: false }
  return { content: contentOf(now.data), version: now.data.version, savedAt: now.data.savedAt, submitted: now.data.submittedAt !== null }
}
