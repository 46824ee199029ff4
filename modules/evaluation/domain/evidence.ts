import { refuse } from '#kernel/refusal.ts'
import { secrecyOfName } from '#kernel/secrecy.ts'

/** Kinds of file taken as evidence (minh chứng), by extension; `found` is what the content must be recognised as. */
export const evidenceKinds = {
  pdf: { found: 'pdf', mediaType: 'application/pdf' },
  docx: { found: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { found: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { found: 'pptx', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  odt: { found: 'odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  ods: { found: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  jpg: { found: 'jpg', mediaType: 'image/jpeg' },
  jpeg: { found: 'jpg', mediaType: 'image/jpeg' },
  png: { found: 'png', mediaType: 'image/png' },
  heic: { found: 'heic', mediaType: 'image/heic' },
  txt: { found: 'text', mediaType: 'text/plain' },
  csv: { found: 'text', mediaType: 'text/csv' },
} as const

export type EvidenceExtension = keyof typeof evidenceKinds

/** The file name as kept: last part of a path, NFC, no control, direction or other invisible signs. */
export function evidenceName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim()
}

/** The kind a name promises; refuses names of other kinds, listing what is taken. */
export function promisedKind(name: string): EvidenceExtension {
  const dot = name.lastIndexOf('.')
  const extension = dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
  if (!Object.hasOwn(evidenceKinds, extension)) {
    refuse('evaluation.evidence.kind-refused', { fileName: name, extension, allowed: Object.keys(evidenceKinds) })
  }
  return extension as EvidenceExtension
}

/** Refuses a file whose content is not what its name says. `found`: kind recognised from the bytes, `text`, or `unknown`. */
export function requireWhatItSays(name: string, kind: EvidenceExtension, found: string): void {
  const expected = evidenceKinds[kind].found
  if (found !== expected) refuse('evaluation.evidence.not-what-it-says', { fileName: name, found, expected })
}

/** Refuses a name that carries a mark of secrecy. */
export function requireNotSecret(name: string): void {
  if (secrecyOfName(name) !== null) refuse('evaluation.evidence.classified', { fileName: name })
}

const address = /^(https?):\/\/([^\s/?#\\@]+)([/?#][^\s\\]*)?$/iu
const host = /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?)(:\d{1,5})?$/iu

/** The address of a document kept elsewhere: http or https, no name or password in it. It is never fetched here. */
export function evidenceAddress(text: string): string {
  const trimmed = text.normalize('NFC').trim()
  const parts = address.exec(trimmed)
  if (parts === null || /\p{C}/u.test(trimmed) || !host.test(parts[2] ?? '')) {
    refuse('evaluation.evidence.bad-address', { address: trimmed.slice(0, 200), expected: 'https://…' })
  }
  return trimmed
}
