import type { ScreenLine } from './screen-lines.ts'

/** A position that every screen understands: a block, or the item where it has no words, and a word. */
export interface PromptPlace {
  readonly placeId: string
  readonly word: number
}

/** Where the lines of a screen are, in pixels from the first one. */
export interface Places {
  at(y: number): PromptPlace
  /** Null for what is not on this screen. */
  yOf(place: PromptPlace): number | null
  /** The line a pixel is in. */
  lineAt(y: number): number
  yOfLine(line: number): number
  /** The nearest place at or before this one that is also known elsewhere. */
  nearest(y: number, known: (placeId: string) => boolean): PromptPlace | null
  readonly height: number
  readonly pixelsAWord: number
}

/** The word of a place that stands after all its words. */
export const afterAll = 1_000_000

interface Row {
  readonly line: ScreenLine
  readonly top: number
  readonly height: number
}

/** The words of a line, by number; a title or cue is one, what stands below a title in the place of words the next. */
function spanOf(line: ScreenLine): readonly [number, number] {
  if (line.part === 'refused' || line.part === 'plain') return [1, 1]
  if (line.part !== 'read' && line.part !== 'note') return [0, 1]
  const first = line.words[0]?.index ?? 0
  return [first, Math.max(1, (line.words.at(-1)?.index ?? first) + 1 - first)]
}

/** Looks once where every line is; what is asked afterwards asks nothing of the page. */
export function measurePlaces(layer: HTMLElement, lines: readonly ScreenLine[]): Places {
  const elements = layer.querySelectorAll<HTMLElement>('[data-line]')
  return placesOf(lines.map((line, at) => ({ line, top: elements[at]?.offsetTop ?? 0, height: elements[at]?.offsetHeight ?? 0 })))
}

/** Places of lines of known heights. */
export function placesOf(rows: readonly Row[]): Places {
  const lineAt = (y: number): number => {
    let [low, high] = [0, rows.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((rows[middle]?.top ?? 0) <= y + 0.5) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }
  const at = (y: number): PromptPlace => {
    const row = rows[lineAt(y)]
    if (row === undefined) return { placeId: '', word: 0 }
    const [first, count] = spanOf(row.line)
    const word = Math.floor((Math.max(0, y + 0.5 - row.top) * count) / Math.max(1, row.height))
    return { placeId: row.line.placeId, word: first + Math.min(count - 1, word) }
  }
  const yOf = ({ placeId, word }: PromptPlace): number | null => {
    let found: Row | undefined
    for (const row of rows) {
      if (row.line.placeId !== placeId) continue
      if (found !== undefined && spanOf(row.line)[0] > word) break
      found = row
    }
    if (found === undefined) return null
    const [first, count] = spanOf(found.line)
    return found.top + (Math.min(Math.max(0, word - first), count) * found.height) / count
  }
  const read = rows.filter(({ line }) => line.part === 'read')
  const words = read.reduce((sum, { line }) => sum + spanOf(line)[1], 0)
  const pixels = read.reduce((sum, { height }) => sum + height, 0)
  const last = rows.at(-1)
  return {
    at,
    yOf,
    lineAt,
    yOfLine: (line) => rows[Math.min(Math.max(0, line), rows.length - 1)]?.top ?? 0,
    nearest(y, known) {
      for (let line = lineAt(y); line >= 0; line--) {
        const placeId = rows[line]?.line.placeId ?? ''
        if (known(placeId)) return line === lineAt(y) ? at(y) : { placeId, word: afterAll }
      }
      return null
    },
    height: last === undefined ? 0 : last.top + last.height,
    pixelsAWord: words === 0 ? 20 : pixels / words,
  }
}
