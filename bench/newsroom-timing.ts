import { calendarDate } from '#kernel/calendar-date.ts'
import { blockTimes, estimatedMs } from '#modules/newsroom/domain/rundown/durations.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn, speak } from '#modules/newsroom/domain/speech/index.ts'
import type { Block } from '#modules/newsroom/domain/story/block.ts'
import type { Finding } from './measure.ts'
import { countWords, scriptOf } from './newsroom-scripts.ts'

const fullSize = 1_000
const wordsEach = 300
const goal = 30

/** (n) The reading time of so many scripts, spoken form and all, against counting the tokens of the same texts. */
export function benchTiming(runs: number, scripts = fullSize): Finding {
  const all = Array.from({ length: scripts }, (_, at) => scriptOf(at + 1, wordsEach).blocks)
  const dictionary = dictionaryOf(defaultDictionary, [])
  const reading = { said: (text: string) => speak(text, dictionary), rates: {}, pauses: pausesOn(defaultPauses, calendarDate('2026-11-20')) }
  const time = (): number => sum(all.map((blocks) => estimatedMs(blockTimes(blocks, reading), []) ?? 0))
  const count = (): number => sum(all.map((blocks) => sum(blocks.map((block) => countWords(wordsOf(block))))))
  const words = count()
  const long = time()
  const ratios: number[] = []
  const notes = [`${scripts.toLocaleString('en')} scripts of ${Math.round(words / scripts)} words, ${Math.round(long / scripts / 1000)} s each on air; every sentence has something that is said otherwise than it is written, which is more than news has`]
  for (let run = 0; run < runs; run++) {
    const [counting] = timed(count)
    const [ours, again] = timed(time)
    if (again !== long) throw new Error('the same scripts take another time')
    ratios.push(ours / counting)
    notes.push(`run ${run + 1}: count ${counting.toFixed(0)} ms, time ${ours.toFixed(0)} ms (${(ours / scripts).toFixed(2)} ms a script, ${((ours / words) * 1000).toFixed(1)} µs a word)`)
  }
  return {
    id: 'n',
    what: `Reading time of ${scripts.toLocaleString('en')} scripts of ${wordsEach} words (spoken form, syllables, pauses, exact) ÷ counting the tokens of the same texts`,
    goal: `≤ ${goal}`,
    runs: ratios,
    show: (value) => value.toFixed(1),
    met: (value) => value <= goal,
    notes,
  }
}

/** In processor time, so that a busy machine does not tell another story. */
function timed(work: () => number): [number, number] {
  const from = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(from)
  return [(user + system) / 1000, result]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function wordsOf(block: Block): string {
  if ('text' in block) return block.text
  return block.kind === 'soundbite' ? block.verbatim : ''
}
