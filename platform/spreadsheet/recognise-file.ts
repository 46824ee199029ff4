import { refuse } from '#kernel/refusal.ts'

const oleSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const zipSignature = Buffer.from([0x50, 0x4b])
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')
const wordStream = Buffer.from('WordDocument', 'utf16le')

function looksLikeText(head: Buffer): boolean {
  if (head[0] === 0xff || head[0] === 0xfe) return true
  return !head.includes(0)
}

/** Refuses, each with its own code, whatever is not a zip package: old Excel, encrypted, web page, CSV, anything else. */
export function refuseUnlessZip(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) refuse('spreadsheet.empty_file')
  if (file.subarray(0, 2).equals(zipSignature)) return
  if (file.subarray(0, 8).equals(oleSignature)) {
    if (file.includes(encryptedStream)) refuse('spreadsheet.encrypted')
    if (file.includes(wordStream)) refuse('spreadsheet.other_office_file', { format: 'Word (.doc)' })
    refuse('spreadsheet.old_excel')
  }
  const head = file.subarray(0, 4096)
  const start = head.toString('utf8').replace(/^\ufeff/, '').trimStart().toLowerCase()
  if (start.startsWith('%pdf-')) refuse('spreadsheet.other_office_file', { format: 'PDF' })
  if (/^(<!doctype html|<html|<table|<meta|<head|<\?xml)/.test(start)) refuse('spreadsheet.web_page')
  if (looksLikeText(head)) refuse('spreadsheet.plain_text')
  refuse('spreadsheet.not_a_workbook')
}
