import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type IParagraphOptions } from 'docx'
import type { Minutes, MinutesBlock } from './minutes.ts'

/** Twentieths of a point in a millimetre. */
const mm = 56.7
/** Half points. */
const body = 26
/** Width between the margins of 30 mm and 20 mm, in twentieths of a point. */
const textWidth = Math.round(160 * mm)

type Style = Pick<IParagraphOptions, 'alignment' | 'spacing' | 'keepNext'> & { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

function line(text: string, { bold = false, italics = false, size = body, ...rest }: Style = {}): Paragraph {
  return new Paragraph({ spacing: { after: 60 }, ...rest, children: [new TextRun({ text: text.normalize('NFC'), bold, italics, size })] })
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder }
const centre = { alignment: AlignmentType.CENTER } as const

function sideBySide(columns: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((textWidth * width) / 100)),
    borders: noBorders,
    rows: [new TableRow({ cantSplit: true, children: columns.map((children) => new TableCell({ borders: noBorders, children: [...children] })) })],
  })
}

function header(minutes: Minutes): Table {
  const party = minutes.heading === 'party'
  const left = [...(minutes.superior === '' ? [] : [line(minutes.superior, { ...centre, size: 24 })]), line(minutes.body, { ...centre, bold: true, size: 24 }), line(party ? '*' : '_______', { ...centre, size: 24 }), line(minutes.number, centre)]
  const right = party
    ? [line('ĐẢNG CỘNG SẢN VIỆT NAM', { ...centre, bold: true, size: 28 }), line('_______________', centre)]
    : [line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centre, bold: true, size: 24 }), line('Độc lập - Tự do - Hạnh phúc', { ...centre, bold: true }), line('_______________', centre)]
  return sideBySide([left, [...right, line(minutes.dateline, { ...centre, italics: true })]], [43, 57])
}

function blockOf(block: MinutesBlock): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [line(block.text, { bold: true, keepNext: true, spacing: { before: 160, after: 80 } })]
  if (block.kind === 'paragraph') return [line(block.text, { alignment: AlignmentType.JUSTIFIED })]
  const cell = (text: string, bold: boolean) => new TableCell({ verticalAlign: VerticalAlign.CENTER, margins: { left: 80, right: 80 }, children: [line(text, { bold, size: 24, spacing: { after: 0 }, ...(bold ? centre : {}) })] })
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: block.widths.map((width) => Math.round((textWidth * width) / 100)),
      rows: [new TableRow({ tableHeader: true, children: block.head.map((name) => cell(name, true)) }), ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }))],
    }),
    line('', { spacing: { after: 0 }, size: 12 }),
  ]
}

/** The minutes as DOCX, to be edited before they are signed; Times New Roman, A4, margins of NĐ 30/2020. */
export async function writeMinutesDocx(minutes: Minutes): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Thước Đo',
    title: `Biên bản: ${minutes.subject}`,
    styles: { default: { document: { run: { font: 'Times New Roman', size: body, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: { size: { width: Math.round(210 * mm), height: Math.round(297 * mm) }, margin: { top: Math.round(20 * mm), bottom: Math.round(20 * mm), left: Math.round(30 * mm), right: Math.round(20 * mm) } } },
        children: [
          header(minutes),
          line('BIÊN BẢN', { ...centre, bold: true, size: 28, spacing: { before: 200, after: 0 } }),
          line(minutes.subject, { ...centre, bold: true, spacing: { after: 160 } }),
          ...minutes.blocks.flatMap(blockOf),
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
