import { isMap, isScalar, isSeq, visit, type Node } from 'yaml'
import { parseYaml, yamlFaultWords, type YamlFault } from '../../domain/rulebook/read-yaml.ts'

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
 * Reads JSON or YAML 1.2 (JSON is a part of it) in NFC. Refuses keys written twice, references, tags and deep nesting,
 * each by line and column; a number too long for a float stays text, so that it is still read exactly.
 */
export function readText(text: string): ReadText {
  const { doc, faults, lineAt } = parseYaml(text.normalize('NFC'))
  if (doc === null || faults.length > 0) return { value: null, problems: faults.map(problemOf), lineOf: () => 1 }
  visit(doc, {
    Scalar: (_key, node) => {
      if (typeof node.value !== 'number' || node.source === undefined || Number.isSafeInteger(node.value)) return
      if (plainNumber.test(node.source) && node.source.length > 15) node.value = node.source
    },
  })
  return { value: doc.toJS({ maxAliasCount: 0 }) as unknown, problems: [], lineOf: (path) => lineAt(offsetOf(doc.contents, path)) }
}

function problemOf(fault: YamlFault): TextProblem {
  const { line, column, key } = fault
  return { path: key, message: `Không đọc được ở dòng ${line}, cột ${column}: ${yamlFaultWords(fault).vi}`, expected: 'YAML hoặc JSON đúng cú pháp', line }
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
