import { Button } from '@mantine/core'
import { IconArrowsMaximize, IconArrowsMinimize } from '#ui/icons.tsx'
import { useEffect, useRef, useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { sharedNotices, withoutNotes } from '../../domain/level-account.ts'
import { evaluationText } from '../messages.ts'
import { useLevels, useRulebook } from '../rulebook/use-rulebook.ts'
import { ConcludeDialog } from './conclude-dialog.tsx'
import { askAgain, type BoardRow, type Meeting } from './council-view.ts'
import { Lane } from './lane.tsx'
import { councilText } from './messages.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { QuotaSimulation } from './quota-simulation.tsx'
import { TieBreaks } from './tie-breaks.tsx'
import { WhyDialog } from './why-dialog.tsx'
import c from './wall.module.css'

/** The wall screen (màn hình hội nghị): equal posts side by side, quotas, what the meeting proposes. */
export function Wall({ meeting }: { meeting: Meeting }) {
  const { wall, propose, conclude } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const full = useFullScreen()
  const [proposing, setProposing] = useState<{ readonly row: BoardRow; readonly level: string | null }>()
  const [why, setWhy] = useState<BoardRow>()
  const [concluding, setConcluding] = useState(false)
  const { rulebook, error: rulebookError, retry } = useRulebook(meeting.campaign.rulebook.id, meeting.campaign.rulebook.version)
  const words = useLevels(rulebook)
  const board = useLoad(evaluationRoutes.meetingBoard, { params: { meetingId: meeting.id } }, meeting.status === 'open' ? { every: askAgain } : {})
  const back = useAct(
    (row: BoardRow, options) => call(evaluationRoutes.proposeLevel, { params: { meetingId: meeting.id, personId: row.person.id }, body: { version: row.proposalVersion, level: null, reason: '' } }, options),
    () => {
      void refresh(evaluationRoutes.meetingBoard)
      toast(propose.withdrawn)
    },
  )
  const { data } = board
  if (data === undefined || rulebook === undefined) {
    return (
      <>
        <ErrorNotice error={board.error ?? rulebookError} onRetry={board.error === null ? retry : () => void board.refetch()} />
        {board.error === null && rulebookError === null && <LoadingRows rows={8} />}
      </>
    )
  }
  const levels = rulebook.levels.filter((level) => level.ranked).map((level) => level.id)
  const groups = [...new Set(data.rows.map((row) => row.peerGroup))].sort((a, b) => a.localeCompare(b, 'vi'))
  const asSet = data.simulation.find((each) => each.base === data.base)?.quotas ?? []
  const shared = sharedNotices(data.rows.map((row) => row.warnings))
  const rows = data.rows.map((row) => ({ ...row, warnings: withoutNotes(row.warnings, shared) }))
  const whole = asSet.filter((quota) => quota.scope === '*')
  // Carried back to where the points put it, a card needs no proposal any more.
  const drop = (row: BoardRow, level: string | null) => {
    if (level !== null && level === row.provisionalLevel && row.proposal !== null) void back.act(row)
    else setProposing({ row, level })
  }
  return (
    <div ref={frame} className={c.wall} data-full={full || undefined}>
      <div className={`${c.tools} td-no-print`}>
        {whole.map((quota) => (
          <span key={quota.level} className={c.whole} data-over={quota.over > 0 || undefined}>
            {wall.whole} · {wall.quota(words.nameOf(quota.level), quota.proposed, quota.allowed)} · {wall.left(quota.allowed - quota.proposed)}
          </span>
        ))}
        <span className={c.grow} />
        {meeting.can.includes('conclude') && <Button onClick={() => setConcluding(true)}>{conclude.open}</Button>}
        <Button
          variant="default"
          leftSection={full ? <IconArrowsMinimize size={18} aria-hidden="true" /> : <IconArrowsMaximize size={18} aria-hidden="true" />}
          onClick={() => void (full ? document.exitFullscreen() : frame.current?.requestFullscreen())}
        >
          {full ? wall.leaveFull : wall.full}
        </Button>
      </div>
      <ErrorNotice error={board.error ?? back.error} refusals={refusals} onRetry={() => void board.refetch()} />
      {shared.map((note) => (
        <p key={note.code} className={`td-quiet ${c.shared}`}>
          {note[language]}
        </p>
      ))}
      <div className={c.board}>
        <div className={c.lanes}>
          {groups.map((group) => (
            <Lane
              key={group}
              group={group}
              rows={rows.filter((row) => row.peerGroup === group)}
              levels={levels}
              words={words}
              quotas={asSet.filter((quota) => quota.scope === group)}
              onPropose={drop}
              onWhy={setWhy}
            />
          ))}
        </div>
        <div className={c.aside}>
          <QuotaSimulation board={data} words={words} />
          <TieBreaks board={data} words={words} />
        </div>
      </div>
      {proposing !== undefined && <ProposeDialog meetingId={meeting.id} {...proposing} levels={levels} words={words} onClose={() => setProposing(undefined)} />}
      {why !== undefined && <WhyDialog campaignId={meeting.campaign.id} row={why} rulebook={rulebook} onClose={() => setWhy(undefined)} />}
      {concluding && <ConcludeDialog meeting={meeting} board={data} words={words} onClose={() => setConcluding(false)} />}
    </div>
  )
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  return full
}
