import { refuse } from '#kernel/refusal.ts'
import { docxText } from '#platform/documents/docx-text.ts'

/** The text of a record: a Word file’s, or UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
  if (isPackage) return docxText(bytes) ?? refuse('newsroom.record.not-text')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse('newsroom.record.not-text')
  }
}
