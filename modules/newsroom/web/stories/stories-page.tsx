import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoadPages } from '#platform/web/load.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import type { Column } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { FilterBar, Form } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { Link, useGo } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { storyStages } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'
import { ImportDialog } from './import-dialog.tsx'
import { StateBadge } from './state-badge.tsx'
import type { Story } from './story-view.ts'

type Row = Pick<Story, 'id' | 'title' | 'column' | 'category' | 'stage' | 'author' | 'unit' | 'changedAt'>

const choices = ['all', ...storyStages] as const
const filters = { show: choiceFilter(choices) }

/** Tin, bài: what waits for the reader first, then everything of the newsroom by state. */
export function StoriesPage() {
  const words = useText(newsroomText)
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
    { key: 'column', header: words.column, width: '170px', cell: (row) => row.column ?? '' },
    { key: 'author', header: words.author, width: '180px', cell: (row) => row.author.name },
    { key: 'state', header: words.state, width: '190px', cell: (row) => <StateBadge stage={row.stage} /> },
    { key: 'changed', header: words.changed, width: '160px', cell: (row) => showMoment(row.changedAt) },
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

function CreateDialog({ onClose }: { onClose: () => void }) {
  const words = useText(newsroomText)
  const go = useGo()
  const [draft, setDraft] = useState({ title: '', column: '', category: '' })
  const [tried, setTried] = useState(false)
  const orNone = (text: string) => (text.trim() === '' ? null : text)
  const create = useAct(
    (input: typeof draft, options) => call(storyRoutes.createStory, { body: { title: input.title, column: orNone(input.column), category: orNone(input.category) } }, options),
    ({ id }) => go(storyPlace(id)),
  )
  const submit = () => {
    setTried(true)
    if (draft.title.trim() !== '') void create.act(draft)
  }
  return (
    <Dialog title={words.create} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.createSave} busy={create.busy}>
        <ErrorNotice error={create.error} refusals={words.refusals} />
        <TextField label={words.heading} hint={words.headingHint} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} maxLength={300} autoFocus error={tried && draft.title.trim() === '' ? words.headingNeeded : undefined} />
        <TextField label={words.column} value={draft.column} onChange={(column) => setDraft({ ...draft, column })} maxLength={120} />
        <TextField label={words.category} value={draft.category} onChange={(category) => setDraft({ ...draft, category })} maxLength={120} />
      </Form>
    </Dialog>
  )
}
