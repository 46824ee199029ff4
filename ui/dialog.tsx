import { IconX } from './icons.tsx'
import { Button } from '@mantine/core'
import { createContext, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { ErrorNotice } from './error-notice.tsx'
import type { RefusalTexts } from './error-words.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './dialog.module.css'

/** Inside a dialog a list may not open in a portal: the dialog stands above everything else on the page. */
export const InsideDialog = createContext(false)

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Wide for tables; a form's width otherwise. */
  wide?: boolean
  /** Without a way out by Escape or the cross: only for the sign-in after an expired login. */
  locked?: boolean
}

/** A modal dialog on the browser's own element: focus stays inside, Escape closes, focus returns afterwards. */
export function Dialog({ title, onClose, children, wide = false, locked = false }: DialogProps) {
  const words = useText(uiText)
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Where the focus was before anything in the dialog took it.
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    const dialog = element.current
    if (dialog !== null && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [before])
  return (
    <dialog
      ref={element}
      className={wide ? `${c.dialog} ${c.wide}` : c.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file chooser left without a choice says the same, and it bubbles.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!locked) onClose()
      }}
    >
      <div className={c.head}>
        <h2 id={titleId}>{title}</h2>
        {!locked && (
          <button type="button" className={c.close} onClick={onClose} aria-label={words.close}>
            <IconX size={20} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className={c.body}>
        <InsideDialog value={true}>{children}</InsideDialog>
      </div>
    </dialog>
  )
}

interface ConfirmDialogProps {
  title: string
  children?: ReactNode
  confirmLabel?: string
  cancelLabel?: string
  danger?: boolean
  /** May be slow and may fail; the dialog stays open and shows why. */
  onConfirm: () => Promise<unknown> | unknown
  onClose: () => void
  refusals?: RefusalTexts
}

/** Asks before an act that cannot be taken back. The buttons name the act. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, danger = false, onConfirm, onClose, refusals } = props
  const words = useText(uiText)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const confirm = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="td-stack">
        {children}
        <ErrorNotice error={error} refusals={refusals} />
        <div className={c.actions}>
          <Button variant="default" onClick={onClose} disabled={busy}>
            {cancelLabel ?? words.cancel}
          </Button>
          <Button color={danger ? 'red' : 'accent'} onClick={() => void confirm()} loading={busy}>
            {confirmLabel ?? words.confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The row of buttons at the foot of a dialog's form. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={c.actions}>{children}</div>
}
