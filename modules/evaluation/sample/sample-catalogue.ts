import { div, rational, toShortest } from '#kernel/rational.ts'
import { cellAt, memberAt, optionalCellAt, parseTable } from '#modules/organisation/sample/parse-table.ts'
import { divisionsCatalogueText } from './catalogue-divisions.ts'
import { officeCatalogueText } from './catalogue-office.ts'
import { partyCatalogueText } from './catalogue-party.ts'
import { sampleProductParts } from './types.ts'
import type { SampleCatalogue, SampleComplexityGroup, SampleProduct } from './types.ts'

/** Points of the standard product (sản phẩm chuẩn): coefficient 1. */
const standardPoints = 5

const groups: readonly SampleComplexityGroup[] = [
  { code: 'N1', name: 'Công việc đơn giản, lặp lại', maxPoints: 100 },
  { code: 'N2', name: 'Công việc chuyên môn thường xuyên', maxPoints: 200 },
  { code: 'N3', name: 'Công việc có tính nghiên cứu, báo cáo chuyên đề', maxPoints: 300 },
  { code: 'N4', name: 'Xây dựng văn bản quy phạm, đề án, hồ sơ phức tạp', maxPoints: 400 },
  { code: 'N5', name: 'Công việc có tính chiến lược, tổng hợp nhiều lĩnh vực', maxPoints: 500 },
]

function groupOf(points: number): string {
  const group = groups.find((one) => points <= one.maxPoints)
  if (group === undefined) throw new Error(`No complexity group for ${points} points`)
  return group.code
}

function readBlock(block: string): SampleProduct[] {
  const [header = '', ...lines] = block.split('\n')
  const [head] = parseTable(header, 4)
  if (head === undefined) throw new Error('A block of the catalogue has no header')
  return parseTable(lines.join('\n'), 3).map((row, index) => {
    const points = Number(cellAt(row, 2))
    return {
      code: `${cellAt(head, 0)}-${String(index + 1).padStart(2, '0')}`,
      part: memberAt(head, 1, sampleProductParts),
      office: optionalCellAt(head, 2),
      field: cellAt(head, 3),
      name: cellAt(row, 0),
      unitOfCount: cellAt(row, 1),
      group: groupOf(points),
      points,
      coefficient: toShortest(div(rational(points), rational(standardPoints))),
    }
  })
}

/** The commune's catalogue of products and work (Danh mục sản phẩm, công việc), Article 13 of NĐ 335/2025. */
export const sampleCatalogue: SampleCatalogue = {
  code: 'DM-2026',
  name: 'Danh mục sản phẩm, công việc và hệ số quy đổi của các cơ quan, đơn vị thuộc xã Cam Lộ',
  decisionNumber: '318/QĐ-UBND',
  decisionDate: '2025-12-29',
  effectiveFrom: '2026-01-01',
  issuer: 'Ủy ban nhân dân xã Cam Lộ',
  standardProduct: 'BI-01',
  groups,
  products: [partyCatalogueText, officeCatalogueText, divisionsCatalogueText].flatMap((text) =>
    text.split('@').slice(1).flatMap(readBlock),
  ),
}
