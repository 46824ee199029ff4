import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import { levelOnBoard, type Board, type BoardRow, type Meeting } from './council-view.ts'
import { councilText } from './messages.ts'
import c from './wall.module.css'

interface ConcludeDialogProps {
  meeting: Meeting
  board: Board
  words: LevelWords
  onClose: () => void
}

/** The authority makes what the meeting concluded its decisions; who has no level yet is left out and named. */
export function ConcludeDialog({ meeting, board, words: names, onClose }: ConcludeDialogProps) {
  const { conclude: words } = useText(councilText)
  const { refusals, cancel } = useText(evaluationText)
  const refresh = useRefresh()
  const mine = board.rows.filter((row) => row.can.includes('decide'))
  const settled = mine.filter((row) => row.proposal !== null || row.provisionalLevel !== 'insufficient_data')
  const rest = mine.filter((row) => !settled.includes(row))
  // The wall asks again every few seconds; what is decided is what stood here when it was opened.
  const { act, busy, error } = useAct(
    (rows: readonly BoardRow[], options) =>
      call(evaluationRoutes.conclude, { params: { meetingId: meeting.id }, body: { results: rows.map((row) => ({ personId: row.person.id, version: row.resultVersion, proposalVersion: row.proposalVersion })) } }, options),
    ({ decided }) => {
      void refresh(evaluationRoutes.meetingBoard, evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.getCampaign, evaluationRoutes.myWork, evaluationRoutes.quotas)
      toast(words.done(decided))
      onClose()
    },
  )
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className="td-stack">
        <p>{words.hint}</p>
        {settled.length === 0 && <p>{words.none}</p>}
        <ul className={c.concluded}>
          {settled.map((row) => (
            <li key={row.person.id}>
              <strong>{row.person.fullName}</strong>: {names.nameOf(row.proposal?.level ?? row.provisionalLevel)}
              {row.proposal !== null && row.proposal.reason !== '' && <span className="td-quiet"> ({row.proposal.reason})</span>}
              {row.decidedLevel !== null && row.decidedLevel !== levelOnBoard(row) && <span className="td-quiet"> ← {names.nameOf(row.decidedLevel)}</span>}
            </li>
          ))}
        </ul>
        {rest.length > 0 && <p className="td-quiet">{words.unsettled(rest.map((row) => row.person.fullName).join(', '))}</p>}
        <ErrorNotice error={error} refusals={refusals} />
        <DialogActions>
          <Button variant="default" onClick={onClose} disabled={busy}>
            {cancel}
          </Button>
          <Button onClick={() => void act(settled)} loading={busy} disabled={settled.length === 0}>
            {words.confirm(settled.length)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
