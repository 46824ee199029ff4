import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

interface CarryOptions {
  /** The columns somebody can be put into, from left to right. */
  readonly levels: readonly string[]
  readonly level: string
  /** Columns of other lanes take nobody of this one. */
  readonly lane: string
  readonly onDrop: (level: string) => void
  /** A click that moved nothing. */
  readonly onOpen: () => void
}

/** Pixels a pointer may tremble and still be a click. */
const tremble = 6

/**
 * Carries one card to another column: with the mouse, a finger or a pen, or with the arrow keys and Enter. `over` is the
 * column it would fall into, `shift` how far it has been carried.
 */
export function useCarry({ levels, level, lane, onDrop, onOpen }: CarryOptions) {
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const [shift, setShift] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [byKeys, setByKeys] = useState<string | null>(null)
  const stop = () => {
    start.current = null
    setShift(null)
    setOver(null)
  }
  const columnAt = (event: PointerEvent): string | null => {
    const hit = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.matches('[data-column]'))
    return hit instanceof HTMLElement && hit.dataset['lane'] === lane ? (hit.dataset['column'] ?? null) : null
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      start.current = { x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current
      if (from === null) return
      const moved = { x: event.clientX - from.x, y: event.clientY - from.y }
      if (shift === null && Math.hypot(moved.x, moved.y) < tremble) return
      setShift(moved)
      setOver(columnAt(event))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const carried = start.current !== null && shift !== null
      const column = carried ? columnAt(event) : null
      const clicked = start.current !== null && shift === null
      stop()
      if (column !== null && column !== level && levels.includes(column)) onDrop(column)
      if (clicked) onOpen()
    },
    onPointerCancel: stop,
    onBlur: () => setByKeys(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (step !== 0) {
        event.preventDefault()
        const at = levels.indexOf(byKeys ?? level)
        const next = levels[Math.min(levels.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : levels.length - 1) : at + step))]
        setByKeys(next === level ? null : (next ?? null))
      } else if (event.key === 'Escape' && byKeys !== null) {
        event.preventDefault()
        setByKeys(null)
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        const chosen = byKeys
        setByKeys(null)
        if (chosen === null) onOpen()
        else onDrop(chosen)
      }
    },
  }
  return { handlers, shift, over: over ?? byKeys, byKeys }
}
