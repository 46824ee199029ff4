import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { query } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { roleNames } from '../../domain/royalties/split.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readMonth } from './month-items.ts'
import { countingParts, totalsOf } from './totals.ts'

const own = 'Mức nhuận bút theo quyết định của đơn vị, không phải quy định của chương trình.'

/** Bảng nhuận bút of a month as a workbook: every item and part that counts, and the totals of each person. */
export const royaltySheet = query(royaltyRoutes.royaltySheet, async ({ query: { month }, actor, read, today, record }) => {
  const items = await readMonth(read, actor, await unitsOfDay(read, actor, today), month)
  const lines = items.flatMap((item) => countingParts(item).map((part) => ({ item, part })))
  if (lines.length === 0) refuse('newsroom.royalty.nothing')
  const people = [...new Set(lines.map(({ part }) => part.personId))]
  const names = await personNames(read, actor.tenantId, people)
  const totals = totalsOf(items)
  const sum = totals.reduce((all, { amount }) => all + amount, 0)
  const title = `Bảng nhuận bút tháng ${month.slice(5)}/${month.slice(0, 4)}`
  const open = items.some(({ closed }) => !closed)
  const head = [title, open ? `Chưa chốt. ${own}` : own].map((text, index) => ({ parts: [{ column: 0, span: 6, text, bold: index === 0 }] }))
  const bytes = await writeWorkbook({ title, sheets: [
    {
      name: 'Theo người',
      linesAbove: head,
      columns: [
        { header: 'Mã', width: 14, kind: 'text' },
        { header: 'Họ và tên', width: 30, kind: 'text' },
        { header: 'Số tin, bài', width: 12, kind: 'integer' },
        { header: 'Số tiền (đồng)', width: 18, kind: 'integer' },
        { header: 'Ký nhận', width: 18, kind: 'text' },
      ],
      rows: [...totals.map(({ personId, items: count, amount }) => [names.get(personId)?.code ?? '', names.get(personId)?.fullName ?? '', count, amount, null]), ['', 'Cộng', null, sum, null]],
      printable: true,
    },
    {
      name: 'Theo tin, bài',
      linesAbove: head,
      columns: [
        { header: 'Ngày phát', width: 12, kind: 'date' },
        { header: 'Tên tin, bài', width: 44, kind: 'text' },
        { header: 'Thể loại', width: 16, kind: 'text' },
        { header: 'Họ và tên', width: 28, kind: 'text' },
        { header: 'Vai', width: 16, kind: 'text' },
        { header: 'Tỷ lệ (%)', width: 10, kind: 'integer' },
        { header: 'Số tiền (đồng)', width: 16, kind: 'integer' },
        { header: 'Căn cứ', width: 36, kind: 'text' },
        { header: 'Ghi chú', width: 30, kind: 'text' },
      ],
      rows: lines.map(({ item, part }) => [item.airedOn, item.title, item.genre, names.get(part.personId)?.fullName ?? '', roleNames[part.role], part.percent, part.amount, item.basis, [item.closed ? '' : 'Chưa chốt', part.reason].filter((text) => text !== '').join('. ')]),
      autoFilter: true,
      printable: true,
    },
  ] })
  record({ action: 'newsroom.royalties.exported', subject: { kind: 'tenant', id: actor.tenantId }, about: people, data: { month, rows: lines.length } })
  return { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileName: `${title.replace('/', '-')}.xlsx`, bytes }
})
