import type { PersonTable } from './person-table.ts'
import type { RecordBlock } from './read-blocks.ts'
import type { RecordFault } from './record-fault.ts'
import type { RecordSections } from './record-sections.ts'

interface Read {
  readonly title: string | null
  readonly category: string | null
  readonly blocks: readonly RecordBlock[]
}

/** What a record lacks or says wrongly. Plain text has no fields to lack, only its words. */
export function recordFaults(sections: RecordSections, table: PersonTable, { title, category, blocks }: Read): readonly RecordFault[] {
  const faults: RecordFault[] = []
  const { labels, page } = sections
  if (page && title === null) faults.push({ field: 'title', line: 1, message: 'Không có tên bài', expected: 'tên bài ở dòng đầu, trước “Danh mục”', todo: 'Ghi tên bài vào dòng đầu, hoặc đặt tên sau khi nhập' })
  if (page && category === null) faults.push({ field: 'category', line: labels.get('category') ?? null, message: labels.has('category') ? 'Sau “Danh mục” không có gì' : 'Không có nhãn “Danh mục”', expected: 'một dòng “Danh mục”, dòng sau là tên danh mục', todo: 'Thêm danh mục, hoặc chọn sau khi nhập' })
  if (page && !labels.has('content')) faults.push({ field: 'content', line: null, message: 'Không có nhãn “Nội dung”', expected: 'một dòng “Nội dung” trước lời bài', todo: 'Xem lại chỗ bắt đầu của lời bài; mọi dòng vẫn còn' })
  if (blocks.every(({ kind }) => kind === 'unclassified')) faults.push({ field: 'content', line: labels.get('content') ?? null, message: 'Không có lời bài nào', expected: 'ít nhất một đoạn lời', todo: 'Lấy lại trang của bài từ hệ thống cũ' })
  if (!page) return faults
  const [created, ...approved] = table.entries
  faults.push(...table.faults)
  if (created === undefined) faults.push({ field: 'created', line: labels.get('table') ?? null, message: 'Không có người tạo', expected: 'hàng “người tạo, ngày tạo” ở bảng người', todo: 'Ghi người tạo theo sổ của đài' })
  if (approved.length === 0) faults.push({ field: 'approved', line: labels.get('table') ?? null, message: 'Không có người duyệt', expected: 'người duyệt và ngày duyệt ở bảng người', todo: 'Bài chưa được duyệt: nhập vào như bản nháp' })
  const early = approved.find(({ at }) => at !== null && created?.at !== undefined && created.at !== null && at < created.at)
  if (early !== undefined) faults.push({ field: 'approved', line: early.line, message: `${early.person} duyệt trước khi bài được tạo`, expected: 'ngày duyệt không sớm hơn ngày tạo', todo: 'Đối chiếu hai thời điểm với sổ của đài' })
  return faults
}
