import { useState } from 'react'
import { useRefresh } from '#platform/web/load.ts'
import { upload } from '#platform/web/upload.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { dictionaryRoutes, mostDictionaryBytes } from '../../contract/dictionary-routes.ts'
import { newsroomText } from '../messages.ts'
import { deskText } from './messages.ts'

/** Takes in a file of own entries. */
export function DictionaryFileDialog({ onClose }: { onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [share, setShare] = useState<number>()
  const sending = useAct(
    async (file: File, { requestId }) => {
      setShare(0)
      try {
        return await upload(dictionaryRoutes.importDictionary, { body: file }, { requestId, onProgress: setShare })
      } finally {
        setShare(undefined)
      }
    },
    async ({ added, changed }) => {
      await refresh(dictionaryRoutes.getDictionary)
      toast(words.imported(added, changed))
      onClose()
    },
  )
  return (
    <Dialog title={words.importTitle} onClose={onClose}>
      <div className="td-stack">
        <p>{words.importBody}</p>
        <FileDrop label={words.importFile} accept={['.yaml', '.yml', '.json']} maxBytes={mostDictionaryBytes} onFile={(file) => void sending.act(file)} progress={share} />
        <ErrorNotice error={sending.error} refusals={refusals} />
      </div>
    </Dialog>
  )
}
