import type { z } from 'zod'
import { useLoad } from '#platform/web/load.ts'
import { isRefused } from '#ui/error-words.ts'
import { useAutosave, type Autosave } from '#platform/web/offline/use-autosave.ts'
import { rulebookDraftWork } from '../offline/send-rulebook-draft.ts'
import { editionRoutes, type checkView, type editionRow } from '../../contract/edition-routes.ts'

export type Edition = z.output<typeof editionRow>
export type Check = z.output<typeof checkView>

export interface EditionDraft {
  readonly autosave: Autosave<string>
  /** The last check that came back, of the version it names. */
  readonly check: Check | undefined
  /** The text shown is not the text that was checked. */
  readonly checking: boolean
  readonly checkError: unknown
  /** The version now stored. */
  readonly version: number
  /** Everything typed is stored. */
  readonly stored: boolean
  /** Somebody else saved in between. */
  readonly conflict: boolean
}

/** The text of a draft while it is written: saved by itself, checked after each save, told apart from what others saved. */
export function useEditionDraft(edition: Edition, source: string): EditionDraft {
  const autosave = useAutosave<string>({ ...rulebookDraftWork(edition), stored: { value: source, version: edition.version } })
  const { version } = autosave.stored()
  const checked = useLoad(editionRoutes.checkEdition, { params: { editionId: edition.id }, query: { version } })
  const { progress } = autosave
  const stored = !autosave.unsaved
  return {
    autosave,
    check: checked.data,
    checking: !stored || checked.isPlaceholderData || checked.isPending,
    checkError: checked.error,
    version,
    stored,
    conflict: progress.status === 'refused' && isRefused(progress.error) && progress.error.code === 'evaluation.rulebook.changed',
  }
}
