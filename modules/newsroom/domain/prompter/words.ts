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

interface ToldPiece extends Piece {
  /** Whether it is read as something that is not written there. */
  readonly otherwise: boolean
}

/** The words with figures, signs and abbreviations as they are said; what is said over several written words stands at the first of them. */
export function spokenWords(text: string, pieces: readonly Piece[]): PromptWord[] {
  const told = pieces.map((piece): ToldPiece => ({ ...piece, otherwise: isSaidOtherwise(piece) }))
  const words: PromptWord[] = []
  let at = 0
  for (const word of writtenWords(text)) {
    at = reaching(told, word.from, at)
    const [before, piece] = [words.at(-1), told[at]]
    if (before !== undefined && piece !== undefined && piece.otherwise && piece.from < before.to) words[words.length - 1] = { ...before, to: word.to }
    else words.push(word)
  }
  at = 0
  return words.map((word) => {
    at = reaching(told, word.from, at)
    return { ...word, text: said(text, word, told, at) }
  })
}

/** The first piece that ends after a place, sought from one on; pieces stand in the order of the text and do not overlap. */
function reaching(pieces: readonly Piece[], place: number, from: number): number {
  let at = from
  for (let piece = pieces[at]; piece !== undefined && piece.to <= place; piece = pieces[at]) at++
  return at
}

function said(text: string, word: PromptWord, pieces: readonly ToldPiece[], first: number): string {
  let out = ''
  let afterSpoken = false
  for (let at = first, piece = pieces[at]; piece !== undefined && piece.from < word.to; piece = pieces[++at]) {
    const part = piece.otherwise ? piece.spoken : text.slice(Math.max(piece.from, word.from), Math.min(piece.to, word.to))
    const joins = /^[\p{L}\p{N}]/u.test(part) && (piece.otherwise || afterSpoken)
    out += joins && out !== '' && !/[\s(“"‘]$/u.test(out) ? ` ${part}` : part
    afterSpoken = piece.otherwise
  }
  return out
}

/** A tone mark in another place is read as it is written. */
function isSaidOtherwise({ written: text, spoken }: Piece): boolean {
  return spoken !== '' && foldVietnamese(text) !== foldVietnamese(spoken)
}
