import { IconX } from './icons.tsx'
import { useSyncExternalStore } from 'react'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './toasts.module.css'

interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'good' | 'bad'
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function put(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says briefly that something was done. Never the only place where a refusal is told. */
export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  const id = nextId++
  put([...toasts.slice(-2), { id, text, tone }])
  setTimeout(() => dismiss(id), tone === 'bad' ? 12_000 : 5_000)
}

function dismiss(id: number): void {
  put(toasts.filter((item) => item.id !== id))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear; once, in the shell. */
export function Toasts() {
  const words = useText(uiText)
  const items = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className={c.toasts} role="status" aria-label={words.notices}>
      {items.map((item) => (
        <div key={item.id} className={c.toast} data-tone={item.tone}>
          <span>{item.text}</span>
          <button type="button" onClick={() => dismiss(item.id)} aria-label={words.dismiss}>
            <IconX size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
