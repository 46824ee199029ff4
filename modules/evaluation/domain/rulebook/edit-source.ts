import { Document, isCollection, isMap, isScalar, isSeq, visit, type ParsedNode } from 'yaml'
import { isRecord } from '#kernel/is-record.ts'
import { parseYaml, type YamlFault } from './read-yaml.ts'

export type SourcePath = readonly (string | number)[]

/** A number written with exactly these digits (`2.5`, `1/3`), never a float. */
export interface Exact {
  readonly exact: string
}

/** What may be written into a source: scalars, exact numbers, and lists and records of them. */
export type SourceValue = string | boolean | number | null | Exact | readonly SourceValue[] | { readonly [key: string]: SourceValue }

/** A rulebook's YAML as a form reads it. */
export interface SourceView {
  readonly text: string
  /** The plain value; null when the text cannot be read. */
  readonly value: Readonly<Record<string, unknown>> | null
  readonly faults: readonly YamlFault[]
  /** Line (from 1) of the deepest part of a path that is written. */
  readonly lineOf: (path: SourcePath) => number
}

type Parsed = Document.Parsed<ParsedNode>

/** Numbers keep the digits they are written with. */
function exactValue(doc: Parsed): unknown {
  visit(doc, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source
    },
  })
  return doc.toJS({ maxAliasCount: 0 })
}

/** Reads the YAML of a rulebook for showing and editing; whether it is a sound rulebook is for the checker to say. */
export function readSource(text: string): SourceView {
  const { doc, faults, lineAt } = parseYaml(text)
  const value = doc === null || faults.length > 0 ? null : exactValue(doc)
  const record = isRecord(value) ? value : null
  return {
    text,
    value: record,
    faults: faults.length > 0 || record !== null ? faults : [{ code: 'NOT_A_RECORD', line: 1, column: 1, key: '' }],
    lineOf: (path) => (doc === null ? 1 : lineAt(offsetOf(doc, path))),
  }
}

function offsetOf(doc: Parsed, path: SourcePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const found = keyOffset(doc, path.slice(0, length))
    if (found !== undefined) return found
  }
  return 0
}

function keyOffset(doc: Parsed, path: SourcePath): number | undefined {
  const parent = nodeAt(doc, path.slice(0, -1))
  const last = path.at(-1)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(last))
    return pair !== undefined && isScalar(pair.key) ? pair.key.range?.[0] : undefined
  }
  const node = isSeq(parent) ? parent.items[Number(last)] : undefined
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined
}

function nodeAt(doc: Parsed, path: SourcePath): unknown {
  return path.length === 0 ? doc.contents : doc.getIn([...path], true)
}

const plainWord = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

function isExact(value: SourceValue): value is Exact {
  return isRecord(value) && 'exact' in value && Object.keys(value).length === 1
}

function isScalarValue(value: SourceValue): value is string | boolean | number | null | Exact {
  return value === null || typeof value !== 'object' || isExact(value)
}

/** How a scalar is written, in the quotes the text had before where they still serve. */
function scalarText(value: string | boolean | number | null | Exact, quoted: boolean): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'object') return plainNumber.test(value.exact) && !quoted ? value.exact : JSON.stringify(value.exact)
  return !quoted && plainWord.test(value) && !reserved.test(value) ? value : JSON.stringify(value)
}

/**
 * The text with the value at a path written anew; everything else stays byte for byte, comments included. A missing key
 * is added to its record. Throws when the text cannot be read or the path leads nowhere.
 */
export function writeSource(text: string, path: SourcePath, value: SourceValue): string {
  const doc = readable(text)
  const node = nodeAt(doc, path)
  const range = isScalar(node) ? node.range : undefined
  if (isScalar(node) && range && range[1] > range[0] && isScalarValue(value) && !String(node.type).startsWith('BLOCK')) {
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
    return text.slice(0, range[0]) + scalarText(value, quoted) + text.slice(range[1])
  }
  const key = path.at(-1)
  if (path.length === 1 && typeof key === 'string' && node === undefined) return `${withoutLastLines(text)}\n\n${pairText(key, value)}`
  return rewrite(text, doc, path.slice(0, -1), () => doc.setIn([...path], nodeFor(doc, value)))
}

