import { AlignmentType, BorderStyle, Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

/** A block on paper: its kind, who speaks, and its lines. */
export interface ScriptRow {
  readonly kind: string
  readonly who: string
  readonly lines: readonly string[]
  /** What is in the film stands in italics, what is read live upright. */
  readonly read: boolean
}

/** A script as the Word file shows it. */
export interface ScriptPaper {
  readonly body: string
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
  readonly rows: readonly ScriptRow[]
  readonly standing: string
  readonly foot: string
}

/** Twentieths of a point in a millimetre. */
const mm = 56.7
/** Between margins of 30 mm and 20 mm. */
const columns = [Math.round(38 * mm), Math.round(122 * mm)] as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: '808080' }

interface Style {
  readonly bold?: boolean
  readonly italics?: boolean
  /** Half points. */
  readonly size?: number
  readonly centred?: boolean
  readonly after?: number
}

function line(text: string, { bold = false, italics = false, size = 26, centred = false, after = 60 }: Style = {}): Paragraph {
  return new Paragraph({ spacing: { after }, ...(centred ? { alignment: AlignmentType.CENTER } : {}), children: [new TextRun({ text: text.normalize('NFC'), bold, italics, size })] })
}

function cell(width: number, children: Paragraph[]): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 100, right: 100 }, children })
}

function row({ kind, who, lines, read }: ScriptRow): TableRow {
  const words = [...(who === '' ? [] : [line(who, { bold: true })]), ...lines.map((text) => line(text, { italics: !read, after: 80 }))]
  return new TableRow({ children: [cell(columns[0], [line(kind, { bold: true, size: 24 })]), cell(columns[1], words.length === 0 ? [line('')] : words)] })
}

/** A script as DOCX in the form stations use: two columns, kinds on the left and words on the right; Times New Roman 13, A4. */
export async function writeScriptDocx(paper: ScriptPaper): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Thước Đo',
    title: paper.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: { size: { width: Math.round(210 * mm), height: Math.round(297 * mm) }, margin: { top: Math.round(20 * mm), bottom: Math.round(20 * mm), left: Math.round(30 * mm), right: Math.round(20 * mm) } } },
        footers: {
          default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 18, children: [`${paper.foot} · `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })] })] }),
        },
        children: [
          line(paper.body, { size: 24 }),
          line(paper.title, { bold: true, size: 32, after: 120 }),
          ...paper.facts.map(([label, value]) => line(`${label}: ${value}`, { size: 24, after: 40 })),
          line(paper.standing, { bold: true, size: 24, after: 160 }),
          new Table({
            width: { size: columns[0] + columns[1], type: WidthType.DXA },
            columnWidths: [...columns],
            borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
            rows: paper.rows.map(row),
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
