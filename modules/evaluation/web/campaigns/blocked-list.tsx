import type { ReactNode } from 'react'
import { showDate } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

type Blocked = Campaign['blocked'][number]

/** What stands in the way of an act: what is missing, and the place where it is put right. */
export function BlockedList({ campaign, blocked }: { campaign: Campaign; blocked: readonly Blocked[] }) {
  if (blocked.length === 0) return null
  return (
    <ul className={c.blocked}>
      {blocked.map((obstacle) => (
        <li key={obstacle.code}>
          <Obstacle campaign={campaign} obstacle={obstacle} />
        </li>
      ))}
    </ul>
  )
}

function Obstacle({ campaign, obstacle }: { campaign: Campaign; obstacle: Blocked }): ReactNode {
  const words = useText(campaignsText).blocked
  const { refusals } = useText(evaluationText)
  const { code, data } = obstacle
  const count = (name: string) => Number(data[name] ?? 0)
  const people = (search: Record<string, string>, text: string) => (
    <Link to={places.campaign(campaign.id).to} search={search}>
      {text}
    </Link>
  )
  switch (code) {
    case 'evaluation.campaign.unresolved':
      if (count('participants') === 0) return words.nobody
      return (
        <>
          {words.unresolved(count('unresolved'))} {people({ only: 'unresolved' }, words.showUnresolved)}
        </>
      )
    case 'evaluation.campaign.raters-missing':
      return (
        <>
          {words.ratersMissing(count('missing'))} {people({ tab: 'raters', short: 'yes' }, words.showShort)}
        </>
      )
    case 'evaluation.campaign.raters-waiting':
      return (
        <>
          {words.ratersWaiting(count('waiting'))} {people({ tab: 'raters' }, words.showRaters)}
        </>
      )
    case 'evaluation.campaign.not-all-scored':
      return (
        <>
          {words.notScored(count('missing'))}{' '}
          {campaign.counts.byStatus.self_scoring > 0 && people({ status: 'self_scoring' }, `${words.showSelf} (${campaign.counts.byStatus.self_scoring})`)}{' '}
          {campaign.counts.byStatus.superior_scoring > 0 && people({ status: 'superior_scoring' }, `${words.showSuperior} (${campaign.counts.byStatus.superior_scoring})`)}
        </>
      )
    case 'evaluation.campaign.not-all-decided':
      return (
        <>
          {words.notDecided(count('missing'))} <Link {...places.results(campaign.id, { only: 'undecided' })}>{words.showUndecided}</Link>
        </>
      )
    case 'evaluation.campaign.meeting-open':
      return (
        <>
          {words.meetingOpen} <Link {...places.meetings(campaign.id)}>{words.showMeetings}</Link>
        </>
      )
    case 'evaluation.campaign.quota-exceeded':
      return (
        <>
          {words.quota(overWords(data['quotas'], words))} <Link {...places.results(campaign.id)}>{words.showQuota}</Link>
        </>
      )
    case 'evaluation.campaign.open-petitions':
      return (
        <>
          {words.petitions(count('open'))} <Link {...places.petitions()}>{words.showPetitions}</Link>
        </>
      )
    case 'evaluation.campaign.petition-window':
      return words.window(showDate(String(data['until'] ?? '')))
    default:
      return refusals[code] ?? code
  }
}

interface QuotaWords {
  readonly quotaWhole: (over: number) => string
  readonly quotaGroup: (scope: string, over: number) => string
}

function overWords(quotas: unknown, words: QuotaWords): string {
  if (!Array.isArray(quotas)) return ''
  const list: readonly { scope?: unknown; over?: unknown }[] = quotas
  return list.map(({ scope, over }) => (scope === '*' ? words.quotaWhole(Number(over)) : words.quotaGroup(String(scope), Number(over)))).join(', ')
}
