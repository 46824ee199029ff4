import { stampsIn } from './moment.ts'
import { wordsOf } from './read-through-markup.ts'
import type { RecordFault } from './record-fault.ts'
import type { PlacedLine } from './record-sections.ts'

/** A person of the table with the moment beside the name. */
export interface TableEntry {
  readonly person: string
  readonly at: string | null
  readonly line: number
}

/** The person table (người tạo, ngày tạo, người duyệt, ngày duyệt): the first entry wrote, the later ones approved. */
export interface PersonTable {
  readonly entries: readonly TableEntry[]
  /** Lines behind the table that give it nothing. */
  readonly loose: ReadonlySet<number>
  readonly faults: readonly RecordFault[]
}

const expected = 'dd/MM/yyyy HH:mm, ví dụ 18/10/2018 16:44'

/** Reads names and moments in turn, however the page broke its row into lines. */
export function personTable(lines: readonly PlacedLine[]): PersonTable {
  const text = lines.map(({ value }) => value).join('\n')
  const lineAt = lineFinder(lines)
  const entries: TableEntry[] = []
  const faults: RecordFault[] = []
  let from = 0
  for (const stamp of stampsIn(text)) {
    const before = text.slice(from, stamp.from)
    const person = wordsOf(before)
    const line = lineAt(stamp.from)
    const written = wordsOf(stamp.written)
    from = stamp.to
    if (stamp.at === null) faults.push({ field: entries.length === 0 ? 'created' : 'approved', line, message: `“${written}” không phải ngày giờ có thật`, expected, todo: 'Sửa ngày giờ theo sổ của đài; bài vẫn nhập, thời điểm để trống' })
    if (person === '') faults.push({ field: 'table', line, message: `Trước ${written} không có tên người`, expected: `họ và tên, rồi ${expected}`, todo: 'Ghi tên người vào trước thời điểm' })
    else entries.push({ person, at: stamp.at, line: lineAt(stamp.from - before.trimStart().length) })
  }
  const loose = new Set<number>()
  const lastLine = from === 0 ? 0 : lineAt(from - 1)
  for (const { line, value } of lines) {
    if (line.number <= lastLine || wordsOf(value) === '') continue
    loose.add(line.number)
    if (entries.length === 0) faults.push({ field: 'table', line: line.number, message: `Không đọc được dòng “${wordsOf(value.slice(0, 80))}” của bảng người`, expected: `họ và tên, rồi ${expected}`, todo: 'Sửa dòng này; đến lúc đó nó nằm ở phần chưa phân loại' })
  }
  const trailing = wordsOf(text.slice(from).split('\n', 1)[0] ?? '')
  if (lastLine > 0 && trailing !== '') {
    entries.push({ person: trailing, at: null, line: lastLine })
    faults.push({ field: 'approved', line: lastLine, message: `“${trailing.slice(0, 60)}” không có ngày giờ`, expected, todo: 'Ghi ngày giờ duyệt theo sổ của đài' })
  }
  return { entries, loose, faults }
}

/** The line a place of the joined text lies in; places are asked for in rising order, a little back at most. */
function lineFinder(lines: readonly PlacedLine[]): (place: number) => number {
  const starts: number[] = []
  let start = 0
  for (const { value } of lines) {
    starts.push(start)
    start += value.length + 1
  }
  let at = 0
  return (place) => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= place) at++
    while (at > 0 && (starts[at] ?? 0) > place) at--
    return lines[at]?.line.number ?? 0
  }
}
