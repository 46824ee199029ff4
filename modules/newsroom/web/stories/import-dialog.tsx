import { useState } from 'react'
import type { SecrecyAnswer } from '#kernel/secrecy.ts'
import { upload } from '#platform/web/upload.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { useGo } from '#ui/link.tsx'
import { SecrecyQuestion } from '#ui/secrecy-question.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { mostRecordBytes, recordRoutes } from '../../contract/record-routes.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'

/** Takes over one record of the old system, or a news item (ninjs) of an agency: first whether it is classified, then the file; the story opens with what could not be read beside it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = useText(newsroomText)
  const go = useGo()
  const [answer, setAnswer] = useState<SecrecyAnswer | null>(null)
  const [share, setShare] = useState<number>()
  const sending = useAct(
    async (file: File, { requestId }) => {
      setShare(0)
      try {
        const options = { requestId, onProgress: setShare }
        if (/\.json$/i.test(file.name)) return await upload(exchangeRoutes.importNinjs, { query: { secrecy: 'none' }, body: file }, options)
        return await upload(recordRoutes.importRecord, { query: { fileName: file.name, secrecy: 'none' }, body: file }, options)
      } finally {
        setShare(undefined)
      }
    },
    ({ id }) => go(storyPlace(id)),
  )
  return (
    <Dialog title={words.importTitle} onClose={onClose}>
      <div className="td-stack">
        <p>{words.importBody}</p>
        <SecrecyQuestion of={words.importFile} answer={answer} onAnswer={setAnswer} />
        {answer === 'none' && <FileDrop label={words.importFile} accept={['.txt', '.docx', '.json']} maxBytes={mostRecordBytes} onFile={(file) => void sending.act(file)} progress={share} />}
        <ErrorNotice error={sending.error} refusals={words.refusals} />
      </div>
    </Dialog>
  )
}
