/** Signs to a line of captions: what an old television set shows and an eye takes in. */
export const captionLine = 37

/** Words a line may well begin with: what they begin belongs together. */
const openers = new Set(
  'và nhưng hoặc hay rồi thì mà để vì do nên khi nếu tuy dù bởi trong ngoài trên dưới tại ở từ đến tới với cùng của cho theo về bằng qua sau trước giữa là được bị đã đang sẽ còn không'.split(' '),
)

const sentenceEnd = /[.!?…]["”’)]*$/
const phraseEnd = /[,;:–—]["”’)]*$|\)$/
const capital = /^\p{Lu}/u
const digit = /\d/

/** How much a break between two words hurts: none between sentences, most inside a name or between a number and what it counts. */
function breakCost(before: string, after: string): number {
  if (sentenceEnd.test(before)) return 0
  if (phraseEnd.test(before)) return 1
  if (digit.test(before) || (capital.test(before) && capital.test(after))) return 20
  if (openers.has(after.toLowerCase())) return 3
  return openers.has(before.toLowerCase()) ? 12 : 7
}

interface Best {
  readonly cost: number
  /** The word this line began with. */
  readonly from: number
  /** Whether it is the second line of its caption. */
  readonly second: boolean
}

const lengthOf = (text: string): number => [...text].length

/**
 * A text as captions (phụ đề) of at most two lines, broken at the ends of phrases where that can be: the breaks that hurt least in
 * all, a break between two captions twice as much as one inside. A single word longer than a line stands alone.
 */
export function captionsOf(text: string): string[][] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const lines = (first: number, end: number): string => words.slice(first, end).join(' ')
  // best[end][0]: a first line ends before word `end`; best[end][1]: a second one does.
  const best: [Best | null, Best | null][] = Array.from({ length: words.length + 1 }, () => [null, null])
  const costBefore = (at: number, isSecond: boolean): number | null => {
    if (at === 0) return isSecond ? null : 0
    const [first, second] = best[at] ?? [null, null]
    if (isSecond) return first === null ? null : first.cost + breakCost(words[at - 1] ?? '', words[at] ?? '') + (sentenceEnd.test(words[at - 1] ?? '') ? 4 : 0)
    const cheapest = Math.min(first?.cost ?? Infinity, second?.cost ?? Infinity)
    return cheapest === Infinity ? null : cheapest + 2 * breakCost(words[at - 1] ?? '', words[at] ?? '')
  }
  for (let end = 1; end <= words.length; end += 1) {
    for (let from = end - 1; from >= 0; from -= 1) {
      const length = lengthOf(lines(from, end))
      if (length > captionLine && from < end - 1) break
      const empty = Math.max(0, captionLine - length) / captionLine
      for (const second of [false, true]) {
        const before = costBefore(from, second)
        if (before === null) continue
        const cost = before + 2 + 4 * empty * empty
        const place = best[end]
        const known = place?.[second ? 1 : 0]
        if (place !== undefined && (known === null || known === undefined || cost < known.cost)) place[second ? 1 : 0] = { cost, from, second }
      }
    }
  }
  return walkBack(best, words.length, lines)
}

function walkBack(best: readonly (readonly [Best | null, Best | null])[], end: number, lines: (from: number, end: number) => string): string[][] {
  const captions: string[][] = []
  let at = end
  let second: boolean | null = null
  while (at > 0) {
    const [first, last] = best[at] ?? [null, null]
    const mustBeFirst: boolean = second === true
    const line: Best | null = mustBeFirst ? first : last !== null && (first === null || last.cost < first.cost) ? last : first
    if (line === null) throw new Error('no way to break a text')
    const words = lines(line.from, at)
    if (mustBeFirst) captions[0]?.unshift(words)
    else captions.unshift([words])
    second = line.second
    at = line.from
  }
  return captions
}
