import type { CompiledRulebook, Confidence } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Marked } from './result-form.ts'

const words: Readonly<Record<Exclude<Confidence, 'primary'>, string>> = {
  second_hand: 'Theo nguồn thứ cấp, chưa đối chiếu văn bản gốc',
  assumed: 'Văn bản không quy định rõ; đây là cách hiểu đã chọn',
  sample: 'Mẫu minh họa, không phải quy định ban hành',
}

/**
 * The footnotes of one form: how sure each part of the rulebook is (độ tin cậy), said once and referred to by number.
 * What was read in the official text has none.
 */
export class Footnotes {
  readonly rulebook: CompiledRulebook
  readonly #texts: string[] = []

  constructor(rulebook: CompiledRulebook) {
    this.rulebook = rulebook
  }

  /** In the order in which they were first referred to. */
  get texts(): readonly string[] {
    return this.#texts
  }

  /** A text with the mark of the whole rulebook. */
  whole(text: string): Marked {
    return this.#general(text, this.rulebook.confidence)
  }

  /**
   * A text with the mark of a part of the rulebook. `about` names the part as the rulebook's notes do, nearest first; without
   * such a note it carries the mark of everything that is no surer.
   */
  part(text: string, confidence: Confidence, about: readonly string[] = [], source: string | null = null): Marked {
    if (confidence === 'primary') return { text, marks: [] }
    if (source !== null) return { text, marks: [this.#numberOf(said(words[confidence], [source]))] }
    const note = about.flatMap((name) => this.rulebook.notes.filter((each) => each.about === name && each.confidence === confidence))[0]
    if (note !== undefined) return { text, marks: [this.#numberOf(said(`${words[confidence]}. ${note.text.vi}`, note.source === null ? [] : [note.source]))] }
    return this.#general(text, confidence)
  }

  #general(text: string, confidence: Confidence): Marked {
    if (confidence === 'primary') return { text, marks: [] }
    const sources = confidence === 'second_hand' ? this.rulebook.notes.flatMap((note) => (note.confidence === confidence && note.source !== null ? [note.source] : [])) : []
    return { text, marks: [this.#numberOf(said(words[confidence], sources))] }
  }

  #numberOf(text: string): number {
    const at = this.#texts.indexOf(text)
    return at >= 0 ? at + 1 : this.#texts.push(text)
  }
}

function said(what: string, sources: readonly string[]): string {
  const sentence = /[.!?]$/.test(what) ? what : `${what}.`
  return sources.length === 0 ? sentence : `${sentence} Nguồn: ${[...new Set(sources)].join('; ')}.`
}
