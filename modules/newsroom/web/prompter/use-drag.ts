import { useMemo, useRef, type PointerEvent, type WheelEvent } from 'react'

interface Drag {
  readonly upsideDown: boolean
  onMove(pixels: number): void
  /** While a finger is on it the text stands still. */
  onHold(held: boolean): void
  /** It has come to rest where it was drawn to. */
  onRest(): void
  onTap(): void
}

const tapPixels = 8
const restMs = 250

/** A finger or the wheel moves the text; a tap is a key of its own. */
export function useDrag(drag: Drag) {
  const latest = useRef(drag)
  latest.current = drag
  const finger = useRef<{ last: number; way: number } | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useMemo(() => {
    const move = (pixels: number) => latest.current.onMove(latest.current.upsideDown ? -pixels : pixels)
    const soon = () => {
      clearTimeout(rest.current)
      rest.current = setTimeout(() => latest.current.onRest(), restMs)
    }
    const end = () => {
      if (finger.current === null) return
      const { way } = finger.current
      finger.current = null
      latest.current.onHold(false)
      if (way < tapPixels) latest.current.onTap()
      else soon()
    }
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        finger.current = { last: event.clientY, way: 0 }
        latest.current.onHold(true)
      },
      onPointerMove: (event: PointerEvent) => {
        if (finger.current === null) return
        const pixels = finger.current.last - event.clientY
        finger.current = { last: event.clientY, way: finger.current.way + Math.abs(pixels) }
        move(pixels)
      },
      onPointerUp: end,
      onPointerCancel: end,
      onWheel: (event: WheelEvent) => {
        move(event.deltaY)
        soon()
      },
    }
  }, [])
}
