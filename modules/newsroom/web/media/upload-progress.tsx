import { Button } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showBytes } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { newsroomText } from '../messages.ts'
import { fingerprintOf, type MediaItem } from './media-item.ts'
import { mediaText } from './messages.ts'
import type { Uploads } from './use-uploads.ts'
import c from './media.module.css'

/** How far a file has come; who began it pauses it, goes on, or chooses it again after a restart. */
export function UploadProgress({ item, uploads }: { item: MediaItem; uploads: Uploads }) {
  const words = useText(mediaText)
  const { refusals } = useText(newsroomText)
  const language = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const [other, setOther] = useState(false)
  const state = uploads.states.get(item.id)
  const received = Math.max(state?.received ?? 0, item.received)
  const sent = words.sent(showBytes(received, language), showBytes(item.bytes, language))
  return (
    <div className="td-stack-tight">
      <progress className={c.progress} max={item.bytes} value={received} aria-label={item.name} />
      <div className={c.row}>
        <span className="td-small">{sent}</span>
        {state?.phase === 'waiting' && <span className="td-quiet td-small">{words.waiting}</span>}
        {state !== undefined && (state.phase === 'sending' || state.phase === 'waiting') && (
          <Button size="compact-sm" variant="default" onClick={() => uploads.pause(item.id)}>
            {words.pause}
          </Button>
        )}
        {state !== undefined && (state.phase === 'paused' || state.phase === 'lost') && (
          <Button size="compact-sm" onClick={() => uploads.goOn(item.id)}>
            {words.goOn}
          </Button>
        )}
        {state === undefined && item.can.send && (
          <>
            <label className="td-hidden-text" htmlFor={inputId}>
              {words.chooseAgain(item.name)}
            </label>
            <input
              ref={input}
              id={inputId}
              hidden
              type="file"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0]
                if (file === undefined) return
                const same = fingerprintOf(file) === item.fingerprint
                setOther(!same)
                if (same) uploads.send(item.id, file)
              }}
            />
            <Button size="compact-sm" onClick={() => input.current?.click()}>
              {words.chooseAgain(item.name)}
            </Button>
          </>
        )}
      </div>
      {state?.phase === 'lost' && <p className="td-quiet td-small">{words.lostLink}</p>}
      <ErrorNotice error={state?.error ?? null} refusals={refusals} />
      {other && (
        <Notice tone="bad" alert>
          <p>{words.otherFile}</p>
        </Notice>
      )}
    </div>
  )
}
