import { ButtonLink } from '#ui/button-link.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { useSession } from '#platform/web/session.ts'
import { places } from '../places.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'
import c from './sheet.module.css'

/** Why the sheet cannot be changed by this reader now, and whom it waits for. */
export function SheetStatus({ data }: { data: SubjectSheet }) {
  const words = useText(sheetText).status
  const { personId } = useSession()
  const { subject, campaign } = data
  const mine = subject.person.id === personId
  const superior = subject.superior?.fullName ?? words.authority
  const decider = subject.decider?.fullName ?? words.authority
  const said = ((): { title: string; body: string } => {
    switch (subject.status) {
      case 'waiting':
        return words.waiting
      case 'self_scoring':
        return {
          title: words.selfOther.title,
          body: [words.selfOther.body(subject.person.fullName, showDate(campaign.due.self)), ...(subject.superior?.id === personId ? [words.selfOther.thenYou] : [])].join(' '),
        }
      case 'superior_scoring':
        return mine
          ? { title: words.sentToSuperior.title, body: words.sentToSuperior.body(superior, showDate(campaign.due.superior)) }
          : { title: words.superiorOther.title, body: words.superiorOther.body(superior, showDate(campaign.due.superior)) }
      case 'scored':
        return words.scored
      case 'compiled':
        return { title: words.compiled.title, body: words.compiled.body(decider) }
      case 'decided':
        return words.decided
      case 'published':
        return words.published
    }
  })()
  return (
    <Notice tone={subject.status === 'published' ? 'good' : 'info'} title={said.title}>
      <p>{said.body}</p>
      {subject.status === 'published' && (
        <div>
          <ButtonLink {...places.result(campaign.id, subject.person.id)} size="compact-sm" variant="default">
            {words.toResult}
          </ButtonLink>
        </div>
      )}
    </Notice>
  )
}

/** Why a sheet came back, newest first; shown while it is being corrected. */
export function SheetReturned({ returned }: { returned: readonly { at: string; by: { fullName: string } | null; reason: string }[] }) {
  const words = useText(sheetText).returned
  if (returned.length === 0) return null
  return (
    <Notice tone="warn" title={words.title}>
      <ul className={c.returned}>
        {returned.map((one) => (
          <li key={one.at}>
            <span className="td-quiet td-small">{words.line(showMoment(one.at), one.by?.fullName ?? '')}: </span>
            {one.reason}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
