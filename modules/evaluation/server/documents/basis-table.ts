import { plain, type Marked, type ResultFormBlock, type ResultFormRow } from './result-form.ts'

/** One line of a table of what was found and by which article. */
export interface BasisLine {
  readonly what: Marked
  readonly found: string
  readonly article: string | null
  readonly weight?: ResultFormRow['weight']
  readonly depth?: number
}

/** A table of what, what was found and by which article (căn cứ); without the last column where no line has one. */
export function basisTable(what: string, found: string, lines: readonly BasisLine[]): ResultFormBlock {
  const known = lines.some((line) => (line.article ?? '') !== '')
  return {
    kind: 'table',
    columns: [
      { head: plain(what), width: known ? 53 : 75, align: 'left' },
      { head: plain(found), width: known ? 18 : 25, align: 'center' },
      ...(known ? [{ head: plain('Căn cứ'), width: 29, align: 'left' as const }] : []),
    ],
    rows: lines.map((line) => ({ cells: [line.what, plain(line.found), ...(known ? [plain(line.article ?? '')] : [])], weight: line.weight ?? 'plain', depth: line.depth ?? 0 })),
  }
}
