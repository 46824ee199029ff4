import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import type { Column } from '#ui/data-table.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { ListTable } from '#ui/list-table.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { requestRoutes } from '../../contract/request-routes.ts'
import { kindWords } from '../../domain/requests/words.ts'
import { personalDataText } from '../messages.ts'
import { personalDataPlace, requestsPlace, wayPlaceOf } from '../places.ts'
import { SectionLinks } from '../section-links.tsx'
import { AnswerDialog, CompleteDialog } from './answer-dialog.tsx'
import { requestsText } from './messages.ts'
import { RequestAbout, RequestDue, RequestStatusBadge, RequestTexts, Terms, type Request } from './request-parts.tsx'
import c from './requests.module.css'

const filters = { show: choiceFilter(['open', 'settled']) }

/** Yêu cầu của chủ thể dữ liệu: what waits for an answer or for its completion, with the days left. */
export function RequestsPage() {
  const words = useText(requestsText)
  const { title } = useText(personalDataText)
  const language = useLanguage()
  const { values, set, clear, active } = useFilters(filters)
  const show = values.show ?? 'open'
  const list = useLoadPages(requestRoutes.listRequests, { query: { show } })
  const counts = useLoad(requestRoutes.requestCounts, {})
  const columns: Column<Request>[] = [
    {
      key: 'asker',
      header: words.asker,
      lead: true,
      width: '240px',
      cell: (row) => (
        <div className={c.lines}>
          <strong>{row.asker.name}</strong>
          <span className="td-small">{kindWords[row.kind][language]}</span>
          <span className="td-quiet td-small">{words.filed(showMoment(row.filedAt))}</span>
        </div>
      ),
    },
    {
      key: 'about',
      header: words.about,
      cell: (row) => (
        <div className={c.lines}>
          <span className="td-small">
            <RequestAbout request={row} />
          </span>
          <RequestTexts request={row} />
        </div>
      ),
    },
    {
      key: 'due',
      header: words.due,
      width: '230px',
      cell: (row) => (
        <div className={c.lines}>
          <RequestStatusBadge status={row.status} />
          <RequestDue request={row} />
        </div>
      ),
    },
    { key: 'acts', header: words.acts, width: '220px', actions: true, cell: (row) => <RequestActs request={row} /> },
  ]
  const overdue = counts.data?.overdue ?? 0
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: title, to: personalDataPlace }]} actions={<SectionLinks here={requestsPlace} />}>
      {overdue > 0 && (
        <Notice tone="bad" alert>
          <p>
            <strong>{words.overdueNow(overdue)}</strong>
          </p>
        </Notice>
      )}
      <FilterBar active={active} onClear={clear}>
        <SelectField
          label={words.show}
          value={show}
          none={null}
          onChange={(next) => set({ show: next === 'settled' ? next : undefined })}
          choices={[
            { value: 'open', label: words.open },
            { value: 'settled', label: words.settled },
          ]}
        />
      </FilterBar>
      <ListTable list={list} loadingRows={4} caption={words.caption} columns={columns} rowKey={(row) => row.id} rowTone={(row) => (row.next?.overdue === true ? 'bad' : undefined)} none={words.none} noneBody={words.noneBody} />
      <Terms />
    </Page>
  )
}

function RequestActs({ request }: { request: Request }) {
  const words = useText(requestsText)
  const [doing, setDoing] = useState<'answer' | 'complete'>()
  const way = request.next === null ? undefined : wayPlaceOf(request)
  return (
    <div className={c.lines}>
      {request.can.includes('accept') && (
        <Button size="compact-md" onClick={() => setDoing('answer')}>
          {words.answer}
          <span className="td-hidden-text">: {request.asker.name}</span>
        </Button>
      )}
      {request.can.includes('complete') && (
        <Button size="compact-md" onClick={() => setDoing('complete')}>
          {words.complete}
          <span className="td-hidden-text">: {request.asker.name}</span>
        </Button>
      )}
      {request.can.includes('withdraw') && <span className="td-quiet td-small">{words.own}</span>}
      {way !== undefined && request.way !== null && (
        <ButtonLink to={way} size="compact-md" variant="light">
          {words.ways[request.way]}
        </ButtonLink>
      )}
      {doing === 'answer' && <AnswerDialog request={request} onClose={() => setDoing(undefined)} />}
      {doing === 'complete' && <CompleteDialog request={request} onClose={() => setDoing(undefined)} />}
    </div>
  )
}
