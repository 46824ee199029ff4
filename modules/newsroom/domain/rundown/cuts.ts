/** Something the editor said may be left out (có thể cắt): a block of an item, or the item itself when `blockId` is null. */
export interface Cuttable {
  readonly itemId: string
  readonly blockId: string | null
  readonly ms: number
}

/** What to cut (đề xuất cắt): what it saves, and what it is over even then. */
export interface CutProposal {
  readonly cuts: readonly Cuttable[]
  readonly savedMs: number
  readonly stillOverMs: number
}

/** Ours: what is cut beyond need is weighed in steps of five seconds, for nobody sees less, and one cut is better than three. */
const grainSeconds = 5

interface Choice {
  readonly cuts: readonly Cuttable[]
  readonly seconds: number
}

/**
 * The cheapest set that brings a rundown back on time: least is lost beyond need, then fewest cuts, then least lost to the second. An item is cut whole or
 * in blocks, never both. Where everything together is not enough, all of it. Exact over whole seconds: what a cut saves is rounded down and the need up, so
 * what is proposed always ends on time.
 */
export function proposeCuts(cuttables: readonly Cuttable[], overMs: number): CutProposal {
  const need = Math.ceil(overMs / 1000)
  if (need <= 0) return { cuts: [], savedMs: 0, stillOverMs: 0 }
  const saving = cuttables.filter(({ ms }) => ms >= 1000)
  let sums = new Map<number, Choice>([[0, { cuts: [], seconds: 0 }]])
  for (const choices of choicesByItem(saving, need)) sums = spread(sums, choices, need)
  const best = bestOf([...sums.values()], need)
  const savedMs = best.cuts.reduce((sum, cut) => sum + cut.ms, 0)
  return { cuts: best.cuts, savedMs, stillOverMs: Math.max(0, overMs - savedMs) }
}

/** For each item the steps to choose from: each block or not, or the whole item instead of its blocks. */
function choicesByItem(cuttables: readonly Cuttable[], need: number): Choice[][] {
  const byItem = new Map<string, Cuttable[]>()
  for (const cut of cuttables) byItem.set(cut.itemId, [...(byItem.get(cut.itemId) ?? []), cut])
  return [...byItem.values()].map((cuts) => {
    let sums = new Map<number, Choice>([[0, { cuts: [], seconds: 0 }]])
    for (const cut of cuts.filter(({ blockId }) => blockId !== null)) sums = spread(sums, [nothing, choiceOf(cut)], need)
    const whole = cuts.filter(({ blockId }) => blockId === null).map(choiceOf)
    return [...sums.values(), ...whole]
  })
}

const nothing: Choice = { cuts: [], seconds: 0 }

function choiceOf(cut: Cuttable): Choice {
  return { cuts: [cut], seconds: Math.floor(cut.ms / 1000) }
}

/** Every sum with one choice more; of two ways to a sum, the one with fewer cuts. What is enough already is not added to. */
function spread(sums: ReadonlyMap<number, Choice>, choices: readonly Choice[], need: number): Map<number, Choice> {
  const more = new Map<number, Choice>()
  for (const before of sums.values()) {
    for (const choice of before.seconds >= need ? [nothing] : choices) {
      const seconds = before.seconds + choice.seconds
      const known = more.get(seconds)
      if (known !== undefined && known.cuts.length <= before.cuts.length + choice.cuts.length) continue
      more.set(seconds, { seconds, cuts: [...before.cuts, ...choice.cuts] })
    }
  }
  return more
}

function bestOf(choices: readonly Choice[], need: number): Choice {
  const cost = ({ seconds, cuts }: Choice): [number, number, number] => (seconds < need ? [Infinity, -seconds, cuts.length] : [Math.floor((seconds - need) / grainSeconds), cuts.length, seconds])
  return choices.reduce((best, choice) => (isLess(cost(choice), cost(best)) ? choice : best), nothing)
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}
