import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { upload } from '#platform/web/upload.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { showBytes, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link, useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import type { Tone } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { importBytes, importRoutes } from '../../contract/import-routes.ts'
import type { ImportView } from '../../contract/views.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { importText } from './messages.ts'
import { spreadsheetRefusalTexts } from './spreadsheet-words.ts'

/** Tone of an import's state, beside its words. */
export const importTones: Readonly<Record<ImportView['status'], Tone>> = {
  checking: 'info',
  ready: 'info',
  refused: 'bad',
  failed: 'bad',
  confirmed: 'good',
  discarded: 'neutral',
}

/** Begins an import: the template, the upload, and what was imported lately. */
export function ImportPage() {
  const words = useText(importText)
  const { title } = useText(organisationText)
  const refusals = { ...useText(refusalTexts), ...useText(spreadsheetRefusalTexts) }
  const go = useGo()
  const refresh = useRefresh()
  const [sent, setSent] = useState<{ name: string; share: number }>()
  const template = useAct(
    () => call(importRoutes.downloadTemplate, {}),
    (file) => saveFile(file, words.templateName),
  )
  const sending = useAct(
    async (file: File, { requestId }) => {
      setSent({ name: file.name, share: 0 })
      try {
        return await upload(
          importRoutes.uploadImport,
          { query: { fileName: file.name.slice(-200) }, body: file },
          { requestId, onProgress: (share) => setSent({ name: file.name, share }) },
        )
      } finally {
        setSent(undefined)
      }
    },
    ({ id }) => {
      void refresh(importRoutes.listImports)
      const { to } = places.import(id)
      go(to)
    },
  )
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: title, ...places.home() }]}>
      <Section title={words.stepTemplate} description={words.stepTemplateBody}>
        <ErrorNotice error={template.error} refusals={refusals} />
        <div>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} loading={template.busy} onClick={() => void template.act(undefined)}>
            {words.template}
          </Button>
        </div>
      </Section>
      <Section title={words.stepUpload}>
        <ErrorNotice error={sending.error} refusals={refusals} />
        <FileDrop label={words.file} accept={['.xlsx']} maxBytes={importBytes} fileName={sent?.name} progress={sent?.share} onFile={(file) => void sending.act(file)} />
      </Section>
      <RecentImports />
    </Page>
  )
}

function RecentImports() {
  const words = useText(importText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const recent = useLoad(importRoutes.listImports, {})
  return (
    <Section title={words.recent}>
      <ErrorNotice error={recent.error} refusals={refusals} onRetry={() => void recent.refetch()} />
      {recent.isPending && <LoadingRows rows={3} />}
      {recent.data !== undefined && (
        <DataTable
          caption={words.recent}
          rows={recent.data.imports}
          rowKey={(item) => item.id}
          empty={<p className="td-quiet">{words.noRecent}</p>}
          columns={[
            { key: 'file', header: words.fileName, cell: (item) => <Link {...places.import(item.id)}>{item.fileName}</Link> },
            { key: 'at', header: words.uploadedAt, cell: (item) => showMoment(item.uploadedAt) },
            { key: 'size', header: words.size, align: 'right', cell: (item) => showBytes(item.byteSize, language) },
            { key: 'state', header: words.state, cell: (item) => <StatusBadge tone={importTones[item.status]}>{words.status[item.status]}</StatusBadge> },
          ]}
        />
      )}
    </Section>
  )
}
