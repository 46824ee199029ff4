/** One record the program holds of a person, as that person takes it (bản sao dữ liệu của tôi). */
export interface OwnRecord {
  readonly id: string
  /** What it is, in Vietnamese, for a list to choose from. */
  readonly title: string
  /** Its content in words: what, and what it says. */
  readonly fields: readonly OwnField[]
  /** Its content as the program keeps and shows it, for machines. */
  readonly detail: unknown
  /** Made known or decided: it is no longer changed, only replaced by the decision on a petition. */
  readonly settled?: boolean
  /** Shown in the copy only, not on the screen. */
  readonly sensitive?: boolean
  /** A file that belongs to it, by its content. */
  readonly file?: { readonly contentId: string; readonly name: string; readonly size: number }
}

export type OwnField = readonly [label: string, value: string]

/** The fields that say something. */
export function filled(...fields: readonly (readonly [label: string, value: string | number | null | undefined])[]): OwnField[] {
  return fields.flatMap(([label, value]) => (value === null || value === undefined || value === '' ? [] : [[label, String(value)] as const]))
}

/** A decimal as Vietnamese papers write it, `87,5`; other texts as they are. */
export function decimalWords(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
}

/** A date in words, `31/12/2026`; empty for none. */
export function dayWords(date: string | null): string {
  return date === null ? '' : date.split('-').toReversed().join('/')
}

/** A moment in words, `31/12/2026 08:05`, Vietnamese time; empty for none. */
export function momentWords(at: Date | string | null): string {
  if (at === null) return ''
  const local = new Date(new Date(at).getTime() + vietnamAhead).toISOString()
  return `${dayWords(local.slice(0, 10))} ${local.slice(11, 16)}`
}

const vietnamAhead = 7 * 3_600_000
