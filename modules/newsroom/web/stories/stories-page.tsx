import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { useLoadPages } from '#platform/web/load.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import type { Column } from '#ui/data-table.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { storyStages } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { storyPlace } from '../places.ts'
import { waitingText } from '../waiting/messages.ts'
import { useSpan } from '../waiting/span-words.ts'
import { CreateDialog } from './create-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { StateBadge } from './state-badge.tsx'

type Row = ReceivedOf<typeof storyRoutes.listStories>['items'][number]

const choices = ['all', ...storyStages] as const
const filters = { show: choiceFilter(choices) }

/** Tin, bài: what waits for the reader first, then everything of the newsroom by state. */
export function StoriesPage() {
  const words = useText(newsroomText)
  const { waited } = useText(waitingText)
  const span = useSpan()
  const { personId } = useSession()
  const mayWrite = useMay('newsroom:write') && personId !== null
  const { values, set, clear } = useFilters(filters)
  const show = values.show ?? 'waiting'
  const query = show === 'waiting' ? { waiting: 'true' } : show === 'all' ? {} : { stage: show }
  const list = useLoadPages(storyRoutes.listStories, { query })
  const [creating, setCreating] = useState(false)
  const [importing, setImporting] = useState(false)
  const columns: Column<Row>[] = [
    { key: 'title', header: words.heading, lead: true, cell: (row) => <Link to={storyPlace(row.id)}>{row.title}</Link> },
    { key: 'column', header: words.column, width: '140px', cell: (row) => row.column ?? '' },
    { key: 'author', header: words.author, width: '150px', cell: (row) => row.author.name },
    { key: 'state', header: words.state, width: '176px', cell: (row) => <StateBadge stage={row.stage} /> },
    { key: 'waited', header: waited, width: '120px', cell: (row) => (row.waits === null ? '' : span(row.waits.ms)) },
    { key: 'changed', header: words.changed, width: '155px', cell: (row) => showMoment(row.changedAt) },
  ]
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        mayWrite && (
          <>
            <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden="true" />} onClick={() => setImporting(true)}>
              {words.importButton}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
              {words.create}
            </Button>
          </>
        )
      }
    >
      <NewsroomNav />
      <FilterBar active={values.show === undefined ? 0 : 1} onClear={clear}>
        <SelectField
          label={words.show}
          value={show}
          none={null}
          onChange={(next) => set({ show: choices.find((each) => each === next) })}
          choices={[{ value: 'waiting', label: words.waiting }, { value: 'all', label: words.all }, ...storyStages.map((stage) => ({ value: stage, label: words.states[stage] }))]}
        />
      </FilterBar>
      <ListTable list={list} refusals={words.refusals} loadingRows={6} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={show === 'waiting' ? words.noneWaiting : words.none} noneBody={words.noneBody} />
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  )
}
