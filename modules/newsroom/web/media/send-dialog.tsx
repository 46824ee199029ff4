import { useId, useState } from 'react'
import type { SecrecyAnswer } from '#kernel/secrecy.ts'
import { call } from '#platform/web/client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { SecrecyQuestion } from '#ui/secrecy-question.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import type { MediaRights } from '../../domain/media/rights.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from '../stories/story-view.ts'
import { fingerprintOf, type MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import { RightsFields } from './rights-fields.tsx'
import c from './media.module.css'

interface SendDialogProps {
  /** Null brings films into the library. */
  storyId: Story['id'] | null
  onBegun: (id: MediaItem['id'], file: File) => void
  onClose: () => void
}

/** Announces one or several films: whether they are classified, whose they are, then the files. */
export function SendDialog({ storyId, onBegun, onClose }: SendDialogProps) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const inputId = useId()
  const [answer, setAnswer] = useState<SecrecyAnswer | null>(null)
  const [rights, setRights] = useState<MediaRights>({ colour: 'green', owner: '', until: null, note: '' })
  const [files, setFiles] = useState<readonly File[]>([])
  const [tried, setTried] = useState(false)
  const begin = useAct(async (left: readonly File[]) => {
    // Each is announced by itself; of those before one that is refused, none is announced twice.
    for (const file of left) {
      const body = { storyId, name: file.name, bytes: file.size, fingerprint: fingerprintOf(file), secrecy: 'none' as const, rights }
      const { id } = await call(mediaRoutes.beginUpload, { body })
      setFiles((before) => before.filter((each) => each !== file))
      onBegun(id, file)
    }
  }, onClose)
  return (
    <Dialog title={words.add} onClose={onClose}>
      <div className="td-stack">
        <SecrecyQuestion of={words.film} answer={answer} onAnswer={setAnswer} />
        {answer === 'none' && (
          <Form
            submitLabel={words.begin}
            busy={begin.busy}
            onSubmit={() => {
              setTried(true)
              if (files.length > 0) void begin.act(files)
            }}
          >
            <div className="td-stack-tight">
              <label htmlFor={inputId}>{words.files}</label>
              <input id={inputId} className={c.files} type="file" multiple accept="video/*,audio/*,.mxf,.mts,.m2ts" onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])} />
              {files.length > 1 && <p className="td-quiet td-small">{words.chosen(files.length)}</p>}
              {tried && files.length === 0 && (
                <Notice tone="bad" alert>
                  <p>{words.filesNeeded}</p>
                </Notice>
              )}
            </div>
            <RightsFields value={rights} onChange={setRights} />
            <ErrorNotice error={begin.error} refusals={refusals} />
          </Form>
        )}
      </div>
    </Dialog>
  )
}
