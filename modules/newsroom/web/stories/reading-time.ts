import type { CalendarDate } from '#kernel/calendar-date.ts'
import { add, roundTo, toDecimal, whole, zero, type Rational } from '#kernel/rational.ts'
import { blockSeconds, defaultDictionary, defaultPauses, dictionaryOf, pausesOn, speak, type DictionaryEntry, type Piece, type ReaderRates } from '../../domain/speech/index.ts'
import type { Block } from '../../domain/story/block.ts'

/** How long a script is: what is read and what is marked, and how many soundbites have no marks yet. */
export interface ScriptTime {
  readonly seconds: Rational
  readonly unmarked: number
}

/** Times blocks with the pauses of a day, the own dictionary and the reader's rates; one that did not change since the last time is not spoken again. */
export function createScriptTimer(day: CalendarDate, { own = [], rates = {} }: { readonly own?: readonly DictionaryEntry[]; readonly rates?: ReaderRates } = {}): (blocks: readonly Block[]) => ScriptTime {
  const dictionary = dictionaryOf(defaultDictionary, own)
  const known = new WeakMap<Block, Rational | null>()
  const pauses = pausesOn(defaultPauses, day)
  const said = (text: string): readonly Piece[] => speak(text, dictionary)
  const of = (block: Block): Rational | null => {
    const before = known.get(block)
    if (before !== undefined) return before
    const seconds = blockSeconds(block, said, rates, pauses)
    known.set(block, seconds)
    return seconds
  }
  return (blocks) => {
    const times = blocks.map(of)
    return { seconds: times.reduce<Rational>((sum, each) => add(sum, each ?? zero), zero), unmarked: times.filter((each) => each === null).length }
  }
}

/** `95` seconds → `1'35"`, as a rundown writes it. */
export function showSeconds(seconds: Rational): string {
  const rounded = Number(toDecimal(roundTo(seconds, whole(1)), 0))
  return `${Math.floor(rounded / 60)}'${String(rounded % 60).padStart(2, '0')}"`
}
