import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import { PeopleTable } from '../people/people-table.tsx'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { searchText } from './messages.ts'
import c from './search.module.css'

/** Finds people and units by name or code: “dao manh” finds Đào Mạnh, exact accents first. */
export function SearchPage() {
  const words = useText(searchText)
  const refusals = useText(refusalTexts)
  const { values, set } = useFilters({ q: textFilter() })
  const text = (values.q ?? '').trim().slice(0, 100)
  const found = useLoad(organisationRoutes.search, { query: { text } }, { enabled: text !== '' })
  const { people, units } = text === '' || found.data === undefined ? { people: [], units: [] } : found.data
  const nothing = people.length === 0 && units.length === 0
  return (
    <Page title={words.title}>
      <div className={c.box}>
        <SearchField label={words.field} placeholder={words.hint} value={values.q ?? ''} onChange={(q) => set({ q })} autoFocus />
      </div>
      <p className="td-hidden-text" role="status">
        {text !== '' && found.data !== undefined && !found.isPlaceholderData ? words.found(people.length, units.length) : ''}
      </p>
      <ErrorNotice error={found.error} refusals={refusals} onRetry={() => void found.refetch()} />
      {text === '' && <p className="td-quiet">{words.begin}</p>}
      {text !== '' && found.isPending && found.error === null && <LoadingRows rows={6} />}
      {text !== '' && found.data !== undefined && !found.isPlaceholderData && nothing && (
        <EmptyState title={words.nothing(text)}>{words.nothingBody}</EmptyState>
      )}
      {people.length > 0 && (
        <section className="td-stack-tight" aria-busy={found.isPlaceholderData}>
          <h2>{words.people}</h2>
          <PeopleTable people={people} date={undefined} caption={words.people} refreshing={found.isPlaceholderData} />
        </section>
      )}
      {units.length > 0 && (
        <Section title={words.units}>
          <ul className={c.units}>
            {units.map((unit) => (
              <li key={unit.id}>
                <Link {...places.unit(unit.id)}>{unit.name}</Link>
                <span className="td-quiet td-small">{[unit.code, unit.path].filter((part) => part !== '').join(' · ')}</span>
                {!unit.alive && <StatusBadge tone="warn">{words.ended}</StatusBadge>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
