/** Moves a layer of text past the reading mark, frame by frame, without anybody else being asked. */
export interface Scroller {
  /** How far down the text the mark stands, in pixels. */
  y(): number
  /** Where it is going; where it stands when it goes nowhere. */
  aim(): number
  go(y: number): void
  glide(y: number): void
  /** Toward where another screen is, too gently to be seen. */
  pull(y: number): void
  /** Pixels a second; 0 stands still. */
  run(speed: number): void
  limits(marker: number, height: number): void
  destroy(): void
}

/** Parts of the way still to go that are gone in a second. */
const glideRate = 9
const pullRate = 1.5
/** After a frame that took longer the text goes on where it was, it does not leap. */
const longestFrame = 0.1

/** One transform of one layer, so that an old machine only moves what it has drawn. `onEnd` when the last line has passed. */
export function createScroller(layer: HTMLElement, onEnd: () => void): Scroller {
  let at = 0
  let speed = 0
  let ahead = 0
  let rate = glideRate
  let marker = 0
  let height = 0
  let last: number | undefined
  let frame = 0

  const draw = () => {
    layer.style.transform = `translate3d(0, ${(marker - at).toFixed(2)}px, 0)`
  }
  const within = (y: number) => Math.min(Math.max(0, y), height)
  const step = (now: number) => {
    const seconds = Math.min(longestFrame, (now - (last ?? now)) / 1000)
    last = now
    const part = Math.abs(ahead) < 0.5 ? ahead : ahead * Math.min(1, seconds * rate)
    ahead -= part
    const next = at + part + speed * seconds
    at = within(next)
    draw()
    if (speed > 0 && next > height) {
      speed = 0
      onEnd()
    }
    if (speed === 0 && ahead === 0) {
      frame = 0
      last = undefined
    } else frame = requestAnimationFrame(step)
  }
  const wake = () => {
    if (frame === 0) frame = requestAnimationFrame(step)
  }
  return {
    y: () => at,
    aim: () => at + ahead,
    go(y) {
      ahead = 0
      at = within(y)
      draw()
    },
    glide(y) {
      rate = glideRate
      ahead = within(y) - at
      wake()
    },
    pull(y) {
      rate = pullRate
      ahead = within(y) - at
      wake()
    },
    run(pixels) {
      speed = pixels
      if (pixels > 0) wake()
    },
    limits(markerAt, total) {
      marker = markerAt
      height = total
      at = within(at)
      draw()
    },
    destroy() {
      cancelAnimationFrame(frame)
    },
  }
}
