/** Plain JSON, as it is handed to a document template. */
export type PrintableValue = string | number | boolean | null | readonly PrintableValue[] | { readonly [key: string]: PrintableValue }

// Control characters have no printed form, and the bidirectional overrides could make a name read differently from what is stored.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

function printableText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(unprintable, '').toWellFormed()
}

/** The same data with every text in NFC and without characters that cannot be printed. Line feeds stay. */
export function printable(value: PrintableValue): PrintableValue {
  if (typeof value === 'string') return printableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(printable)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)]))
}

function isList(value: PrintableValue): value is readonly PrintableValue[] {
  return Array.isArray(value)
}
