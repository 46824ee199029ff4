import { parseIsoDate } from '#kernel/calendar-date.ts'
import { useLoadPages } from '#platform/web/load.ts'
import type { z } from 'zod'
import type { Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { archiveRoutes, type foundStory } from '../../contract/archive-routes.ts'
import { storyStages } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { storyPlace } from '../places.ts'
import { StateBadge } from '../stories/state-badge.tsx'
import { archiveText } from './messages.ts'

type Row = z.output<typeof foundStory>

const wheres = ['all', 'said'] as const
const filters = { text: textFilter(), where: choiceFilter(wheres), person: textFilter(), place: textFilter(), column: textFilter(), category: textFilter(), from: textFilter(), to: textFilter(), stage: choiceFilter(storyStages) }

/** Tìm trong kho: stories by their words, by who and what is named, and by when they aired. */
export function ArchivePage() {
  const words = useText(archiveText)
  const { refusals, states } = useText(newsroomText)
  const { values, set, clear, active } = useFilters(filters)
  const dayOf = (text: string | undefined) => parseIsoDate(text ?? '')
  const query = { ...values, from: dayOf(values.from), to: dayOf(values.to) }
  const list = useLoadPages(archiveRoutes.searchStories, { query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) })
  const columns: Column<Row>[] = [
    {
      key: 'story',
      header: words.story,
      lead: true,
      cell: (row) => (
        <>
          <Link to={storyPlace(row.id)}>{row.title}</Link>
          {row.snippet.length > 0 && <div className="td-small">{row.snippet.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</div>}
        </>
      ),
    },
    { key: 'column', header: words.column, width: '160px', cell: (row) => row.column ?? '' },
    { key: 'author', header: words.author, width: '160px', cell: (row) => row.author.name },
    { key: 'stage', header: words.stage, width: '170px', cell: (row) => <StateBadge stage={row.stage} /> },
    { key: 'aired', header: words.aired, width: '150px', cell: (row) => (row.airedAt === null ? '' : showMoment(row.airedAt)) },
  ]
  return (
    <Page title={words.title} description={words.description}>
      <NewsroomNav />
      <FilterBar active={active} onClear={clear}>
        <SearchField label={words.text} placeholder={words.textHint} value={values.text ?? ''} onChange={(text) => set({ text })} autoFocus />
        <SelectField label={words.where} value={values.where ?? 'all'} none={null} onChange={(where) => set({ where: where === 'said' ? where : undefined })} choices={wheres.map((value) => ({ value, label: words.wheres[value] }))} />
        <SearchField label={words.person} value={values.person ?? ''} onChange={(person) => set({ person })} />
        <SearchField label={words.place} value={values.place ?? ''} onChange={(place) => set({ place })} />
        <SearchField label={words.column} value={values.column ?? ''} onChange={(column) => set({ column })} />
        <SearchField label={words.category} value={values.category ?? ''} onChange={(category) => set({ category })} />
        <DateField label={words.from} value={values.from ?? null} onChange={(from) => set({ from: from ?? undefined })} />
        <DateField label={words.to} value={values.to ?? null} onChange={(to) => set({ to: to ?? undefined })} />
        <SelectField label={words.stage} value={values.stage ?? null} none={words.all} onChange={(stage) => set({ stage: stage ?? undefined })} choices={storyStages.map((value) => ({ value, label: states[value] }))} />
      </FilterBar>
      <ListTable list={list} refusals={refusals} loadingRows={6} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={words.none} noneBody={words.noneBody} />
    </Page>
  )
}
