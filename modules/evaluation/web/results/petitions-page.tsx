import { useLoadPages } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import type { Column } from '#ui/data-table.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { resultsText } from './messages.ts'
import { PetitionActs, PetitionDue, PetitionStatusBadge } from './petition-card.tsx'
import type { Petition } from './result-view.ts'
import c from './results.module.css'

const filters = { status: choiceFilter(['open', 'overdue', 'settled']) }

/** Kiến nghị: those the actor filed or must answer, the nearest deadline first. */
export function PetitionsPage() {
  const words = useText(resultsText).petition
  const { campaigns } = useText(evaluationText)
  const { values, set, clear, active } = useFilters(filters)
  const list = useLoadPages(evaluationRoutes.listPetitions, { query: values.status === undefined ? {} : { status: values.status } })
  const columns: Column<Petition>[] = [
    {
      key: 'person',
      header: words.person,
      lead: true,
      width: '220px',
      cell: (row) => (
        <div className={c.person}>
          <span className={c.name}>{row.person.fullName}</span>
          <span className="td-quiet td-small">{row.campaignName}</span>
        </div>
      ),
    },
    {
      key: 'text',
      header: words.text,
      cell: (row) => (
        <div className={c.person}>
          <span className={c.excerpt}>{row.text}</span>
          <span className="td-quiet td-small">{words.filed(showMoment(row.filedAt))}</span>
        </div>
      ),
    },
    {
      key: 'status',
      header: words.status,
      width: '180px',
      cell: (row) => (
        <div className={c.lines}>
          <PetitionStatusBadge status={row.status} />
          {row.escalated && <StatusBadge tone="bad">{words.escalated}</StatusBadge>}
          {row.status === 'open' && row.decider !== null && <span className="td-quiet td-small">{words.answers(row.decider.fullName)}</span>}
        </div>
      ),
    },
    { key: 'due', header: words.due, width: '170px', cell: (row) => <PetitionDue petition={row} /> },
    {
      key: 'actions',
      header: words.actions,
      width: '200px',
      actions: true,
      cell: (row) => (
        <div className={c.rowActs}>
          <PetitionActs petition={row} />
          {!row.escalated && (
            <ButtonLink {...places.result(row.campaignId, row.person.id)} size="compact-md" variant="light">
              {words.see}
              <span className="td-hidden-text">: {row.person.fullName}</span>
            </ButtonLink>
          )}
        </div>
      ),
    },
  ]
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: campaigns, to: places.campaigns().to }]}>
      <FilterBar active={active} onClear={clear}>
        <SelectField
          label={words.status}
          value={values.status ?? null}
          none={words.any}
          onChange={(status) => set({ status: status ?? undefined })}
          choices={[
            { value: 'open', label: words.open },
            { value: 'overdue', label: words.overdue },
            { value: 'settled', label: words.settled },
          ]}
        />
      </FilterBar>
      <ListTable list={list} loadingRows={4} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={words.empty} noneBody={words.emptyBody} />
    </Page>
  )
}
