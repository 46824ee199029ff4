import { useState } from 'react'
import type { z } from 'zod'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { addressOf } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { upload } from '#platform/web/upload.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { PaperDrop, PaperStubs } from '#ui/paper-drop.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evidenceKinds } from '../../domain/evidence.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'

const kinds = ['minutes', 'party_opinion', 'decision', 'notice', 'other'] as const
type Kind = (typeof kinds)[number]
type Paper = z.output<(typeof evaluationRoutes.listDocuments)['reply']>['documents'][number]
const accepted = Object.keys(evidenceKinds).map((kind) => `.${kind}`)

/** Minutes, opinions and decisions of the campaign (articles 21 and 24). */
export function PapersTab({ campaign }: { campaign: Campaign }) {
  const words = useText(campaignsText).papers
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [kind, setKind] = useState<Kind>('minutes')
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const list = useLoad(evaluationRoutes.listDocuments, { params: { campaignId: campaign.id } })
  const add = useAct(
    async (file: File, { requestId }) => {
      setSending({ name: file.name, share: 0 })
      try {
        return await upload(
          evaluationRoutes.addDocument,
          { params: { campaignId: campaign.id }, query: { fileName: file.name.normalize('NFC'), kind, secrecy: 'none' }, body: file },
          { requestId, onProgress: (share) => setSending({ name: file.name, share }) },
        )
      } finally {
        setSending(undefined)
      }
    },
    () => {
      void refresh(evaluationRoutes.listDocuments)
      toast(words.saved)
    },
  )
  const about = { kind: 'campaign', id: campaign.id }
  const nameOf = (paper: Paper) => words.kinds[kinds.find((each) => each === paper.kind) ?? 'other']
  const columns: Column<Paper>[] = [
    {
      key: 'name',
      header: words.name,
      lead: true,
      cell: (paper) => (
        <a href={addressOf(evaluationRoutes.downloadDocument, { params: { documentId: paper.id } })} download={paper.name}>
          {paper.name}
        </a>
      ),
    },
    { key: 'kind', header: words.kind, cell: nameOf },
    { key: 'about', header: words.about, cell: (paper) => paper.personName ?? words.wholeCampaign },
    { key: 'added', header: words.added, cell: (paper) => showDate(vietnameseDay(new Date(paper.addedAt))) },
  ]
  return (
    <div className="td-stack">
      <p className="td-quiet">{words.hint}</p>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <LoadingRows />}
      {list.data !== undefined && <DataTable caption={words.caption} columns={columns} rows={list.data.documents} rowKey={(paper) => paper.id} empty={<EmptyState title={words.none} />} />}
      {list.data?.canAdd === true && (
        <div className="td-panel td-stack">
          <SelectField
            label={words.addKind}
            value={kind}
            none={null}
            onChange={(next) => next !== null && setKind(next)}
            choices={kinds.map((each) => ({ value: each, label: words.kinds[each] }))}
          />
          <PaperDrop about={about} label={words.addFile} accept={accepted} maxBytes={20_000_000} onFile={(file) => void add.act(file)} error={add.error} progress={sending?.share} fileName={sending?.name} />
          <ErrorNotice error={add.error} refusals={refusals} />
        </div>
      )}
      {list.data?.canAdd === false && <PaperStubs about={about} mayAdd={false} refused={null} />}
    </div>
  )
}
