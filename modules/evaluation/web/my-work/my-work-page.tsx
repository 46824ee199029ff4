import { useState } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DeadlineBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { deadlineTone, showDate, showDeadline, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { ReadNotice } from '#ui/read-notice.tsx'
import { useText } from '#ui/text.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { places } from '../places.ts'
import { myWorkText } from './messages.ts'
import { useOtherWork, type OtherWork } from './other-work.ts'
import { groupWork, placeOf, type DueGroup, type WorkBundle, type WorkItem } from './work-groups.ts'
import c from './my-work.module.css'

/** Việc của tôi: everything that waits for the person signed in, by deadline, one click from where it is done. */
export function MyWorkPage() {
  const words = useText(myWorkText)
  const session = useSession()
  const work = useLoad(sheetRoutes.myWork, {}, { every: 60_000, keep: true })
  const { work: others, error } = useOtherWork()
  const items = work.data?.items ?? []
  const count = [...items, ...(others ?? [])].reduce((sum, item) => sum + item.count, 0)
  const known = work.data !== undefined && others !== undefined
  return (
    <Page title={words.title} description={known ? words.description(count) : ' '}>
      <ReadNotice error={work.error ?? error} readAt={work.dataUpdatedAt} onRetry={() => void work.refetch()} />
      {work.isPending && <LoadingRows rows={6} />}
      {known && count === 0 && (
        <EmptyState
          title={words.emptyTitle}
          action={
            <div className="td-row">
              <ButtonLink {...places.tasks()}>{words.toTasks}</ButtonLink>
              <ButtonLink {...places.campaigns()} variant="default">
                {words.toCampaigns}
              </ButtonLink>
            </div>
          }
        >
          {words.emptyBody}
        </EmptyState>
      )}
      {groupWork(items, others ?? [], session.today).map(({ group, bundles, others: elsewhere }) => (
        <section key={group} className={c.group} aria-labelledby={`due-${group}`}>
          <h2 id={`due-${group}`} data-group={group}>
            {words.groups[group]}
          </h2>
          <ul className={c.list}>
            {bundles.map((bundle) => (
              <Bundle key={bundle.key} bundle={bundle} group={group} />
            ))}
            {elsewhere.map((other) => (
              <Other key={other.key} other={other} group={group} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

const shownAtOnce = 6

function Bundle({ bundle, group }: { bundle: WorkBundle; group: DueGroup }) {
  const words = useText(myWorkText)
  const [all, setAll] = useState(false)
  const { items } = bundle
  const only = items.length === 1 ? items[0] : undefined
  const { personId } = useSession()
  const language = useLanguage()
  const raterKind = items[0]?.raterKind ?? null
  const kind = raterKind === null ? words.kinds[bundle.kind] : words.rateAs(raterKind.name[language])
  const name = only === undefined ? '' : nameOf(only, personId)
  const severalDays = items.some((item) => item.due !== bundle.due)
  const title = bundle.count > 1 ? words.many(kind, bundle.count) : kind
  return (
    <li className={c.card} data-group={group}>
      <div className={c.head}>
        <div className={c.title}>
          {only ? (
            <Link {...placeOf(only)} className={c.go}>
              {title}
              {name !== '' && <span>: {name}</span>}
            </Link>
          ) : (
            <span className={c.several}>{title}</span>
          )}
          {bundle.campaignName !== '' && <span className="td-quiet td-small">{bundle.campaignName}</span>}
        </div>
        <Due due={bundle.due} workingDaysLeft={bundle.workingDaysLeft} />
      </div>
      {only === undefined && (
        <ul className={c.items}>
          {(all ? items : items.slice(0, shownAtOnce)).map((item) => (
            <li key={`${item.personId ?? ''}${item.taskId ?? ''}${item.resultId ?? ''}${item.title}`}>
              <Link {...placeOf(item)}>{nameOf(item, personId) || kind}</Link>
              {severalDays && item.due !== null && <span className="td-quiet td-small"> {showDate(item.due)}</span>}
            </li>
          ))}
          {items.length > shownAtOnce && (
            <li>
              <button type="button" className={c.more} aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? words.fewer : words.others(items.length - shownAtOnce)}
              </button>
            </li>
          )}
        </ul>
      )}
      {bundle.kind === 'superior_score' && items.length > 1 && items[0]?.campaignId != null && (
        <p className="td-small">
          <Link {...places.sheetFile(items[0].campaignId)}>{words.inExcel}</Link>
        </p>
      )}
      {bundle.remindedAt !== null && <p className={c.reminded}>{words.reminded(showMoment(bundle.remindedAt))}</p>}
    </li>
  )
}

/** What an item is about, as far as its kind and campaign do not say it already. */
function nameOf(item: WorkItem, me: string | null): string {
  const title = item.title === item.campaignName ? '' : item.title
  const person = item.personId === me || title === item.personName ? '' : item.personName
  return [title, person].filter((text) => text !== '').join(' – ')
}

/** Work of another module: how much waits, and the way there. */
function Other({ other: { title, of, count, due, place }, group }: { other: OtherWork; group: DueGroup }) {
  const words = useText(myWorkText)
  return (
    <li className={c.card} data-group={group}>
      <div className={c.head}>
        <div className={c.title}>
          <Link {...place} className={c.go}>
            {count > 1 ? words.many(title, count) : title}
          </Link>
          <span className="td-quiet td-small">{of}</span>
        </div>
        <Due due={due} workingDaysLeft={null} />
      </div>
    </li>
  )
}

function Due({ due, workingDaysLeft }: Pick<WorkBundle, 'due' | 'workingDaysLeft'>) {
  const { today } = useSession()
  const language = useLanguage()
  if (due === null) return null
  const deadline = { due, today, ...(workingDaysLeft === null ? {} : { workingDays: workingDaysLeft }) }
  return (
    <span className={c.due}>
      <DeadlineBadge tone={deadlineTone(deadline)}>{showDeadline(deadline, language)}</DeadlineBadge>
      <span className="td-quiet td-small">{showDate(due)}</span>
    </span>
  )
}
