import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { useState } from 'react'
import { addressOf, call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { upload } from '#platform/web/upload.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Stat, Stats } from '#ui/figures.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { showCoefficient } from '../../domain/catalogue.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { catalogueText } from './messages.ts'
import type { ProductImport } from './types.ts'

const mostBytes = 50_000_000
const outcomeTones = { new: 'good', changed: 'info', unchanged: 'neutral', faulty: 'bad' } as const

/** Imports the catalogue from a workbook: template, check, preview of every bad cell, confirm; all or nothing. */
export function CatalogueImportPage() {
  const all = useText(catalogueText)
  const words = all.importing
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [checked, setChecked] = useState<ProductImport>()
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [stored, setStored] = useState<{ stored: number; unchanged: number }>()
  const check = useAct(
    (file: File, { requestId }) =>
      upload(
        catalogueRoutes.checkProductImport,
        { query: { fileName: file.name }, body: file },
        { requestId, onProgress: (share) => setSending({ name: file.name, share }) },
      ),
    setChecked,
  )
  const confirm = useAct(
    (importId: string, options) => call(catalogueRoutes.confirmProductImport, { params: { importId }, query: {} }, options),
    (reply) => {
      setStored(reply)
      void refresh(evaluationRoutes.listProducts, evaluationRoutes.getCatalogue)
    },
  )
  const choose = async (file: File) => {
    setChecked(undefined)
    setStored(undefined)
    confirm.reset()
    setSending({ name: file.name, share: 0 })
    await check.act(file)
    setSending(undefined)
  }
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: all.title, ...places.catalogue() }]}>
      <Section title={words.step1} description={words.step1Body}>
        <div>
          <Button component="a" variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} href={addressOf(catalogueRoutes.productTemplate, {})} download>
            {words.template}
          </Button>
        </div>
      </Section>
      <Section title={words.step2}>
        <FileDrop label={words.file} accept={['.xlsx']} maxBytes={mostBytes} onFile={(file) => void choose(file)} progress={sending?.share} fileName={sending?.name} />
        {sending !== undefined && sending.share >= 1 && <p role="status">{words.checking}</p>}
        <ErrorNotice error={check.error} refusals={refusals} />
      </Section>
      {checked !== undefined && (
        <Section title={words.step3} description={checked.fileName}>
          <Stats>
            {(['new', 'changed', 'unchanged', 'faulty'] as const).map((outcome) => (
              <Stat key={outcome} label={words.counts[outcome]} value={checked.counts[outcome]} />
            ))}
          </Stats>
          {stored === undefined && <Preview checked={checked} />}
          <ErrorNotice error={confirm.error} refusals={refusals} />
          {stored === undefined ? (
            checked.problems.length === 0 &&
            checked.counts.new + checked.counts.changed > 0 && (
              <div>
                <Button loading={confirm.busy} onClick={() => void confirm.act(checked.importId)}>
                  {words.confirm(checked.counts.new + checked.counts.changed)}
                </Button>
              </div>
            )
          ) : (
            <Notice tone="good">
              <p>{words.done(stored.stored, stored.unchanged)}</p>
              <div>
                <ButtonLink {...places.catalogue()} size="compact-md">
                  {words.toCatalogue}
                </ButtonLink>
              </div>
            </Notice>
          )}
        </Section>
      )}
    </Page>
  )
}

function Preview({ checked }: { checked: ProductImport }) {
  const all = useText(catalogueText)
  const words = all.importing
  const language = useLanguage()
  const changes = checked.counts.new + checked.counts.changed
  return (
    <>
      {checked.problems.length > 0 ? (
        <>
          <Notice tone="bad" alert>
            <p>{words.faulty(checked.problems.length)}</p>
          </Notice>
          <DataTable
            caption={words.problems}
            rows={checked.problems}
            rowKey={(problem) => `${problem.sheet} ${problem.cell} ${problem.code}`}
            columns={[
              { key: 'cell', header: words.cell, lead: true, width: '140px', cell: (problem) => [problem.sheet, problem.cell].filter((text) => text !== '').join('!') },
              { key: 'header', header: words.header, width: '180px', cell: (problem) => problem.header },
              { key: 'found', header: words.found, cell: (problem) => (problem.found === '' ? <span className="td-quiet">{words.blank}</span> : problem.found) },
              { key: 'expected', header: words.expected, cell: (problem) => problem.expected },
            ]}
          />
        </>
      ) : (
        <Notice tone={changes > 0 ? 'good' : 'info'}>
          <p>{changes > 0 ? words.clean : words.nothing}</p>
        </Notice>
      )}
      {checked.sample.length > 0 && (
        <DataTable
          caption={words.rows}
          rows={checked.sample}
          rowKey={(row) => String(row.row)}
          columns={[
            { key: 'name', header: all.name, lead: true, cell: (row) => row.name },
            { key: 'row', header: words.row, width: '70px', align: 'right', cell: (row) => row.row },
            { key: 'code', header: all.code, width: '110px', cell: (row) => row.code },
            { key: 'coefficient', header: all.coefficient, width: '110px', align: 'right', cell: (row) => (row.coefficient === '' ? null : showDecimal(showCoefficient(row.coefficient), language)) },
            { key: 'outcome', header: words.outcome, width: '130px', cell: (row) => <StatusBadge tone={outcomeTones[row.outcome]}>{words.outcomes[row.outcome]}</StatusBadge> },
          ]}
        />
      )}
    </>
  )
}
