import { Button } from '@mantine/core'
import { isUnreachable } from './error-words.ts'
import { showTime } from './format.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './save-state.module.css'

/** Where a piece of work stands, as the design system needs to know it. */
export interface SaveProgress {
  readonly status: 'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'refused'
  readonly savedAt: Date | null
  readonly error: unknown
}

interface SaveStateProps {
  progress: SaveProgress
  /** What is not saved is on this device, also after the page is closed. */
  kept?: boolean
  onRetry?: () => void
}

/** Where the work stands: `Đã lưu 10:32`, `Đang lưu…`, `Đã giữ trên máy, chờ kết nối`. Announced politely. */
export function SaveState({ progress, kept = false, onRetry }: SaveStateProps) {
  const words = useText(uiText)
  const text = (() => {
    switch (progress.status) {
      case 'clean':
        return words.upToDate
      case 'dirty':
        return words.unsaved
      case 'saving':
        return words.saving
      case 'saved':
        return words.saved(progress.savedAt === null ? '' : showTime(progress.savedAt))
      case 'offline':
        if (kept) return words.keptOnDevice
        return isUnreachable(progress.error) ? words.offline : words.serverTrouble
      case 'signed-out':
        return words.signedOut
      case 'refused':
        return words.refused
    }
  })()
  return (
    <span className={c.state} data-status={progress.status === 'offline' && kept ? 'dirty' : progress.status} role="status">
      <span className={c.dot} aria-hidden="true" />
      {text}
      {progress.status === 'offline' && onRetry && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </span>
  )
}
