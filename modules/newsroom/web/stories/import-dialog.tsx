import { useState } from 'react'
import { secrecyLevels, type SecrecyAnswer } from '#kernel/secrecy.ts'
import { upload } from '#platform/web/upload.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { secrecyWords } from '#ui/refusal-words.ts'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { uiText } from '#ui/words.ts'
import { exchangeRoutes } from '../../contract/exchange-routes.ts'
import { mostRecordBytes, recordRoutes } from '../../contract/record-routes.ts'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'

/** Takes over one record of the old system, or a news item (ninjs) of an agency: first whether it is classified, then the file; the story opens with what could not be read beside it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = useText(newsroomText)
  const common = useText(uiText)
  const levels = secrecyWords[useLanguage()]
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
        <RadioField
          label={common.secrecyQuestion(words.importFile)}
          value={answer}
          onChange={setAnswer}
          choices={[{ value: 'none', label: common.notClassified }, ...secrecyLevels.map((level) => ({ value: level, label: levels[level] }))]}
        />
        {answer !== null && answer !== 'none' && (
          <Notice tone="bad" alert>
            <p>{common.classifiedStays(levels[answer])}</p>
          </Notice>
        )}
        {answer === 'none' && <FileDrop label={words.importFile} accept={['.txt', '.docx', '.json']} maxBytes={mostRecordBytes} onFile={(file) => void sending.act(file)} progress={share} />}
        <ErrorNotice error={sending.error} refusals={words.refusals} />
      </div>
    </Dialog>
  )
}
