import { foldVietnamese } from '#kernel/vietnamese.ts'
import { wordsOf } from './read-through-markup.ts'

/** What a label of the old system’s page announces. */
export type FieldLabel = 'title' | 'column' | 'category' | 'programme' | 'content' | 'note' | 'attachment' | 'video' | 'table'

const labels: ReadonlyMap<string, FieldLabel> = new Map([
  ['tieu de', 'title'],
  ['chuyen muc', 'column'],
  ['danh muc', 'category'],
  ['chuong trinh', 'programme'],
  ['noi dung', 'content'],
  ['chu thich duyet', 'note'],
  ['y kien duyet', 'note'],
  ['file dinh kem', 'attachment'],
  ['tep dinh kem', 'attachment'],
  ['file video', 'video'],
  ['tep video', 'video'],
])
/** The head of the person table, folded; the page wraps it as it likes. */
export const tableHeading = 'nguoi tao ngay tao nguoi duyet ngay duyet'
const longestLabel = 24

/** A label found at the head of a line, and where its value begins in the line. */
export interface LabelFound {
  readonly label: FieldLabel
  readonly valueFrom: number
}

/**
 * The label a line begins with: alone in its line ("Danh mục"), before a colon ("File Video :") or before a tab. A sentence
 * that only begins with the same words ("Chuyên mục NTM đã xem") has none.
 */
export function labelOf(line: string): LabelFound | null {
  const start = foldVietnamese(wordsOf(line.slice(0, 80)))
  if (start.startsWith(tableHeading) || (start.startsWith('nguoi tao') && tableHeading.startsWith(start))) return { label: 'table', valueFrom: 0 }
  const cut = line.slice(0, 80).search(/[:：\t]/)
  const head = wordsOf(cut < 0 ? line.slice(0, 80) : line.slice(0, cut))
  if (head.length > longestLabel) return null
  const label = labels.get(foldVietnamese(head))
  return label === undefined ? null : { label, valueFrom: cut < 0 ? line.length : cut + 1 }
}
