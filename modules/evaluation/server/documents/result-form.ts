import type { PaperHeading } from '../../domain/meeting.ts'
import type { FormIssuer, FormVerification } from './form-inputs.ts'

/** A text with the numbers of the footnotes that say how sure it is. */
export interface Marked {
  readonly text: string
  readonly marks: readonly number[]
}

/** A column of a table; widths are shares of the page. */
export interface ResultFormColumn {
  readonly head: Marked
  readonly width: number
  readonly align: 'left' | 'center'
}

/** A row of a table. `depth` indents the words of the first left-aligned column. */
export interface ResultFormRow {
  readonly cells: readonly Marked[]
  readonly weight: 'plain' | 'group' | 'total'
  readonly depth: number
}

/** A part of the form that a printer can set. */
export type ResultFormBlock =
  | { readonly kind: 'field'; readonly label: string; readonly value: Marked }
  /** What somebody wrote; `lines` dotted lines where nothing was. */
  | { readonly kind: 'words'; readonly label: string; readonly text: string; readonly lines: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly ResultFormColumn[]; readonly rows: readonly ResultFormRow[] }

export interface ResultFormSection {
  readonly name: string
  readonly blocks: readonly ResultFormBlock[]
}

/** One signature block: its heading, the day somebody acted, and the name. */
export interface ResultFormSignature {
  readonly headings: readonly string[]
  readonly note: string
  readonly name: string
}

/** Phiếu đánh giá, xếp loại: the result of one person or organisation under any rulebook, ready to be set. */
export interface ResultForm {
  readonly heading: PaperHeading
  readonly issuer: FormIssuer
  readonly dateline: string
  /** Said in a frame above the title where the rulebook is a sample; null where it is not. */
  readonly stamp: string | null
  /** What the paper is for somebody who searches for it: the name of whom it is about. */
  readonly about: string
  readonly title: string
  readonly subtitle: Marked
  readonly period: string
  readonly fields: readonly ResultFormBlock[]
  readonly sections: readonly ResultFormSection[]
  readonly signatures: readonly ResultFormSignature[]
  /** From the first; `marks` count from 1. */
  readonly footnotes: readonly string[]
  readonly verification: FormVerification | null
}

/** A text nothing need be said about. */
export function plain(text: string): Marked {
  return { text, marks: [] }
}
