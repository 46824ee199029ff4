import { fileTypeFromBuffer } from 'file-type'

// Kinds whose files may be readable text from end to end: for these the signature decides.
const textual: ReadonlySet<string> = new Set(['pdf', 'xml', 'rtf', 'ps', 'eps', 'svg', 'ics', 'vcf'])
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

/** What a file is by its bytes: an extension such as `docx` (told apart from plain `zip`), `text` (UTF-8), or `unknown`. */
export async function sniffEvidence(bytes: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(bytes)
  if (known !== undefined && textual.has(known.ext)) return known.ext
  if (isText(bytes)) return 'text'
  return known?.ext ?? 'unknown'
}

/** Short signatures such as "BM" are also how words begin, so readable UTF-8 without control signs is text. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !controls.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
