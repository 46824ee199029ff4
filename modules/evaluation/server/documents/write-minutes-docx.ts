import { AlignmentType, BorderStyle, Document, Header, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type IParagraphOptions } from 'docx'
import type { Minutes, MinutesBlock } from './minutes.ts'

/** Twentieths of a point in a millimetre. */
const mm = 56.7
/** Width between the margins of 30 mm and 20 mm, in twentieths of a point. */
const textWidth = Math.round(160 * mm)
/** Percent of the width that the two sides of the heading take. */
const sides = [43, 57] as const

/** Half points: what each paper asks for (HD 36-HD/VPTW; NĐ 30/2020, Appendix I). */
const sizesOf = {
  party: { body: 28, table: 26, issuer: 28, heading: 30, motto: 28, title: 32 },
  state: { body: 26, table: 24, issuer: 24, heading: 24, motto: 26, title: 28 },
} as const satisfies Record<Minutes['heading'], unknown>
type Sizes = (typeof sizesOf)[Minutes['heading']]

type Style = Pick<IParagraphOptions, 'alignment' | 'spacing' | 'keepNext' | 'border' | 'indent'> & { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

function line(text: string, { bold = false, italics = false, size, ...rest }: Style = {}): Paragraph {
  return new Paragraph({ spacing: { after: 60 }, ...rest, children: [new TextRun({ text: text.normalize('NFC'), bold, italics, ...(size === undefined ? {} : { size }) })] })
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder }
const centre = { alignment: AlignmentType.CENTER } as const

/** A rule of this length in the middle of a side, under the line before it. */
function rule(length: number, side: 0 | 1): Paragraph {
  const indent = Math.max(0, Math.round((160 * sides[side] * mm) / 200 - (length * mm) / 2 - 1.9 * mm))
  return line('', { ...centre, size: 8, spacing: { after: 60 }, indent: { left: indent, right: indent }, border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } } })
}

function sideBySide(columns: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((textWidth * width) / 100)),
    borders: noBorders,
    rows: [new TableRow({ cantSplit: true, children: columns.map((children) => new TableCell({ borders: noBorders, children: [...children] })) })],
  })
}

function header(minutes: Minutes, sizes: Sizes): Table {
  const party = minutes.heading === 'party'
  const issuer = { ...centre, size: sizes.issuer }
  const left = [...(minutes.superior === '' ? [] : [line(minutes.superior, issuer)]), line(minutes.body, { ...issuer, bold: true, spacing: { after: 0 } }), ...(party ? [line('*', issuer)] : [rule(25, 0)]), line(minutes.number, centre)]
  const right = party
    ? [line('ĐẢNG CỘNG SẢN VIỆT NAM', { ...centre, bold: true, size: sizes.heading, spacing: { after: 0 } }), rule(71, 1)]
    : [line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centre, bold: true, size: sizes.heading, spacing: { after: 0 } }), line('Độc lập - Tự do - Hạnh phúc', { ...centre, bold: true, size: sizes.motto, spacing: { after: 0 } }), rule(57, 1)]
  return sideBySide([left, [...right, line(minutes.dateline, { ...centre, italics: true })]], sides)
}

function blockOf(block: MinutesBlock, sizes: Sizes): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [line(block.text, { bold: true, keepNext: true, spacing: { before: 160, after: 80 } })]
  if (block.kind === 'paragraph') return [line(block.text, { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: Math.round(10 * mm) } })]
  const cell = (text: string, bold: boolean) => new TableCell({ verticalAlign: VerticalAlign.CENTER, margins: { left: 80, right: 80 }, children: [line(text, { bold, size: sizes.table, spacing: { after: 0 }, ...(bold ? centre : {}) })] })
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: block.widths.map((width) => Math.round((textWidth * width) / 100)),
      rows: [new TableRow({ tableHeader: true, children: block.head.map((name) => cell(name, true)) }), ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }))],
    }),
    line('', { spacing: { after: 0 }, size: 12 }),
  ]
}

/** The minutes as DOCX, to be edited before they are signed; Times New Roman, A4, pages numbered above from the second on. */
export async function writeMinutesDocx(minutes: Minutes): Promise<Uint8Array> {
  const sizes = sizesOf[minutes.heading]
  const numbered = new Header({ children: [new Paragraph({ ...centre, children: [new TextRun({ children: [PageNumber.CURRENT] })] })] })
  const document = new Document({
    creator: 'Thước Đo',
    title: `Biên bản: ${minutes.subject}`,
    styles: { default: { document: { run: { font: 'Times New Roman', size: sizes.body, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: Math.round(210 * mm), height: Math.round(297 * mm) }, margin: { top: Math.round(20 * mm), bottom: Math.round(20 * mm), left: Math.round(30 * mm), right: Math.round(20 * mm) } },
        },
        headers: { default: numbered, first: new Header({ children: [] }) },
        children: [
          header(minutes, sizes),
          line('BIÊN BẢN', { ...centre, bold: true, size: sizes.title, spacing: { before: 200, after: 0 } }),
          line(minutes.subject, { ...centre, bold: true, spacing: { after: 160 } }),
          ...minutes.blocks.flatMap((block) => blockOf(block, sizes)),
          sideBySide(
            minutes.signatures.map((one) => [line(one.heading, { ...centre, bold: true, spacing: { before: 240, after: 1200 } }), line(one.name, { ...centre, bold: true })]),
            minutes.signatures.map(() => 100 / minutes.signatures.length),
          ),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
