import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from './dialog.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'

/** Asks before leaving while something is unsaved, inside the product and on closing the window. */
export function LeaveGuard({ when }: { when: boolean }) {
  const words = useText(uiText)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: when,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <ConfirmDialog
      title={words.leaveTitle}
      confirmLabel={words.leaveGo}
      cancelLabel={words.leaveStay}
      danger
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      <p>{words.leaveBody}</p>
    </ConfirmDialog>
  )
}
