import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DeadlineBadge, StatusBadge } from '#ui/badges.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { deadlineTone, showDate, showDeadline, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import type { Tone } from '#ui/notice.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { resultsText } from './messages.ts'
import type { Petition } from './result-view.ts'
import { TextDialog } from './text-dialog.tsx'
import c from './result-page.module.css'

const tones: Record<Petition['status'], Tone> = { open: 'warn', upheld: 'neutral', replaced: 'good', withdrawn: 'neutral' }

/** The status of a petition in words. */
export function PetitionStatusBadge({ status }: { status: Petition['status'] }) {
  return <StatusBadge tone={tones[status]}>{useText(evaluationText).petitionStatus[status]}</StatusBadge>
}

/** When a petition must be answered, in working days. */
export function PetitionDue({ petition }: { petition: Petition }) {
  const { today } = useSession()
  const language = useLanguage()
  if (petition.status !== 'open') return <span>{showDate(petition.dueOn)}</span>
  const deadline = { due: petition.dueOn, today, workingDays: petition.workingDaysLeft }
  return (
    <span className="td-row">
      <span>{showDate(petition.dueOn)}</span>
      <DeadlineBadge tone={deadlineTone(deadline)}>{showDeadline(deadline, language)}</DeadlineBadge>
    </span>
  )
}

/** One petition in full with what may be done about it. */
export function PetitionCard({ petition }: { petition: Petition }) {
  const words = useText(resultsText).petition
  return (
    <div className={c.petition}>
      <div className="td-row">
        <PetitionStatusBadge status={petition.status} />
        <span className="td-quiet td-small">{words.filed(showMoment(petition.filedAt))}</span>
        {petition.status === 'open' && (
          <>
            <span className="td-small">{words.due}:</span> <PetitionDue petition={petition} />
          </>
        )}
      </div>
      <p className={c.prose}>{petition.text}</p>
      {petition.answer !== '' && (
        <div>
          <span className={c.label}>{words.answered(petition.answeredBy?.fullName ?? '', petition.answeredAt === null ? '' : showMoment(petition.answeredAt))}</span>
          <p className={c.prose}>{petition.answer}</p>
        </div>
      )}
      <PetitionActs petition={petition} />
    </div>
  )
}

/** Answering, for the authority; withdrawing, for the petitioner. */
export function PetitionActs({ petition }: { petition: Petition }) {
  const words = useText(resultsText).petition
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [doing, setDoing] = useState<'answer' | 'withdraw' | 'remind'>()
  if (petition.can.length === 0) return null
  return (
    <div className="td-row">
      {petition.can.includes('answer') && (
        <Button size="compact-md" onClick={() => setDoing('answer')} aria-label={words.answerFor(petition.person.fullName)}>
          {words.answer}
        </Button>
      )}
      {petition.can.includes('withdraw') && (
        <Button size="compact-md" variant="default" onClick={() => setDoing('withdraw')}>
          {words.withdraw}
        </Button>
      )}
      {petition.can.includes('remind') && (
        <Button size="compact-md" variant="default" onClick={() => setDoing('remind')}>
          {words.remind}
        </Button>
      )}
      {doing === 'remind' && (
        <TextDialog
          title={words.remindTitle(petition.decider?.fullName ?? '')}
          hint={words.remindHint}
          submitLabel={words.remind}
          send={(text, options) => call(evaluationRoutes.remindPetition, { params: { petitionId: petition.id }, body: { text: text.slice(0, 300) } }, options)}
          onSent={() => {
            toast(words.reminded)
            setDoing(undefined)
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
      {doing === 'answer' && <AnswerDialog petition={petition} onClose={() => setDoing(undefined)} />}
      {doing === 'withdraw' && (
        <ConfirmDialog
          title={words.withdrawTitle}
          confirmLabel={words.withdraw}
          refusals={refusals}
          onClose={() => setDoing(undefined)}
          onConfirm={async () => {
            await call(evaluationRoutes.withdrawPetition, { params: { petitionId: petition.id }, body: { version: petition.version } }, { requestId: newRequestId() })
            await refresh(evaluationRoutes.listPetitions, evaluationRoutes.getResult, evaluationRoutes.listResults, evaluationRoutes.myWork)
            toast(words.withdrawn)
          }}
        >
          <p>{words.withdrawBody}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
