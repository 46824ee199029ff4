import { tidy } from '#kernel/vietnamese.ts'
import type { PrintableValue } from '#platform/documents/printable.ts'
import { issuerLines, verificationView } from './form-view.ts'
import type { Marked, ResultForm, ResultFormBlock, ResultFormSection } from './result-form.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const

function marked({ text, marks }: Marked): PrintableValue {
  return { text: tidy(text), mark: marks.length === 0 ? '' : `(${marks.join(', ')})` }
}

function paragraphs(text: string): string[] {
  return text.split('\n').map(tidy).filter((line) => line !== '')
}

function block(each: ResultFormBlock): PrintableValue {
  switch (each.kind) {
    case 'field':
      return { kind: each.kind, label: each.label, value: marked(each.value) }
    case 'words':
      return { kind: each.kind, label: each.label, paragraphs: paragraphs(each.text), lines: each.lines }
    case 'note':
      return { kind: each.kind, text: tidy(each.text) }
    case 'table': {
      const words = each.columns.findIndex((column) => column.align === 'left')
      return {
        kind: each.kind,
        widths: each.columns.map((column) => column.width),
        aligns: each.columns.map((column) => column.align),
        head: each.columns.map((column) => marked(column.head)),
        rows: each.rows.map((row) => ({ cells: row.cells.map((cell, at) => ({ ...(marked(cell) as { text: string; mark: string }), depth: at === words ? row.depth : 0 })), weight: row.weight })),
      }
    }
  }
}

function section({ name, blocks }: ResultFormSection, at: number): PrintableValue {
  return { number: roman[at] ?? String(at + 1), name, blocks: blocks.map(block) }
}

/** What template result-form.typ prints for one person or organisation. */
export function viewOfResultForm(form: ResultForm): PrintableValue {
  return {
    heading: form.heading,
    issuer: issuerLines(form.issuer),
    dateline: form.dateline,
    stamp: form.stamp ?? '',
    title: form.title,
    subtitle: marked(form.subtitle),
    period: form.period,
    fields: form.fields.map(block),
    sections: form.sections.map(section),
    signatures: form.signatures.map(({ headings, note, name }) => ({ headings, note, name: tidy(name) })),
    footnotes: form.footnotes.map(tidy),
    verification: verificationView(form.verification),
  }
}