/** The text without the entry at a path: a key of a record or an item of a list. */
export function removeFromSource(text: string, path: SourcePath): string {
  const doc = readable(text)
  return rewrite(text, doc, path.slice(0, -1), () => doc.deleteIn([...path]))
}

/** The text with one more item in the list at a path, at its end or before `at`; a missing list is begun. */
export function insertIntoSource(text: string, path: SourcePath, value: SourceValue, at?: number): string {
  const doc = readable(text)
  const list = nodeAt(doc, path)
  if (!isSeq(list)) return writeSource(text, path, [value])
  return rewrite(text, doc, path, () => list.items.splice(at ?? list.items.length, 0, nodeFor(doc, value) as never))
}

/** The text with an item of a list moved by one place; as it was when there is no such place. */
export function moveInSource(text: string, path: SourcePath, by: -1 | 1): string {
  const doc = readable(text)
  const list = nodeAt(doc, path.slice(0, -1))
  const from = Number(path.at(-1))
  if (!isSeq(list) || list.items[from] === undefined || list.items[from + by] === undefined) return text
  return rewrite(text, doc, path.slice(0, -1), () => {
    const [item] = list.items.splice(from, 1)
    list.items.splice(from + by, 0, item as never)
  })
}

function readable(text: string): Parsed {
  const { doc, faults } = parseYaml(text)
  if (doc === null || faults.length > 0) throw new Error(`not YAML: ${faults[0]?.code ?? ''}`)
  return doc
}

const style = { lineWidth: 0, flowCollectionPadding: true, indentSeq: true } as const

function nodeFor(doc: Parsed, value: SourceValue): unknown {
  if (isExact(value)) return doc.createNode(plainNumber.test(value.exact) ? Number(value.exact) : value.exact)
  const node = doc.createNode(plain(value))
  visit(node, {
    Collection: (_key, each) => {
      // A record of short values stays on one line, as the shipped rulebooks write it.
      if (isMap(each) && each.items.every((pair) => isScalar(pair.value) || (isMap(pair.value) && pair.value.items.every((inner) => isScalar(inner.value))))) each.flow = true
      if (isSeq(each) && (each.items.length === 0 || each.items.every((item) => isScalar(item)))) each.flow = true
    },
    Scalar: (key, each) => {
      if (key !== 'key' && typeof each.value === 'string' && !plainWord.test(each.value)) each.type = 'QUOTE_DOUBLE'
    },
  })
  return node
}

function plain(value: SourceValue): unknown {
  if (isScalarValue(value)) return isExact(value) ? (plainNumber.test(value.exact) ? Number(value.exact) : value.exact) : value
  if (Array.isArray(value)) return (value as readonly SourceValue[]).map(plain)
  return Object.fromEntries(Object.entries(value as Readonly<Record<string, SourceValue>>).map(([key, each]) => [key, plain(each)]))
}

/** The text without the line feeds at its end, found from there: an expression would look from every line feed on. */
function withoutLastLines(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end -= 1
  return text.slice(0, end)
}

function pairText(key: string, value: SourceValue): string {
  const doc = new Document({}) as unknown as Parsed
  doc.setIn([key], nodeFor(doc, value))
  return doc.toString(style)
}

/** Writes the nearest record or list anew in place, indented as it stood; its comments go with its entries. */
function rewrite(text: string, doc: Parsed, path: SourcePath, change: () => void): string {
  let at = path
  let node = nodeAt(doc, at)
  while (!isCollection(node) && at.length > 0) {
    at = at.slice(0, -1)
    node = nodeAt(doc, at)
  }
  if (!isCollection(node) || !node.range) throw new Error(`nothing at ${path.join('.')}`)
  const [start, , end] = node.range
  const flow = node.flow === true
  change()
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const column = start - lineStart
  // What stands before the first entry is outside the part written anew.
  node.commentBefore = null
  const holder = new Document(null)
  holder.contents = node as never
  const body = holder.toString(style).trimEnd()
  const stop = flow ? (node.range[1] ?? end) : end
  const tail = text.slice(start + text.slice(start, stop).trimEnd().length, stop)
  const indented = body.split('\n').map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(column) + line)).join('\n')
  return text.slice(0, start) + indented + tail + text.slice(stop)
}
