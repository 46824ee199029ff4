import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { Piece } from '../speech/index.ts'

/** A word of a block as it stands on the prompter: the number by which screens find it, and where it is written. */
export interface PromptWord {
  /** Counted over the written words of the block, so that it is the same whether figures are spelled out or not. */
  readonly index: number
  readonly text: string
  readonly from: number
  readonly to: number
}

const written = /\S+/g

/** The words of a text as written, between blanks. */
export function writtenWords(text: string): PromptWord[] {
  return [...text.matchAll(written)].map((found, index) => ({ index, text: found[0], from: found.index, to: found.index + found[0].length }))
}

/** The words with figures, signs and abbreviations as they are said; what is said over several written words stands at the first of them. */
export function spokenWords(text: string, pieces: readonly Piece[]): PromptWord[] {
  const words: PromptWord[] = []
  for (const word of writtenWords(text)) {
    const before = words.at(-1)
    if (before !== undefined && pieces.some((piece) => piece.from < before.to && piece.to > word.from && isSaidOtherwise(piece))) {
      words[words.length - 1] = { ...before, to: word.to }
    } else words.push(word)
  }
  return words.map((word) => ({ ...word, text: said(text, word, pieces) }))
}

function said(text: string, word: PromptWord, pieces: readonly Piece[]): string {
  let out = ''
  let afterSpoken = false
  for (const piece of pieces) {
    if (piece.to <= word.from || piece.from >= word.to) continue
    const otherwise = isSaidOtherwise(piece)
    const part = otherwise ? piece.spoken : text.slice(Math.max(piece.from, word.from), Math.min(piece.to, word.to))
    const joins = /^[\p{L}\p{N}]/u.test(part) && (otherwise || afterSpoken)
    out += joins && out !== '' && !/[\s(“"‘]$/u.test(out) ? ` ${part}` : part
    afterSpoken = otherwise
  }
  return out
}

/** Whether a piece is read as something that is not written there; a tone mark in another place is no such thing. */
function isSaidOtherwise({ written: text, spoken }: Piece): boolean {
  return spoken !== '' && foldVietnamese(text) !== foldVietnamese(spoken)
}
