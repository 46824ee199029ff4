import { Button } from '@mantine/core'
import { useState } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { AskDialog } from './ask-dialog.tsx'
import { BallotForm } from './ballot-form.tsx'
import { ConflictDialog } from './conflicts.tsx'
import type { Meeting, Question } from './council-view.ts'
import { CountForm } from './count-form.tsx'
import { EndDialog } from './end-dialog.tsx'
import { councilText } from './messages.ts'
import c from './ballot.module.css'

/** Secret ballots: what an attendee votes on now, what a teller counts, what has been decided. */
export function BallotTab({ meeting }: { meeting: Meeting }) {
  const { ballot: words } = useText(councilText)
  const [asking, setAsking] = useState(false)
  const open = meeting.questions.filter((question) => question.status === 'open')
  const ended = meeting.questions.filter((question) => question.status !== 'open').reverse()
  return (
    <div className="td-stack">
      {meeting.can.includes('ask') && open.length === 0 && (
        <div>
          <Button onClick={() => setAsking(true)}>{words.ask}</Button>
        </div>
      )}
      {open.map((question) => (
        <OpenQuestion key={question.id} meeting={meeting} question={question} />
      ))}
      {open.length === 0 && !meeting.can.includes('ask') && meeting.status === 'open' && <EmptyState title={words.waitForOne} />}
      {ended.map((question) => (
        <Ended key={question.id} question={question} />
      ))}
      {meeting.questions.length === 0 && (meeting.status !== 'open' || meeting.can.includes('ask')) && <p className="td-quiet">{words.none}</p>}
      {asking && <AskDialog meeting={meeting} onClose={() => setAsking(false)} />}
    </div>
  )
}

function Head({ question }: { question: Question }) {
  const { ballot: words } = useText(councilText)
  return (
    <div className={c.head}>
      <h2>{question.title}</h2>
      <StatusBadge tone={question.status === 'open' ? 'info' : question.status === 'closed' ? 'good' : 'warn'}>{words.status[question.status]}</StatusBadge>
    </div>
  )
}

function OpenQuestion({ meeting, question }: { meeting: Meeting; question: Question }) {
  const { ballot: words, conflict } = useText(councilText)
  const [ending, setEnding] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { mine, can } = question
  return (
    <section className={`td-panel ${c.question}`} aria-label={question.title}>
      <Head question={question} />
      <p className="td-quiet">{question.method === 'devices' ? words.progress(question.voted, question.entitled) : words.onPaper(question.entitled)}</p>
      {can.includes('vote') && <BallotForm question={question} />}
      {can.includes('vote') && question.subject !== null && (
        <div>
          <Button variant="subtle" onClick={() => setLeaving(true)}>
            {conflict.ownHere}
          </Button>
        </div>
      )}
      {leaving && can.includes('vote') && <ConflictDialog meeting={meeting} own about={question.subject} onClose={() => setLeaving(false)} />}
      {question.method === 'devices' && mine.voted && <p role="status">{words.done}</p>}
      {mine.barred !== null && <p>{words.barred(conflict.cause[mine.barred])}</p>}
      {meeting.attends && question.method === 'devices' && !mine.entitled && mine.barred === null && <p className="td-quiet">{words.notEntitled}</p>}
      {question.differs && (
        <p className={c.differs} role="alert">
          {words.differs}
        </p>
      )}
      {can.includes('count') && <CountForm key={mine.figuresVersion} question={question} />}
      {question.waitingFor.length > 0 && <p className="td-small">{words.waitsFor(question.waitingFor.map((one) => one.fullName).join(', '))}</p>}
      <Outside question={question} />
      {can.includes('close') && (
        <div>
          <Button variant="default" onClick={() => setEnding(true)}>
            {words.end}
          </Button>
        </div>
      )}
      {ending && <EndDialog question={question} onClose={() => setEnding(false)} />}
    </section>
  )
}

function Outside({ question }: { question: Question }) {
  const { ballot: words, conflict } = useText(councilText)
  if (question.barred.length === 0) return null
  return <p className="td-small">{words.outside(question.barred.map((each) => `${each.person.fullName} (${conflict.cause[each.cause]})`).join(', '))}</p>
}

function Ended({ question }: { question: Question }) {
  const { ballot: words } = useText(councilText)
  const language = useLanguage()
  const { result } = question
  const most = result === null ? 0 : Math.max(1, ...Object.values(result.counts))
  return (
    <section className={`td-panel ${c.question}`} aria-label={question.title}>
      <Head question={question} />
      {question.closingReason !== '' && <p>{words.closedEarly(question.closingReason)}</p>}
      {result !== null && (
        <>
          <dl className={c.totals}>
            {question.choices.map((choice) => {
              const count = result.counts[choice.id] ?? 0
              return (
                <div key={choice.id}>
                  <dt>{choice[language]}</dt>
                  <dd>
                    <meter className={c.bar} min={0} max={most} value={count} aria-hidden="true" /> {words.result(count)}
                  </dd>
                </div>
              )
            })}
          </dl>
          <p className="td-quiet td-small">
            {words.issued}: {result.issued}. {words.collected}: {result.collected}. {words.invalid}: {result.invalid}.
          </p>
        </>
      )}
      <Outside question={question} />
    </section>
  )
}
