import { Button } from '@mantine/core'
import { useState } from 'react'
import { asId, isUuid } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showBytes, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { importRoutes } from '../../contract/import-routes.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { ImportView } from '../../contract/views.ts'
import { specOf } from '../../domain/import/columns.ts'
import { organisationText } from '../messages.ts'
import { NotThere } from '../not-there.tsx'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { importTones } from './import-page.tsx'
import { ImportRows, sizeOf } from './import-rows.tsx'
import { importText } from './messages.ts'
import { describeProblem, problemWords } from './problem-words.ts'
import { spreadsheetWords } from './spreadsheet-words.ts'
import c from './import.module.css'

const pollMs = 700

/** One import from upload to done: progress of the check, preview, confirmation, what came of it. */
export function ImportRunPage() {
  const words = useText(importText)
  const { title } = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const importId = useParam('importId')
  const [checked, setChecked] = useState(false)
  const load = useLoad(importRoutes.getImport, { params: { importId } }, { enabled: isUuid(importId), ...(checked ? {} : { every: pollMs }) })
  const run = load.data?.id === importId ? load.data : undefined
  const done = run !== undefined && run.status !== 'checking'
  if (done !== checked) setChecked(done)
  return (
    <Page
      title={run?.fileName ?? words.title}
      description={run && `${showMoment(run.uploadedAt)} · ${showBytes(run.byteSize, language)}`}
      crumbs={[
        { label: title, ...places.home() },
        { label: words.title, ...places.imports() },
      ]}
      mark={run && <StatusBadge tone={importTones[run.status]}>{words.status[run.status]}</StatusBadge>}
      actions={
        done && (
          <ButtonLink {...places.imports()} variant="default">
            {words.again}
          </ButtonLink>
        )
      }
    >
      <ErrorNotice error={load.error} refusals={refusals} onRetry={() => void load.refetch()} />
      {!isUuid(importId) && <NotThere code="organisation.import.not-found" />}
      {isUuid(importId) && run === undefined && load.error === null && <LoadingRows rows={5} />}
      {run?.status === 'checking' && <Checking run={run} />}
      {run !== undefined && done && <Outcome run={run} />}
      {run !== undefined && done && run.status !== 'failed' && run.status !== 'discarded' && run.counts.some((count) => sizeOf(count) > 0) && <Counts run={run} />}
      {run !== undefined && (run.status === 'ready' || run.status === 'refused') && run.counts.some((count) => sizeOf(count) > 0) && <ImportRows checked={run} />}
    </Page>
  )
}

type Count = ImportView['counts'][number]

function Checking({ run }: { run: ImportView }) {
  const words = useText(importText)
  const counted = run.phase === 'storing_preview' && run.total > 0
  return (
    <div className="td-panel td-stack-tight" role="status">
      <p>
        <strong>{words.phase[run.phase]}</strong>{' '}
        {run.total > 0 && (
          <span className="td-quiet">
            {counted ? `${run.done}/${run.total}` : run.total} {words.rowsOf}
          </span>
        )}
      </p>
      <progress className={c.progress} aria-label={words.phase[run.phase]} {...(counted ? { value: run.done, max: run.total } : {})} />
      <p className="td-quiet td-small">{words.leaveOpen}</p>
    </div>
  )
}

