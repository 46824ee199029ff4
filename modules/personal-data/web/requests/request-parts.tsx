import type { z } from 'zod'
import { useSession } from '#platform/web/session.ts'
import { DeadlineBadge, StatusBadge } from '#ui/badges.tsx'
import { deadlineTone, showDate, showDeadline, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { requestView } from '../../contract/request-routes.ts'
import { termsOn } from '../../domain/requests/terms.ts'
import { statusWords } from '../../domain/requests/words.ts'
import { requestsText } from './messages.ts'
import c from './requests.module.css'

export type Request = z.output<typeof requestView>

const tones: Record<Request['status'], Tone> = { filed: 'warn', accepted: 'info', refused: 'neutral', done: 'good', withdrawn: 'neutral' }

/** Where a request stands, in words. */
export function RequestStatusBadge({ status }: { status: Request['status'] }) {
  return <StatusBadge tone={tones[status]}>{statusWords[status][useLanguage()]}</StatusBadge>
}

/** When its next step is due, and how long that is. */
export function RequestDue({ request: { next } }: { request: Request }) {
  const { today } = useSession()
  const language = useLanguage()
  if (next === null) return null
  const deadline = { due: next.due, today, ...(next.counted === 'working' ? { workingDays: next.daysLeft } : {}) }
  return (
    <span className="td-row">
      <span>{showDate(next.due)}</span>
      <DeadlineBadge tone={deadlineTone(deadline)}>{showDeadline(deadline, language)}</DeadlineBadge>
    </span>
  )
}

/** The reason, the answer with its ground, what was done. */
export function RequestTexts({ request }: { request: Request }) {
  const words = useText(requestsText)
  return (
    <div className={c.texts}>
      <p className={c.prose}>{request.reason}</p>
      {request.answeredAt !== null && (
        <div className={c.answer}>
          <span className="td-quiet td-small">{words.answerOf(request.answeredBy ?? '', showMoment(request.answeredAt))}</span>
          <p className={c.prose}>{request.answer}</p>
          {request.ground !== '' && (
            <p className="td-small">
              {words.ground}: {request.ground}
            </p>
          )}
        </div>
      )}
      {request.completedAt !== null && (
        <div className={c.answer}>
          <span className="td-quiet td-small">{words.outcome(showMoment(request.completedAt))}</span>
          <p className={c.prose}>{request.outcome}</p>
        </div>
      )}
    </div>
  )
}

/** What a request is about. */
export function RequestAbout({ request }: { request: Request }) {
  const words = useText(requestsText)
  return (
    <>
      {request.className[useLanguage()]}: {request.record?.title ?? words.whole}
    </>
  )
}

/** The times in force, the texts they come from, and how these are known. */
export function Terms() {
  const words = useText(requestsText)
  const terms = termsOn(useSession().today)
  const days = Object.values(terms.complete.days)
  return (
    <p className="td-quiet td-small">
      {words.terms(terms.answer.workingDays, terms.answer.source)} {words.confidence[terms.answer.confidence]} {words.completeTerms(Math.min(...days), Math.max(...days), terms.complete.source)} {words.confidence[terms.complete.confidence]}
    </p>
  )
}
