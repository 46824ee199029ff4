import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ScriptContent } from '#modules/newsroom/domain/approval/content.ts'
import type { Block } from '#modules/newsroom/domain/story/block.ts'

const wordsOfBlock = 80
const wordsOfSoundbite = 50
const soundbiteMs = 18_000

/** The sentences whose reading is held by tests: news as it is written, each with something that is said otherwise than it is written. */
export const sentences: readonly string[] = readFileSync(path.join(import.meta.dirname, '../modules/newsroom/domain/speech/golden-sentences.txt'), 'utf8')
  .split(/\n{2,}/)
  .map((pair) => pair.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .flatMap((lines) => (lines.length === 2 ? lines.slice(0, 1) : []))

/** How many words a text has as it is written. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

/** Draws that are the same in every run (Mulberry32): whole numbers below `limit`. */
export function drawsFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** A script of about so many words: greeting, lead-in, film with voice-over, a question and a soundbite now and then, closing. */
export function scriptOf(seed: number, words: number): ScriptContent {
  const draw = drawsFrom(seed)
  const text = (wanted: number): string => {
    const parts: string[] = []
    for (let count = 0; count < wanted; count += countWords(parts.at(-1) ?? '')) parts.push(sentences[draw(sentences.length)] ?? '')
    return parts.join(' ')
  }
  const person = { id: randomUUID(), name: `Hồ Thị Mẫu ${seed}`, titles: [{ title: 'Bí thư Chi bộ', organisation: 'thôn Suối Đá', from: null, to: null }] }
  const base = () => ({ id: randomUUID(), cuttable: false })
  const blocks: Block[] = [
    { ...base(), kind: 'greeting', text: 'Kính chào quý vị và các bạn.' },
    { ...base(), kind: 'lead_in', text: text(40) },
    { ...base(), kind: 'film_start', mediaId: null },
  ]
  for (let written = 80; written < words; ) {
    const spoken = text(Math.min(wordsOfBlock, words - written))
    blocks.push({ ...base(), kind: 'voice_over', text: spoken })
    written += countWords(spoken)
    if (blocks.length % 4 !== 0) continue
    const answer = text(wordsOfSoundbite)
    blocks.push({ ...base(), kind: 'question', personId: person.id, text: 'Thưa đồng chí, kết quả ấy có được từ đâu?' })
    blocks.push({ ...base(), kind: 'soundbite', personId: person.id, inMs: 0, outMs: soundbiteMs, inWords: '', outWords: '', verbatim: answer })
    written += 10 + countWords(answer)
  }
  blocks.push({ ...base(), kind: 'closing', cuttable: true, text: text(15) })
  return { title: `${(sentences[draw(sentences.length)] ?? '').slice(0, 80).trim()} (${seed})`, column: 'Xây dựng Đảng', category: 'Tin', people: [person], blocks }
}
