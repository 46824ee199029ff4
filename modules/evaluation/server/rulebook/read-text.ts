import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'

export interface TextProblem {
  readonly path: string
  readonly message: string
  readonly expected: string
  readonly line: number
}

export interface ReadText {
  readonly value: unknown
  readonly problems: readonly TextProblem[]
  /** Line (from 1) of the deepest part of a path that exists in the text. */
  readonly lineOf: (path: readonly (string | number)[]) => number
}

const plainNumber = /^-?\d+(?:\.\d+)?$/

/**
 * Reads JSON or YAML 1.2 (JSON is a part of it) in NFC. Refuses duplicate keys, aliases and unknown tags;
 * a number too long for a float stays text, so that it is still read exactly.
 */
export function readText(text: string): ReadText {
  const source = text.normalize('NFC')
  const lines = new LineCounter()
  let doc: Document.Parsed
  try {
    doc = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: '1.2', merge: false })
  } catch (error) {
    const message = error instanceof RangeError ? 'Văn bản lồng quá sâu' : `Không đọc được: ${error instanceof Error ? error.message : String(error)}`
    return { value: null, problems: [{ path: '', message, expected: 'JSON hoặc YAML', line: 1 }], lineOf: () => 1 }
  }
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const problems: TextProblem[] = [...doc.errors, ...doc.warnings].map((error) => ({
    path: error.code === 'DUPLICATE_KEY' ? keyAt(source, error.pos[0]) : '',
    message: error.code === 'DUPLICATE_KEY' ? `Khóa “${keyAt(source, error.pos[0])}” bị lặp lại` : `Không đọc được: ${error.message}`,
    expected: error.code === 'DUPLICATE_KEY' ? 'mỗi khóa một lần' : 'JSON hoặc YAML đúng cú pháp',
    line: lineAt(error.pos[0]),
  }))
  visit(doc, {
    Alias: (_key, node) => {
      problems.push({ path: '', message: 'Không dùng tham chiếu (*)', expected: 'viết đầy đủ', line: lineAt(node.range?.[0] ?? 0) })
    },
    Scalar: (_key, node) => {
      if (typeof node.value !== 'number' || node.source === undefined || Number.isSafeInteger(node.value)) return
      if (plainNumber.test(node.source) && node.source.length > 15) node.value = node.source
    },
  })
  const lineOf = (path: readonly (string | number)[]) => lineAt(offsetOf(doc.contents, path))
  return { value: problems.length > 0 ? null : (doc.toJS({ maxAliasCount: 0 }) as unknown), problems, lineOf }
}

/** The key written at an offset, without its quotes. */
function keyAt(source: string, offset: number): string {
  const [quoted, , plain = ''] = /^(["'])(.{0,80}?)\1|^([^\s:,{}[\]]{0,80})/.exec(source.slice(offset, offset + 100)) ?? ['']
  return quoted.startsWith('"') || quoted.startsWith("'") ? quoted.slice(1, -1) : plain || quoted
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      if (!pair) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined
      if (!range) return offset
      offset = range[0]
    } else return offset
  }
  return offset
}

/** `["sheet", "quantities", 3, "formula"]` → `sheet.quantities[3].formula`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '')
}
