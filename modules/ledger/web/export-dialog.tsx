import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { ledgerText } from './messages.ts'

/** Takes the ledger away as a file to be checked elsewhere. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const words = useText(ledgerText)
  const [from, setFrom] = useState<string | null>('1')
  const state = useLoad(ledgerRoutes.ledgerState, {})
  const { act, busy, error } = useAct(async (first: number) => {
    const file: unknown = await call(ledgerRoutes.exportLedger, { query: { from: first } })
    if (file instanceof Blob) saveFile(file, `so-nhat-ky-${first}.zip`)
  }, onClose)
  const first = from !== null && /^[1-9]\d{0,11}$/.test(from) ? Number(from) : undefined
  return (
    <Dialog title={words.export} onClose={onClose}>
      <Form onSubmit={() => first !== undefined && void act(first)} submitLabel={words.export} busy={busy}>
        <p>{words.exportHint}</p>
        <ErrorNotice error={error} refusals={words.refusals} />
        <NumberField label={words.exportFrom} hint={words.exportPart((state.data?.largestExport ?? 0).toLocaleString('vi-VN'))} value={from} onChange={setFrom} places={0} />
      </Form>
    </Dialog>
  )
}
