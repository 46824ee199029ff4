/** A line of a record: its number from 1, its text, and the sign or signs that end it ('' for a last line without). */
export interface TextLine {
  readonly number: number
  readonly text: string
  readonly ending: '' | '\n' | '\r\n' | '\r'
}

/** The lines of a text, as Windows, Unix or old Macs end them, mixed too; joined again they are the text, sign for sign. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign !== '\n' && sign !== '\r') continue
    const ending = sign === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r'
    lines.push({ number: lines.length + 1, text: text.slice(start, at), ending })
    at += ending.length - 1
    start = at + 1
  }
  if (start < text.length) lines.push({ number: lines.length + 1, text: text.slice(start), ending: '' })
  return lines
}
