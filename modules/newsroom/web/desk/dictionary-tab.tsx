import { Button } from '@mantine/core'
import { IconDownload, IconPlus, IconUpload } from '#ui/icons.tsx'
import { useMemo, useState } from 'react'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import { defaultDictionary, dictionaryOf, speak, spokenText } from '../../domain/speech/index.ts'
import { newsroomText } from '../messages.ts'
import type { OwnDictionary } from './desk-view.ts'
import { DictionaryFileDialog } from './dictionary-file-dialog.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { deskText } from './messages.ts'
import c from './desk.module.css'

type Own = OwnDictionary['own'][number]
type Shipped = OwnDictionary['shipped'][number]

/** Từ điển đọc: how written forms are said here, and what ships beside it. */
export function DictionaryTab() {
  const { refusals } = useText(newsroomText)
  const loaded = useLoad(dictionaryRoutes.getDictionary, {})
  if (loaded.data !== undefined) return <LoadedDictionary dictionary={loaded.data} />
  return loaded.error === null ? <LoadingRows rows={6} /> : <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
}

function LoadedDictionary({ dictionary: { own, shipped, can } }: { dictionary: OwnDictionary }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [search, setSearch] = useState('')
  const [sentence, setSentence] = useState('')
  const [open, setOpen] = useState<'add' | 'file' | Own>()
  const remove = useAct(
    (written: string, options) => call(dictionaryRoutes.removeEntry, { body: { written } }, options),
    async () => {
      await refresh(dictionaryRoutes.getDictionary)
      toast(words.saved)
    },
  )
  const take = useAct(async () => {
    const file: unknown = await call(dictionaryRoutes.exportDictionary, {})
    if (file instanceof Blob) saveFile(file, `tu-dien-doc-${today}.yaml`)
  })
  const dictionary = useMemo(() => dictionaryOf(defaultDictionary, own), [own])
  const ownForms = useMemo(() => new Set(own.map(({ written }) => written)), [own])
  const wanted = foldVietnamese(search)
  const fits = ({ written, spoken }: Own) => wanted === '' || foldVietnamese(`${written} ${spoken}`).includes(wanted)
  const small = { size: 'compact-sm', variant: 'subtle' } as const
  const ownColumns: Column<Own>[] = [
    { key: 'written', header: words.written, lead: true, width: '180px', cell: (row) => <strong>{row.written}</strong> },
    { key: 'spoken', header: words.spoken, cell: (row) => row.spoken },
    { key: 'instead', header: words.shipped, cell: (row) => insteadOf(row, shipped, words.insteadOf) },
  ]
  const shippedColumns: Column<Shipped>[] = [
    { key: 'written', header: words.written, lead: true, width: '180px', cell: (row) => row.written },
    { key: 'spoken', header: words.spoken, cell: (row) => (ownForms.has(row.written) ? <span className="td-quiet">{words.replaced}</span> : row.spoken) },
    { key: 'when', header: words.condition, width: '200px', cell: (row) => (row.when === null ? words.always : words.when[row.when]) },
  ]
  if (can.keep) {
    ownColumns.push({
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '190px',
      cell: (row) => (
        <>
          <Button {...small} onClick={() => setOpen(row)} aria-label={`${words.changeEntry}: ${row.written}`}>
            {words.changeEntry}
          </Button>
          <Button {...small} onClick={() => void remove.act(row.written)} aria-label={`${words.removeEntry}: ${row.written}`}>
            {words.removeEntry}
          </Button>
        </>
      ),
    })
    shippedColumns.push({
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '130px',
      cell: (row) =>
        !ownForms.has(row.written) && (
          <Button {...small} onClick={() => setOpen(row)} aria-label={`${words.override}: ${row.written}`}>
            {words.override}
          </Button>
        ),
    })
  }
  return (
    <div className="td-stack">
      <p className="td-quiet">{words.dictionaryHint}</p>
      <div className="td-row">
        {can.keep && (
          <>
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('add')}>
              {words.addEntry}
            </Button>
            <Button variant="default" leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={() => setOpen('file')}>
              {words.importFile}
            </Button>
          </>
        )}
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} loading={take.busy} onClick={() => void take.act(null)}>
          {words.exportFile}
        </Button>
      </div>
      <ErrorNotice error={remove.error ?? take.error} refusals={refusals} />
      <section className="td-panel td-stack-tight">
        <TextField label={words.tryIt} value={sentence} onChange={setSentence} maxLength={500} />
        <p className={c.spoken} role="status">
          {spokenText(speak(sentence, dictionary))}
        </p>
      </section>
      <SearchField label={words.find} value={search} onChange={setSearch} />
      <Section title={words.own}>
        <DataTable caption={words.own} columns={ownColumns} rows={own.filter(fits)} rowKey={(row) => row.written} empty={<EmptyState title={own.length === 0 ? words.noOwn : words.noShipped}>{words.noOwnBody}</EmptyState>} />
      </Section>
      <Section title={words.shipped}>
        <DataTable caption={words.shipped} columns={shippedColumns} rows={shipped.filter(fits)} rowKey={(row) => `${row.written} ${row.when ?? ''} ${row.spoken}`} empty={<p className="td-quiet">{words.noShipped}</p>} />
      </Section>
      {open === 'file' && <DictionaryFileDialog onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'file' && <EntryDialog entry={open === 'add' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function insteadOf({ written }: Own, shipped: readonly Shipped[], say: (spoken: string) => string): string {
  const there = shipped.filter((each) => each.written === written)
  return there.length === 0 ? '' : say(there.map(({ spoken }) => spoken).join('; '))
}