function Outcome({ run }: { run: ImportView }) {
  const words = useText(importText)
  const reasons = useText(spreadsheetWords)
  const refusals = useText(refusalTexts)
  const sum = (outcome: 'new' | 'changed' | 'unchanged' | 'faulty'): number => run.counts.reduce((total, count) => total + count[outcome], 0)
  switch (run.status) {
    case 'checking':
      return null
    case 'failed': {
      const code = run.failure ?? 'platform.unexpected'
      const facts = run.notices[0] ?? { sheet: '', cell: '', found: '', expected: '' }
      const own = refusals[code]
      return (
        <Notice tone="bad" title={words.failedTitle} alert>
          <p>{typeof own === 'string' ? own : describeProblem(reasons, code, facts)}</p>
        </Notice>
      )
    }
    case 'refused':
      return (
        <>
          <Notice tone="bad" title={words.refusedTitle} alert>
            <p>{words.refusedBody(sum('faulty'))}</p>
            <Settle run={run} changes={0} />
          </Notice>
          <Notices run={run} />
        </>
      )
    case 'ready': {
      const changes = sum('new') + sum('changed')
      return (
        <>
          <Notice tone="good" title={words.readyTitle}>
            <p>{changes === 0 ? words.readySame : words.readyBody(sum('new'), sum('changed'))}</p>
            <Settle run={run} changes={changes} />
          </Notice>
          <Notices run={run} />
        </>
      )
    }
    case 'confirmed':
      return (
        <Notice tone="good" title={words.confirmedTitle}>
          <p>{words.confirmedBody(sum('new'), sum('changed'), sum('unchanged'))}</p>
          <div className="td-row">
            <ButtonLink {...places.home()}>{words.toTree}</ButtonLink>
            <ButtonLink {...places.people()} variant="default">
              {words.toPeople}
            </ButtonLink>
          </div>
        </Notice>
      )
    case 'discarded':
      return <Notice tone="neutral" title={words.discardedTitle} />
  }
}

function Settle({ run, changes }: { run: ImportView; changes: number }) {
  const words = useText(importText)
  const refusals = useText(refusalTexts)
  const refresh = useRefresh()
  const importId = asId<'import'>(run.id)
  const settled = (text: string) => {
    toast(text)
    const { getUnitTree, getUnit, listPeople, getPerson, search } = organisationRoutes
    void refresh(importRoutes.getImport, importRoutes.listImports, getUnitTree, getUnit, listPeople, getPerson, search)
  }
  const confirm = useAct(
    (_: string, options) => call(importRoutes.confirmImport, { params: { importId } }, options),
    () => settled(words.confirmed),
  )
  const discard = useAct(
    (_: string, options) => call(importRoutes.discardImport, { params: { importId } }, options),
    () => settled(words.discarded),
  )
  return (
    <>
      <ErrorNotice error={confirm.error ?? discard.error} refusals={refusals} />
      <div className="td-row">
        {run.can.confirm && (
          <Button loading={confirm.busy} disabled={discard.busy} onClick={() => void confirm.act('confirm')}>
            {changes === 0 ? words.confirmSame : words.confirm(changes)}
          </Button>
        )}
        {run.can.discard && (
          <Button variant="default" loading={discard.busy} disabled={confirm.busy} onClick={() => void discard.act('discard')}>
            {words.discard}
          </Button>
        )}
      </div>
    </>
  )
}

function Notices({ run }: { run: ImportView }) {
  const words = useText(importText)
  const problems = useText(problemWords)
  if (run.notices.length === 0) return null
  const bad = run.notices.some((notice) => notice.severity === 'error')
  return (
    <Notice tone={bad ? 'bad' : 'warn'} title={words.notices}>
      <ul>
        {run.notices.map((notice) => (
          <li key={`${notice.sheet} ${notice.cell} ${notice.code} ${notice.expected}`}>{describeProblem(problems, notice.code, notice)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Counts({ run }: { run: ImportView }) {
  const words = useText(importText)
  return (
    <Section title={words.counts}>
      <DataTable
        caption={words.counts}
        rows={run.counts.filter((count) => sizeOf(count) > 0)}
        rowKey={(count) => count.sheet}
        rowTone={(count) => (count.faulty > 0 ? 'bad' : count.warned > 0 ? 'warn' : undefined)}
        columns={[
          { key: 'sheet', header: words.sheet, cell: (count) => specOf(count.sheet).title },
          ...(['new', 'changed', 'unchanged', 'faulty', 'warned'] as const).map((outcome) => ({
            key: outcome,
            header: words.count[outcome],
            align: 'right' as const,
            cell: (count: Count) => (count[outcome] === 0 ? '' : count[outcome]),
          })),
        ]}
      />
    </Section>
  )
}
