import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { upload } from '#platform/web/upload.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useFile } from '../results/use-file.ts'
import type { CheckedFile } from './checked-file.ts'
import { FilePreview } from './file-preview.tsx'
import { sheetFileText } from './messages.ts'

const mostBytes = 10_000_000

/** Sheets out as one workbook and back: download, upload, preview of every change or bad cell, confirm; all or nothing. */
export function SheetFilePage() {
  const words = useText(sheetFileText)
  const { campaigns, refusals } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const { data: campaign, error } = useLoad(evaluationRoutes.getCampaign, { params: { campaignId } })
  const refresh = useRefresh()
  const [checked, setChecked] = useState<CheckedFile>()
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [stored, setStored] = useState<number>()
  const download = useFile(sheetFileRoutes.exportSheets)
  const check = useAct(
    (file: File, { requestId }) =>
      upload(sheetFileRoutes.checkSheetFile, { params: { campaignId }, query: { fileName: file.name.slice(0, 200) }, body: file }, { requestId, onProgress: (share) => setSending({ name: file.name, share }) }),
    setChecked,
  )
  const confirm = useAct(
    (chosen: CheckedFile['sheets'], options) =>
      call(
        sheetFileRoutes.confirmSheetFile,
        { params: { campaignId, importId: checked?.importId ?? '' }, body: { sheets: chosen.map((sheet) => ({ personId: sheet.person.id, rater: sheet.rater, version: sheet.version })) } },
        options,
      ),
    (reply) => {
      setStored(reply.stored)
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)
    },
  )
  const choose = async (file: File) => {
    setChecked(undefined)
    setStored(undefined)
    check.reset()
    confirm.reset()
    setSending({ name: file.name, share: 0 })
    await check.act(file)
    setSending(undefined)
  }
  const name = campaign?.name ?? ''
  const crumbs = [{ label: campaigns, to: places.campaigns().to }, ...(campaign === undefined ? [] : [{ label: name, to: places.campaign(campaignId).to }])]
  return (
    <Page title={words.title} description={campaign === undefined ? words.description : `${name}. ${words.description}`} crumbs={crumbs}>
      <ErrorNotice error={error} />
      <Section title={words.step1} description={words.step1Body}>
        <div>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} loading={download.busy} onClick={() => void download.act({ input: { params: { campaignId } }, name: words.fileName(name) })}>
            {words.download}
          </Button>
        </div>
        <ErrorNotice error={download.error} refusals={refusals} />
      </Section>
      <Section title={words.step2}>
        <FileDrop label={words.file} accept={['.xlsx']} maxBytes={mostBytes} onFile={(file) => void choose(file)} progress={sending?.share} fileName={sending?.name} />
        {sending !== undefined && sending.share >= 1 && <p role="status">{words.checking}</p>}
        <ErrorNotice error={check.error} refusals={refusals} />
      </Section>
      {checked !== undefined && (
        <FilePreview
          key={checked.importId}
          campaignId={campaignId}
          campaignName={name}
          checked={checked}
          stored={stored}
          busy={confirm.busy}
          error={confirm.error}
          onConfirm={(chosen) => void confirm.act(chosen)}
        />
      )}
    </Page>
  )
}
