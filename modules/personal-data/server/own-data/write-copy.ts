import { strToU8, zip, type AsyncZippable } from 'fflate'
import { momentWords, type OwnRecord } from '#kernel/own-record.ts'
import { Refusal } from '#kernel/refusal.ts'
import { writeWorkbook, type WorkbookSheet } from '#platform/spreadsheet/write-workbook.ts'
import { inOwnCopy, ownClasses, type OwnClass } from '../../domain/own-data/classes.ts'
import { recordClasses } from '../../domain/record-classes.ts'
import { shippedRegister } from '../register/shipped-register.ts'
import type { CollectContext, OwnData } from './collect.ts'

/** Files beyond this are named, not enclosed: each is still downloaded from its task. */
const mostFileBytes = 100 * 1024 * 1024
const longestCell = 32_000

/** A copy written, and how much is in it. */
export interface WrittenCopy {
  readonly bytes: Uint8Array
  readonly records: number
  readonly files: number
}

/** The copy as one zip: `du-lieu.xlsx` to read, `du-lieu.json` for machines, the files of evidence, and what is not in it and why. */
export async function writeCopy(context: CollectContext, data: OwnData): Promise<WrittenCopy> {
  const enclosed = await loadFiles(context, data.evidence)
  const json = {
    format: 'thuocdo-own-data-1',
    madeAt: context.now.toISOString(),
    person: context.actor.displayName,
    classes: ownClasses.map((recordClass) => ({
      class: recordClass,
      name: shippedRegister.classes[recordClass].name.vi,
      records: data[recordClass].map(({ id, title, fields, detail, file }) => ({ id, title, said: fields, content: detail, ...(file === undefined ? {} : { file: enclosed.get(id)?.path ?? null }) })),
    })),
    withheld,
  }
  const entries: AsyncZippable = {
    'doc-toi.txt': strToU8(readme(context)),
    'du-lieu.json': strToU8(JSON.stringify(json, undefined, 1)),
    'du-lieu.xlsx': [await writeWorkbook({ title: 'Bản sao dữ liệu của tôi', sheets: sheetsOf(data) }), { level: 0 }],
  }
  for (const { path, bytes } of enclosed.values()) entries[path] = [bytes, { level: 0 }]
  return { bytes: await zipped(entries), records: Object.values(data).reduce((sum, records) => sum + records.length, 0), files: enclosed.size }
}

function zipped(entries: AsyncZippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => zip(entries, (error, bytes) => (error === null ? resolve(bytes) : reject(error))))
}

/** Files of evidence by record; one that is damaged in the store does not keep the rest from its owner. */
async function loadFiles({ files }: CollectContext, evidence: readonly OwnRecord[]): Promise<Map<string, { path: string; bytes: Uint8Array }>> {
  const enclosed = new Map<string, { path: string; bytes: Uint8Array }>()
  let left = mostFileBytes
  for (const { id, file } of evidence) {
    if (file === undefined || file.size > left) continue
    try {
      enclosed.set(id, { path: `minh-chung/${enclosed.size + 1} ${file.name.replace(/[\\/:*?"<>|]/g, '_')}`, bytes: await files.get(file.contentId) })
      left -= file.size
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return enclosed
}

/** One sheet a class: what record, what of it, what it says. A class without records has no sheet; the first sheet counts them all. */
function sheetsOf(data: OwnData): WorkbookSheet[] {
  const nameOf = (recordClass: OwnClass): string => shippedRegister.classes[recordClass].name.vi
  const overview: WorkbookSheet = {
    name: 'Mục lục',
    columns: [{ header: 'Loại dữ liệu', width: 40, kind: 'text' }, { header: 'Số bản ghi', width: 14, kind: 'integer' }, { header: 'Không có trong bản sao, vì', width: 80, kind: 'text' }],
    rows: [...ownClasses.map((recordClass) => [nameOf(recordClass), data[recordClass].length, null]), ...withheld.map(({ what, why }) => [what, null, why])],
    printable: true,
  }
  const classes = ownClasses
    .filter((recordClass) => data[recordClass].length > 0)
    .map((recordClass): WorkbookSheet => ({
      name: nameOf(recordClass),
      columns: [{ header: 'Bản ghi', width: 44, kind: 'text' }, { header: 'Nội dung', width: 40, kind: 'text' }, { header: 'Giá trị', width: 80, kind: 'text' }],
      rows: data[recordClass].flatMap(({ title, fields }) => fields.map(([label, value]) => [title, label, value.slice(0, longestCell)])),
      autoFilter: true,
    }))
  return [overview, ...classes]
}

const reasons: Readonly<Record<Exclude<(typeof inOwnCopy)[keyof typeof inOwnCopy], 'given'>, string>> = {
  'of-others': 'Tệp nhập dữ liệu của cả cơ quan, chỉ giữ đến khi xác nhận; dữ liệu của bạn đã nhập có ở các mục trên.',
  'secret': 'Phiếu kín chỉ giữ tổng số; không có bản ghi nào của riêng ai.',
  'of-bodies': 'Nói về tổ chức, không phải về cá nhân.',
  'not-readable': 'Chỉ giữ mã băm để chặn thử mật khẩu; không đọc lại được là của ai.',
  'with-evidence': 'Tệp minh chứng của bạn nằm trong thư mục minh-chung.',
  'copies': 'Bản sao lưu mã hóa của chính các dữ liệu trên.',
  'on-device': 'Nằm trên máy của bạn, mã hóa, chưa gửi lên máy chủ.',
  'none-of-persons': 'Nhật ký chạy chương trình không chứa dữ liệu cá nhân.',
}

/** What the program keeps and the copy does not hold, with the reason. */
const withheld: readonly { readonly what: string; readonly why: string }[] = [
  ...recordClasses.flatMap((recordClass) => {
    const part = inOwnCopy[recordClass]
    return part === 'given' ? [] : [{ what: shippedRegister.classes[recordClass].name.vi, why: reasons[part] }]
  }),
  { what: 'Điểm, mức và ý kiến chưa công bố', why: 'Chưa phải kết quả; có trong bản sao sau khi công bố, như trên màn hình.' },
  { what: 'Ai chấm điểm không ghi tên, ai bỏ phiếu thế nào', why: 'Không được lưu.' },
  { what: 'Điểm bạn chấm cho người khác', why: 'Là dữ liệu về người được chấm.' },
  { what: 'Tên và ghi chú về người thân thích đã khai', why: 'Là dữ liệu về người khác, do bộ phận tổ chức giữ.' },
  { what: 'Mật khẩu, khóa xác thực, mã khôi phục', why: 'Chỉ giữ mã băm hoặc đã mã hóa; đưa ra là làm mất an toàn của chính bạn.' },
]

function readme({ actor, now }: CollectContext): string {
  return `Bản sao dữ liệu của ${actor.displayName}, lập lúc ${momentWords(now)}.

du-lieu.xlsx: để đọc, mỗi loại dữ liệu một trang tính; trang đầu là mục lục, kèm những gì không có trong bản sao và lý do.
du-lieu.json: cùng nội dung, để máy đọc.
minh-chung: các tệp minh chứng bạn đã gửi.

Thấy dữ liệu sai, muốn phản đối, hạn chế xử lý hoặc xóa: gửi yêu cầu tại mục Dữ liệu của tôi.

A copy of your own data: du-lieu.xlsx to read, du-lieu.json for machines, minh-chung with the files of your evidence. The first sheet says what is not in it and why.
`
}
