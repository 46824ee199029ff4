import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { newsroomText } from '../messages.ts'
import type { MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import { RightsFields } from './rights-fields.tsx'
import c from './media.module.css'

/** Sets whose a film is and whether it may be aired, beside its print. */
export function RightsDialog({ item, onClose, onSaved }: { item: MediaItem; onClose: () => void; onSaved: () => void }) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const [rights, setRights] = useState(item.rights)
  const save = useAct(() => call(mediaRoutes.setMediaRights, { params: { mediaId: item.id }, body: rights }), onSaved)
  return (
    <Dialog title={`${words.rights}: ${item.name}`} onClose={onClose}>
      <Form submitLabel={words.save} busy={save.busy} onSubmit={() => void save.act(null)}>
        <RightsFields value={rights} onChange={setRights} />
        {item.sha256 !== null && <p className={`td-quiet td-small ${c.print}`}>{words.print(item.sha256)}</p>}
        <ErrorNotice error={save.error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
