import { useAutosave, type Autosave } from '#platform/web/offline/use-autosave.ts'
import { isRefused } from '#ui/error-words.ts'
import { unitSheetView } from '../../contract/unit-views.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import { unitSheetWork } from '../offline/send-unit-sheet.ts'
import type { UnitFile, UnitSheet } from './round-types.ts'
import { emptyUnitContent, unitContentOf, type UnitSheetContent } from './unit-content.ts'

/** What the server has when a save was refused because somebody saved in between. */
export interface UnitStoredNow {
  readonly content: UnitSheetContent
  readonly version: number
  readonly savedAt: string | null
}

export interface UnitDraft {
  readonly autosave: Autosave<UnitSheetContent>
  readonly conflict: UnitStoredNow | undefined
  /** Sends what waits; whether everything is stored. */
  readonly settle: () => Promise<boolean>
}

const storedShape = unitSheetView.pick({ points: true, facts: true, lists: true, comment: true, proposedLevel: true, version: true, savedAt: true })

/** One side's sheet on an organisation while it is filled in: saved by itself, as a person's sheet is. */
export function useUnitDraft(file: UnitFile, rater: UnitRater, own: UnitSheet | undefined): UnitDraft {
  const stored = { value: own === undefined ? emptyUnitContent : unitContentOf(own), version: own?.version ?? 0 }
  const autosave = useAutosave<UnitSheetContent>({ ...unitSheetWork(file, rater), stored })
  return {
    autosave,
    conflict: conflictOf(autosave),
    settle: async () => {
      await autosave.flush()
      return !autosave.waiting()
    },
  }
}

function conflictOf({ progress }: Autosave<UnitSheetContent>): UnitStoredNow | undefined {
  if (progress.status !== 'refused' || !isRefused(progress.error) || progress.error.code !== 'evaluation.sheet.changed') return undefined
  const now = storedShape.safeParse(progress.error.data['current'])
  if (!now.success) return { content: emptyUnitContent, version: 0, savedAt: null }
  return { content: unitContentOf(now.data), version: now.data.version, savedAt: now.data.savedAt }
}
