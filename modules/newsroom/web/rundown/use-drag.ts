import { useCallback, useLayoutEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'

/** Where a dragged row would land: behind the row at `after`, -1 before the first. */
export interface Drag {
  readonly from: number
  readonly after: number
}

/** What a row's handle listens to. */
export type DragHandle = Readonly<Record<'onPointerDown' | 'onPointerMove', (event: ReactPointerEvent<HTMLElement>) => void> & Record<'onPointerUp' | 'onPointerCancel', () => void>>

/** Drags rows by a handle with mouse, pen or finger. `rowsOf` gives the rows in order; `onDrop` hears where one was left. `handle` is the same at every drawing. */
export function useDrag(rowsOf: () => readonly HTMLElement[], onDrop: (drag: Drag) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef<Drag | null>(null)
  const given = useRef({ rowsOf, onDrop })
  useLayoutEffect(() => {
    given.current = { rowsOf, onDrop }
  })
  const handle = useCallback((from: number): DragHandle => {
    const put = (next: Drag | null) => {
      latest.current = next
      setDrag(next)
    }
    const afterAt = (y: number): number => {
      const rows = given.current.rowsOf()
      const below = rows.findIndex((row) => {
        const { top, height } = row.getBoundingClientRect()
        return y < top + height / 2
      })
      return (below < 0 ? rows.length : below) - 1
    }
    return {
      onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        put({ from, after: from - 1 })
      },
      onPointerMove: (event: ReactPointerEvent<HTMLElement>) => {
        if (latest.current === null) return
        const after = afterAt(event.clientY)
        if (after !== latest.current.after) put({ ...latest.current, after })
      },
      onPointerUp: () => {
        const dropped = latest.current
        put(null)
        if (dropped !== null && dropped.after !== dropped.from && dropped.after !== dropped.from - 1) given.current.onDrop(dropped)
      },
      onPointerCancel: () => put(null),
    }
  }, [])
  return { drag, handle }
}
