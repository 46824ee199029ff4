import { inflateRawSync } from 'node:zlib'
import { refuse } from '#kernel/refusal.ts'
import type { WorkbookLimits } from './workbook-limits.ts'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerAt: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const headerSignature = 0x04034b50
const large = 1024 * 1024

// Parts that carry pictures, comments, charts and the like: never needed for cells, so never unpacked.
const unneeded =
  /^(docProps|customXml)\/|^xl\/(media|embeddings|drawings|charts|ctrlProps|activeX|printerSettings|tables|pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches|threadedComments|persons|externalLinks|richData|theme|worksheets\/_rels|comments[^/]*\.xml)(\/|$)/i

function damaged(): never {
  return refuse('spreadsheet.damaged')
}

function findDirectory(zip: Buffer): { count: number; at: number } {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) {
    if (zip.readUInt32LE(at) === endSignature) return { count: zip.readUInt16LE(at + 10), at: zip.readUInt32LE(at + 16) }
  }
  return damaged()
}

function readDirectory(zip: Buffer, limits: WorkbookLimits): ZipEntry[] {
  const directory = findDirectory(zip)
  if (directory.count > limits.maxEntries) refuse('spreadsheet.expands_too_much', { entries: directory.count })
  const entries: ZipEntry[] = []
  let at = directory.at
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entrySignature) damaged()
    const nameBytes = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: zip.readUInt32LE(at + 20),
      unpackedBytes: zip.readUInt32LE(at + 24),
      headerAt: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) damaged()
  return entries
}

function checkSizes(entries: readonly ZipEntry[], limits: WorkbookLimits): void {
  let total = 0
  for (const entry of entries) {
    total += entry.unpackedBytes
    const ratio = entry.unpackedBytes / Math.max(1, entry.packedBytes)
    if (total > limits.maxUnpackedBytes || (entry.unpackedBytes > large && ratio > limits.maxRatio)) {
      refuse('spreadsheet.expands_too_much', { part: entry.name, unpackedBytes: entry.unpackedBytes, packedBytes: entry.packedBytes })
    }
  }
}

function refuseOtherFormats(names: ReadonlySet<string>): void {
  const has = (start: string) => [...names].some((name) => name.startsWith(start))
  if (names.has('xl/workbook.bin')) refuse('spreadsheet.binary_excel')
  if (has('word/')) refuse('spreadsheet.other_office_file', { format: 'Word (.docx)' })
  if (has('ppt/')) refuse('spreadsheet.other_office_file', { format: 'PowerPoint (.pptx)' })
  if (names.has('mimetype') && names.has('content.xml')) refuse('spreadsheet.other_office_file', { format: 'OpenDocument (.ods, .odt)' })
  if (!names.has('[Content_Types].xml') || !has('xl/')) refuse('spreadsheet.not_a_workbook')
}

function unpack(zip: Buffer, entry: ZipEntry): Buffer {
  const at = entry.headerAt
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== headerSignature) damaged()
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (start + entry.packedBytes > zip.length) damaged()
  const packed = zip.subarray(start, start + entry.packedBytes)
  if (entry.method === 0) return packed.length === entry.unpackedBytes ? packed : damaged()
  if (entry.method !== 8) damaged()
  const bytes = inflate(packed, entry)
  return bytes.length === entry.unpackedBytes ? bytes : damaged()
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) })
  } catch (error) {
    // The directory promised less than the part holds: a bomb that lies about its size.
    if (error instanceof RangeError) refuse('spreadsheet.expands_too_much', { part: entry.name })
    return damaged()
  }
}

function refuseDeclarations(name: string, xml: Buffer): void {
  const wide = xml[0] === 0xff || xml[0] === 0xfe || xml[0] === 0 || xml[1] === 0
  if (wide || xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) refuse('spreadsheet.forbidden_xml', { part: name })
}

function isNeeded({ name }: ZipEntry): boolean {
  return /\.(xml|rels)$/i.test(name) && !unneeded.test(name)
}

/** How many bytes of an .xlsx package would be unpacked to read its cells, as its directory says. Throws as {@link unpackWorkbook}. */
export function neededBytes(bytes: Uint8Array, limits: WorkbookLimits): number {
  const entries = readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
  return entries.filter(isNeeded).reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
}

/**
 * The XML parts of an .xlsx package that cells need, by name. Sizes are checked in the zip directory before anything is
 * unpacked and again while unpacking; document type declarations are refused. Throws `spreadsheet.*` refusals.
 */
export function unpackWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Record<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(zip, limits)
  refuseOtherFormats(new Set(entries.map((entry) => entry.name)))
  if (entries.some((entry) => entry.encrypted)) refuse('spreadsheet.encrypted')
  checkSizes(entries, limits)
  const parts: Record<string, Uint8Array> = {}
  for (const entry of entries.filter(isNeeded)) {
    const xml = unpack(zip, entry)
    refuseDeclarations(entry.name, xml)
    parts[entry.name] = xml
  }
  return parts
}
