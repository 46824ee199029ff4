import { wordsOf } from './read-through-markup.ts'
import type { RecordDoubt, RecordFault } from './record-fault.ts'
import type { PlacedLine } from './record-sections.ts'
import { stampsIn } from './moment.ts'

/** A person of the table with the moment beside the name. */
export interface TableEntry {
  readonly person: string
  readonly at: string | null
  readonly line: number
}

/** The person table (người tạo, ngày tạo, người duyệt, ngày duyệt): the first entry wrote, the later ones approved. */
export interface PersonTable {
  readonly entries: readonly TableEntry[]
  /** Lines after the table that give it nothing. */
  readonly loose: ReadonlySet<number>
  readonly faults: readonly RecordFault[]
  readonly doubts: readonly RecordDoubt[]
}

const expected = 'dd/MM/yyyy HH:mm, ví dụ 18/10/2018 16:44'

/** Reads names and moments in turn, however the page broke the row into lines. */
export function personTable(lines: readonly PlacedLine[]): PersonTable {
  const entries: TableEntry[] = []
  const faults: RecordFault[] = []
  let pending: { text: string; line: number }[] = []
  for (const { line, value } of lines) {
    let from = 0
    for (const stamp of stampsIn(value)) {
      pending.push({ text: wordsOf(value.slice(from, stamp.from)), line: line.number })
      from = stamp.to
      const named = pending.filter(({ text }) => text !== '')
      const field = entries.length === 0 ? 'created' : 'approved'
      const person = named.map(({ text }) => text).join(' ')
      if (stamp.at === null) faults.push({ field, line: line.number, message: `“${stamp.written.slice(0, 40)}” không phải ngày giờ có thật`, expected, todo: 'Sửa ngày giờ theo sổ của đài; bài vẫn nhập, thời điểm để trống' })
      if (person === '') faults.push({ field, line: line.number, message: `Thời điểm ${stamp.written.slice(0, 40)} không có tên người đứng trước`, expected: 'họ và tên rồi ngày giờ', todo: 'Ghi tên người vào trước thời điểm' })
      else entries.push({ person, at: stamp.at, line: named[0]?.line ?? line.number })
      pending = []
    }
    const rest = wordsOf(value.slice(from))
    if (rest !== '') pending.push({ text: rest, line: line.number })
  }
  const { kept, loose, found } = lastWithoutMoment(pending, entries)
  return { entries: [...entries, ...kept], loose, faults: [...faults, ...found], doubts: [] }
}

/** A name in the table’s own last row is a person whose moment is missing; anything else after the table is loose. */
function lastWithoutMoment(pending: readonly { text: string; line: number }[], entries: readonly TableEntry[]): { kept: TableEntry[]; loose: Set<number>; found: RecordFault[] } {
  const loose = new Set<number>()
  const kept: TableEntry[] = []
  const found: RecordFault[] = []
  for (const { text, line } of pending) {
    if (entries.some((entry) => entry.line === line) && kept.length === 0) {
      kept.push({ person: text, at: null, line })
      found.push({ field: 'approved', line, message: `“${text.slice(0, 60)}” không có ngày giờ`, expected, todo: 'Ghi ngày giờ duyệt theo sổ của đài' })
    } else {
      loose.add(line)
      if (entries.length === 0) found.push({ field: 'table', line, message: `Không đọc được dòng “${text.slice(0, 60)}” của bảng người`, expected: `họ và tên, ${expected}`, todo: 'Sửa dòng này; đến lúc đó nó nằm ở phần chưa phân loại' })
    }
  }
  return { kept, loose, found }
}
