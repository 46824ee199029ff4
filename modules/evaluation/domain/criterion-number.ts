import type { Criterion } from './rulebook/compiled-rulebook.ts'

const word = /^[a-z_]{3,}$/

/** What a criterion is numbered by for people: its code, I.2 or 3.1; where that is a word of formulas, the number on the form (số thứ tự trên mẫu). */
export function criterionNumber({ formNumber, code }: Pick<Criterion, 'formNumber' | 'code'>): string {
  return word.test(code) ? (formNumber ?? '') : code
}
