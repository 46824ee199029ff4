import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { showBytes } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { newsroomText } from '../messages.ts'
import type { LibraryItem } from './media-item.ts'
import { removalText } from './messages.ts'
import c from './media.module.css'

/** Gỡ phim khỏi kho: asks before the bytes of a film go for good, and why where it is not proposed. */
export function RemoveDialog({ item, onClose, onRemoved }: { item: LibraryItem; onClose: () => void; onRemoved: () => void }) {
  const words = useText(removalText)
  const { refusals } = useText(newsroomText)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const remove = async () => {
    await call(mediaRoutes.removeMedia, { params: { mediaId: item.id }, body: { reason } })
    toast(words.removed)
    onRemoved()
  }
  return (
    <ConfirmDialog title={words.remove} confirmLabel={words.remove} danger onConfirm={remove} onClose={onClose} refusals={refusals}>
      <p className={c.name}>
        <strong>{item.name}</strong> · {showBytes(item.bytes, language)}
      </p>
      {item.proposed && <p>{words.proposed}</p>}
      <p>{words.body}</p>
      {!item.proposed && <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} multiline maxLength={500} required autoFocus />}
    </ConfirmDialog>
  )
}
