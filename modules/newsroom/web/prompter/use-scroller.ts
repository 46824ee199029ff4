import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { carryWord } from '../../domain/prompter/carry-word.ts'
import { afterAll, measurePlaces, placesOf, type Places, type PromptPlace } from './places.ts'
import { textAt, type PrompterItem, type ScreenLine } from './screen-lines.ts'
import { createScroller, type Scroller } from './scroller.ts'
import type { PrompterSettings } from './settings.ts'

/** How often it is looked in which item one is; React hears of nothing else that moves. */
const lookMs = 200

/** The moving text as the page steers it. */
export interface Desk {
  readonly item: number
  place(): PromptPlace
  go(place: PromptPlace): void
  glide(place: PromptPlace): void
  /** Toward where another screen is: at once when it is far, unseen when it is near, not at all when it is as good as there. */
  pull(place: PromptPlace): void
  /** Moves by pixels, as a finger does. */
  nudge(pixels: number): void
  /** The place so many lines on. */
  line(by: number): PromptPlace
  itemPlace(item: number): PromptPlace
  hold(held: boolean): void
}

interface Shown {
  readonly items: readonly PrompterItem[]
  readonly lines: readonly ScreenLine[]
  readonly places: Places
  /** A place whose words went away, while nobody has moved since: a correction that is approved anew comes back to where one read. */
  readonly lost: { readonly place: PromptPlace; readonly text: string; readonly y: number } | null
}

const nothing: Shown = { items: [], lines: [], places: placesOf([]), lost: null }

/** Runs the lines of a layer past the mark of a stage; words that change meanwhile come in where they are, and the word one reads stays at the mark. */
export function useScroller(stage: RefObject<HTMLElement | null>, layer: RefObject<HTMLElement | null>, items: readonly PrompterItem[], lines: readonly ScreenLine[], settings: PrompterSettings, running: boolean, onEnd: () => void): Desk {
  const scroller = useRef<Scroller | null>(null)
  const shown = useRef(nothing)
  const held = useRef(false)
  const [item, setItem] = useState(0)
  const latest = useRef({ settings, running, onEnd })
  latest.current = { settings, running, onEnd }

  const look = useCallback(() => {
    const { lines: now, places } = shown.current
    setItem(now[places.lineAt(scroller.current?.y() ?? 0)]?.item ?? 0)
  }, [])
  const pace = useCallback(() => {
    const { settings: now, running: runs } = latest.current
    scroller.current?.run(runs && !held.current ? (now.speed / 60) * shown.current.places.pixelsAWord : 0)
  }, [])
  const measure = useCallback(
    (next: Pick<Shown, 'items' | 'lines'>) => {
      const [board, text] = [stage.current, layer.current]
      if (board === null || text === null) return
      scroller.current ??= createScroller(text, () => latest.current.onEnd())
      const before = shown.current
      const [y, aim] = [scroller.current.y(), scroller.current.aim()]
      const now = { ...next, places: measurePlaces(text, next.lines) }
      const { y: there, lost } = carried(before, now, y)
      shown.current = { ...now, lost }
      scroller.current.limits((board.clientHeight * latest.current.settings.marker) / 100, shown.current.places.height)
      scroller.current.go(there)
      if (aim !== y) scroller.current.glide(carried(before, now, aim).y)
      pace()
      look()
    },
    [stage, layer, pace, look],
  )

  useLayoutEffect(() => measure({ items, lines }), [measure, items, lines, settings.size, settings.margin, settings.marker])
  useEffect(pace, [pace, running, settings.speed])
  useEffect(() => {
    const again = () => measure(shown.current)
    const observer = new ResizeObserver(again)
    for (const element of [stage.current, layer.current]) if (element !== null) observer.observe(element)
    const timer = setInterval(look, lookMs)
    return () => {
      observer.disconnect()
      clearInterval(timer)
      scroller.current?.destroy()
      scroller.current = null
    }
  }, [stage, layer, measure, look])

  return useMemo(() => {
    const y = () => scroller.current?.y() ?? 0
    const places = () => shown.current.places
    const to = (place: PromptPlace, move: (y: number) => void) => {
      const there = places().yOf(place)
      if (there !== null) move(there)
      look()
    }
    return {
      item,
      place: () => places().at(y()),
      go: (place) => to(place, (there) => scroller.current?.go(there)),
      glide: (place) => to(place, (there) => scroller.current?.glide(there)),
      pull: (place) =>
        to(place, (there) => {
          const off = Math.abs(there - y())
          if (off > (stage.current?.clientHeight ?? 0)) scroller.current?.glide(there)
          else if (off > places().pixelsAWord * 3) scroller.current?.pull(there)
        }),
      nudge: (pixels) => scroller.current?.go(y() + pixels),
      line: (by) => places().at(places().yOfLine(places().lineAt(y()) + by)),
      itemPlace: (at) => ({ placeId: shown.current.items[at]?.id ?? '', word: 0 }),
      hold: (now) => {
        held.current = now
        pace()
      },
    }
  }, [item, stage, pace, look])
}

/** Where the mark stands after the lines changed: at the same word, or after the last one before it that is still there. */
function carried(before: Shown, now: Omit<Shown, 'lost'>, y: number): Pick<Shown, 'lost'> & { readonly y: number } {
  if (before.lines.length === 0) return { y: 0, lost: null }
  const known = new Set(now.lines.map((line) => line.placeId))
  const { lost } = before
  const waits = lost !== null && Math.abs(lost.y - y) < 1
  if (waits && known.has(lost.place.placeId)) {
    const word = carryWord(lost.text, textAt(now.items, lost.place.placeId), lost.place.word)
    return { y: now.places.yOf({ ...lost.place, word }) ?? y, lost: null }
  }
  const place = before.places.nearest(y, (placeId) => known.has(placeId)) ?? { placeId: '', word: 0 }
  const into = Math.max(0, y - (before.places.yOf(place) ?? y))
  const [old, text] = before.items === now.items ? ['', ''] : [textAt(before.items, place.placeId), textAt(now.items, place.placeId)]
  const word = old === text || place.word === afterAll ? place.word : carryWord(old, text, place.word)
  const there = (now.places.yOf({ placeId: place.placeId, word }) ?? 0) + Math.min(into, now.places.pixelsAWord)
  const was = before.places.at(y)
  const gone = waits ? { ...lost, y: there } : { place: was, text: textAt(before.items, was.placeId), y: there }
  return { y: there, lost: known.has(was.placeId) && !waits ? null : gone }
}
