import type { ReactNode } from 'react'
import { DataTable } from '#ui/data-table.tsx'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import type { PersonLine } from '../../contract/views.ts'
import { holdingStatusTerms, termOf } from '../../domain/reference-lists.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { peopleText } from './messages.ts'

interface PeopleTableProps {
  people: readonly PersonLine[]
  date: string | undefined
  caption: string
  empty?: ReactNode
  more?: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing?: boolean
}

/** People with their main post, unit and status: nothing more of them leaves the server for a list. */
export function PeopleTable({ people, date, caption, empty, more, refreshing = false }: PeopleTableProps) {
  const words = useText(peopleText)
  const shared = useText(organisationText)
  const language = useLanguage()
  return (
    <DataTable
      caption={caption}
      rows={people}
      rowKey={(person) => person.id}
      empty={empty}
      more={more}
      refreshing={refreshing}
      columns={[
        { key: 'name', header: words.name, width: '190px', cell: (person) => <Link {...places.person(person.id, date)}>{person.fullName}</Link> },
        { key: 'code', header: shared.code, cell: (person) => person.code, hideOnPhone: true },
        {
          key: 'post',
          header: shared.post,
          cell: (person) =>
            person.post === null ? (
              <span className="td-quiet">{words.noPost}</span>
            ) : (
              <>
                {person.post}
                {person.morePosts > 0 && <span className="td-quiet td-small"> {words.more(person.morePosts)}</span>}
              </>
            ),
        },
        { key: 'unit', header: shared.unit, cell: (person) => (person.unit === null ? '' : <Link {...places.unit(person.unit.id, date)}>{person.unit.name}</Link>) },
        { key: 'status', header: shared.status, cell: (person) => (person.status === null ? '' : termOf(holdingStatusTerms, person.status, language)) },
      ]}
    />
  )
}
