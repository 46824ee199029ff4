import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MeetingId } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { leastReason } from '../../domain/decision.ts'
import { evaluationText } from '../messages.ts'
import { LevelReason } from '../rulebook/level-reason.tsx'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import { levelOnBoard, type BoardRow } from './council-view.ts'
import { councilText } from './messages.ts'

interface ProposeDialogProps {
  meetingId: MeetingId
  row: BoardRow
  /** Where the card was carried to; null when its handle was only pressed. */
  level: string | null
  levels: readonly string[]
  words: LevelWords
  onClose: () => void
}

/** A proposal of the meeting (mức đề nghị), with its reason where it is not the provisional level. */
export function ProposeDialog({ meetingId, row, level: carried, levels, words: names, onClose }: ProposeDialogProps) {
  const words = useText(councilText).propose
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [level, setLevel] = useState<string | null>(carried ?? (levels.includes(levelOnBoard(row)) ? levelOnBoard(row) : null))
  const [reason, setReason] = useState(row.proposal?.reason ?? '')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.proposeLevel>, options) => call(evaluationRoutes.proposeLevel, { params: { meetingId, personId: row.person.id }, body }, options),
    (_, sent) => {
      void refresh(evaluationRoutes.meetingBoard)
      toast(sent.level === null ? words.withdrawn : words.stored)
      onClose()
    },
  )
  const differs = level !== null && level !== row.provisionalLevel
  const submit = () => {
    setTried(true)
    if (level === null || (differs && reason.trim().length < leastReason)) return
    void act({ version: row.proposalVersion, level, reason: differs ? reason : '' })
  }
  return (
    <Dialog title={words.title(row.person.fullName)} onClose={onClose}>
      <Form
        onSubmit={submit}
        submitLabel={words.submit}
        busy={busy}
        otherActions={
          row.proposal === null ? undefined : (
            <Button variant="default" disabled={busy} onClick={() => void act({ version: row.proposalVersion, level: null, reason: '' })}>
              {words.back}
            </Button>
          )
        }
      >
        <RadioField label={words.level} value={level} onChange={setLevel} choices={[...levels, 'not_rated'].map((each) => ({ value: each, label: names.nameOf(each) }))} />
        {differs && (
          <LevelReason label={words.reason} hint={words.reasonHint} needed={words.reasonNeeded(leastReason)} value={reason} onChange={setReason} tried={tried} />
        )}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
