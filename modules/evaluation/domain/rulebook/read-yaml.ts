import { isScalar, LineCounter, parseDocument, visit, type Document, type ParsedNode } from 'yaml'
import type { Bilingual } from './expression.ts'

/** Why a text is not YAML that a rulebook may be written in: the parser's codes that people run into, and ours. */
const words = {
  BAD_INDENT: { vi: 'thụt đầu dòng không đúng, hoặc ngoặc chưa đóng', en: 'wrong indentation, or a bracket that is not closed' },
  MISSING_CHAR: { vi: 'thiếu dấu: dấu phẩy, dấu hai chấm, ngoặc hoặc dấu nháy', en: 'a comma, colon, bracket or quote is missing' },
  UNEXPECTED_TOKEN: { vi: 'có ký tự thừa hoặc đặt sai chỗ', en: 'a character too many or in the wrong place' },
  BLOCK_IN_FLOW: { vi: 'ngoặc mở chưa được đóng trước dòng này', en: 'a bracket is not closed before this line' },
  BLOCK_AS_IMPLICIT_KEY: { vi: 'dấu hai chấm đặt sai chỗ; câu có dấu hai chấm phải đặt trong dấu nháy', en: 'a colon in the wrong place; a sentence with a colon needs quotes' },
  MULTILINE_IMPLICIT_KEY: { vi: 'thiếu dấu hai chấm sau tên mục, hoặc dấu nháy chưa đóng', en: 'a colon is missing after a name, or a quote is not closed' },
  TAB_AS_INDENT: { vi: 'thụt đầu dòng bằng dấu cách, không dùng phím Tab', en: 'indent with blanks, not with the Tab key' },
  BAD_SCALAR_START: { vi: 'câu bắt đầu bằng ký tự đặc biệt phải đặt trong dấu nháy', en: 'a sentence that begins with a special character needs quotes' },
  BAD_DQ_ESCAPE: { vi: 'dấu \\ trong dấu nháy kép phải viết thành \\\\', en: 'a \\ between double quotes is written \\\\' },
  MULTIPLE_DOCS: { vi: 'chỉ một văn bản trong một tệp; bỏ dòng “---” này', en: 'one text in a file; take this line “---” out' },
  TAG_RESOLVE_FAILED: { vi: 'không dùng thẻ bắt đầu bằng dấu chấm than (!)', en: 'tags that begin with an exclamation mark (!) are not used' },
  TOO_DEEP: { vi: 'ngoặc hoặc mục lồng nhau quá sâu', en: 'brackets or entries are nested too deep' },
  ALIAS: { vi: 'không dùng tham chiếu (dấu *); viết đầy đủ nội dung', en: 'references (an asterisk) are not used; write the content out' },
  DUPLICATE_KEY: { vi: 'bị lặp lại; mỗi mục chỉ ghi một lần', en: 'is written twice; write each entry once' },
  BAD_KEY: { vi: 'không dùng làm tên mục được', en: 'cannot be the name of an entry' },
  NOT_A_RECORD: { vi: 'văn bản phải gồm các mục “tên: giá trị”', en: 'the text must be made of entries “name: value”' },
  OTHER: { vi: 'không đúng cú pháp YAML', en: 'not valid YAML' },
} as const satisfies Record<string, Bilingual>

export type YamlFaultCode = keyof typeof words

export interface YamlFault {
  readonly code: YamlFaultCode
  /** Line and column, from 1. */
  readonly line: number
  readonly column: number
  /** The key written twice; empty otherwise. */
  readonly key: string
}

export interface ParsedYaml {
  /** Null when the text is so deep that it could not be parsed at all. */
  readonly doc: Document.Parsed<ParsedNode> | null
  readonly faults: readonly YamlFault[]
  /** Line (from 1) of an offset of the text. */
  readonly lineAt: (offset: number) => number
}

const deepest = 60
const mostFaults = 50
const codeOf: Readonly<Record<string, YamlFaultCode>> = { RESOURCE_EXHAUSTION: 'TOO_DEEP' }

/**
 * Parses YAML 1.2 (JSON is a part of it) for a rulebook or a case file: no references, tags, keys written twice or
 * deep nesting. Keys are compared here because the parser's own comparison takes minutes for some ten thousand of them.
 */
export function parseYaml(source: string): ParsedYaml {
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const faults: YamlFault[] = []
  const add = (code: string, offset: number, key = '') => {
    const { line, col } = lines.linePos(offset)
    if (faults.length < mostFaults) faults.push({ code: codeOf[code] ?? (code in words ? (code as YamlFaultCode) : 'OTHER'), line: Math.max(1, line), column: Math.max(1, col), key })
  }
  let doc: Document.Parsed<ParsedNode>
  try {
    doc = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, version: '1.2', merge: false })
  } catch {
    return { doc: null, faults: [{ code: 'TOO_DEEP', line: 1, column: 1, key: '' }], lineAt }
  }
  // What follows the first fault of the syntax is mostly its echo.
  const [first] = [...doc.errors, ...doc.warnings]
  if (first !== undefined) {
    add(first.code, first.pos[0])
    return { doc, faults, lineAt }
  }
  let deep = false
  visit(doc, {
    Node: (_key, node, path) => {
      if (path.length <= 2 * deepest) return undefined
      if (!deep) add('TOO_DEEP', node.range?.[0] ?? 0)
      deep = true
      return visit.SKIP
    },
    Alias: (_key, node) => add('ALIAS', node.range?.[0] ?? 0),
    Map: (_key, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '[…]'
        const at = isScalar(key) ? (key.range?.[0] ?? 0) : (map.range?.[0] ?? 0)
        if (!isScalar(key) || name === '__proto__') add('BAD_KEY', at, name)
        else if (seen.has(name)) add('DUPLICATE_KEY', at, name)
        else seen.add(name)
      }
    },
  })
  return { doc, faults, lineAt }
}

/** What is wrong with a YAML, as a sentence without the place. */
export function yamlFaultWords({ code, key }: YamlFault): Bilingual {
  const { vi, en } = words[code]
  return key === '' ? { vi, en } : { vi: `“${key}” ${vi}`, en: `“${key}” ${en}` }
}
