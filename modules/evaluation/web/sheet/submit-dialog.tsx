import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import { asksSuperior } from '../../domain/raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'
import type { ReactNode } from 'react'

interface SubmitDialogProps {
  data: SubjectSheet
  rulebook: CompiledRulebook
  rater: RaterColumn
  /** Stores what waits; the stored version, or undefined when something is not stored. */
  settle: () => Promise<number | undefined>
  onClose: () => void
  /** What is about to be sent, for a last look. */
  children: ReactNode
}

/** What sending on is called: to the superior, or on at once where no superior scores. */
export function sendWord(words: { self: string; alone: string; superior: string }, rulebook: CompiledRulebook, group: string, rater: RaterColumn): string {
  if (rater === 'superior') return words.superior
  return asksSuperior(rulebook, group) ? words.self : words.alone
}

/** Sends a sheet on after a last look; first everything typed is stored. */
export function SubmitDialog({ data, rulebook, rater, settle, onClose, children }: SubmitDialogProps) {
  const words = useText(sheetText).submit
  const common = useText(evaluationText)
  const refresh = useRefresh()
  const { campaign, subject } = data
  const [unsaved, setUnsaved] = useState(false)
  const { act, busy, error } = useAct(
    (version: number, options) =>
      call(evaluationRoutes.submitSheet, { params: { campaignId: campaign.id, personId: subject.person.id, rater }, body: { version } }, options),
    () => {
      toast(words.done)
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork, evaluationRoutes.listParticipants, evaluationRoutes.getCampaign)
      onClose()
      // The page now says whom the sheet waits for, at its top.
      window.scrollTo({ top: 0 })
    },
  )
  const send = async () => {
    setUnsaved(false)
    const version = await settle()
    if (version === undefined) setUnsaved(true)
    else await act(version)
  }
  return (
    <Dialog title={rater === 'self' ? words.titleSelf : words.titleSuperior} onClose={onClose}>
      <div className="td-stack">
        <p>{rater === 'self' && asksSuperior(rulebook, subject.group) ? words.explainSelf(subject.superior?.fullName ?? words.theSuperior) : words.explainSuperior}</p>
        <p>{words.ready}</p>
        {children}
        {unsaved && (
          <Notice tone="warn" alert>
            <p>{words.unsaved}</p>
          </Notice>
        )}
        <ErrorNotice error={error} refusals={common.refusals} />
        <DialogActions>
          <Button variant="default" onClick={onClose} disabled={busy}>
            {common.cancel}
          </Button>
          <Button onClick={() => void send()} loading={busy}>
            {sendWord(words, rulebook, subject.group, rater)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
