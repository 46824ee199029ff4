import { useRef } from 'react'
import { call } from '#platform/web/client.ts'
import { isRefused } from '#ui/error-words.ts'
import { useAutosave, type Autosave } from '#ui/use-autosave.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { sheetView } from '../../contract/views.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { SheetContent } from '../../domain/sheet.ts'
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
  /** Goes on with a merged sheet on top of the version now stored. */
  readonly resolve: (merged: SheetContent, version: number) => void
}

const storedShape = sheetView.pick({ points: true, judgements: true, strengths: true, weaknesses: true, comment: true, proposedLevel: true, version: true, savedAt: true, submittedAt: true })

/** One rater's sheet while it is filled in: saved by itself, told apart from what others saved, never lost. */
export function useSheetDraft(data: SubjectSheet, rater: RaterColumn): SheetDraft {
  const campaignId = data.campaign.id
  const personId = data.subject.person.id
  const [own] = data.sheets.filter((sheet) => sheet.rater === rater)
  const stored = { value: own === undefined ? emptyContent : contentOf(own), version: own?.version ?? 0 }
  const known = useRef(stored)
  const autosave = useAutosave<SheetContent>({
    key: `sheet.${campaignId}.${personId}.${rater}`,
    stored,
    save: async (value, attempt) => {
      const reply = await call(
        sheetRoutes.saveSheet,
        { params: { campaignId, personId, rater }, body: { version: attempt.version, ...mutable(value) } },
        { requestId: attempt.requestId },
      )
      known.current = { value, version: reply.version }
      return reply
    },
  })
  const latest = useRef(autosave.value)
  latest.current = autosave.value
  return {
    autosave,
    base: known.current.value,
    conflict: conflictOf(autosave),
    settle: async () => {
      await autosave.flush()
      return JSON.stringify(known.current.value) === JSON.stringify(latest.current) ? known.current.version : undefined
    },
    resolve: (merged, version) => {
      if (autosave.stale !== undefined) autosave.dropStale()
      autosave.change(merged)
      void autosave.keepMine(version)
    },
  }
}

function conflictOf({ progress }: Autosave<SheetContent>): StoredNow | undefined {
  if (progress.status !== 'refused' || !isRefused(progress.error) || progress.error.code !== 'evaluation.sheet.changed') return undefined
  const now = storedShape.safeParse(progress.error.data['current'])
  if (!now.success) return { content: emptyContent, version: 0, savedAt: null, submitted: false }
  return { content: contentOf(now.data), version: now.data.version, savedAt: now.data.savedAt, submitted: now.data.submittedAt !== null }
}

function mutable(content: SheetContent) {
  return { ...content, points: { ...content.points }, judgements: { ...content.judgements } }
}
