import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { checkFormulas } from '../../domain/rulebook/check-formulas.ts'
import { checkStructure } from '../../domain/rulebook/check-structure.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { interned } from './interned.ts'
import { pathText, readText, type TextProblem } from './read-text.ts'
import { rulebookSchema, toCompiled, type Example } from './rulebook-schema.ts'

/** A rulebook that cannot be used, with every fault and its line. */
export class RulebookError extends Error {
  readonly problems: readonly TextProblem[]
  constructor(problems: readonly TextProblem[]) {
    super(problems.map((problem) => `${problem.path} (dòng ${problem.line}): ${problem.message}`).join('\n'))
    this.name = 'RulebookError'
    this.problems = problems
  }
}

export interface ReadRulebook {
  /** Null when anything is wrong. */
  readonly rulebook: CompiledRulebook | null
  readonly examples: readonly Example[]
  readonly problems: readonly TextProblem[]
  readonly lineOf: (path: readonly (string | number)[]) => number
}

const largest = 2_000_000
// Nobody mends more at once, and each looks its line up.
const mostProblems = 100

/** Reads, validates and checks the source of a rulebook (YAML or JSON), without running its examples. */
export function readRulebook(source: string): ReadRulebook {
  const nothing = { rulebook: null, examples: [] }
  if (source.length > largest) {
    return { ...nothing, problems: [{ path: '', message: 'Bộ quy định dài quá 2 MB', expected: 'không quá 2 MB', line: 1 }], lineOf: () => 1 }
  }
  const text = readText(source)
  if (text.problems.length > 0) return { ...nothing, problems: text.problems, lineOf: text.lineOf }
  const parsed = rulebookSchema.safeParse(text.value, { reportInput: true })
  if (!parsed.success) return { ...nothing, problems: parsed.error.issues.slice(0, mostProblems).flatMap((issue) => schemaProblems(issue, text.lineOf)).slice(0, mostProblems), lineOf: text.lineOf }
  const { examples, ...body } = parsed.data
  const rulebook = interned(toCompiled(body, createHash('sha256').update(source, 'utf8').digest('hex')))
  const found = checkStructure(rulebook)
  // Formulas are looked at only once the names they use are sound.
  const problems = (found.length > 0 ? found : checkFormulas(rulebook)).slice(0, mostProblems).map((problem) => ({
    path: pathText(problem.path),
    message: problem.message,
    expected: problem.expected,
    line: text.lineOf(problem.path),
  }))
  return { rulebook: problems.length > 0 ? null : rulebook, examples, problems, lineOf: text.lineOf }
}

type Issue = z.core.$ZodIssue

const typeNames: Readonly<Record<string, string>> = {
  string: 'chữ', number: 'số', int: 'số nguyên', boolean: 'true hoặc false', array: 'danh sách [ … ]', object: 'các mục “tên: giá trị”', record: 'các mục “tên: giá trị”', null: 'null', never: 'không có mục này',
}

function schemaProblems(issue: Issue, lineOf: (path: readonly (string | number)[]) => number, base: readonly (string | number)[] = []): TextProblem[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const at = (extra: readonly (string | number)[], message: string, expected: string): TextProblem => {
    const full = [...path, ...extra]
    return { path: pathText(full), message, expected, line: lineOf(full) }
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostProblems).map((key) => at([key], `Không có khóa “${shortened(key)}” trong khuôn mẫu`, 'khóa đã định nghĩa; sửa tên hoặc bỏ mục này'))
    case 'invalid_type':
      return [at([], issue.input === undefined ? 'Thiếu giá trị bắt buộc' : 'Sai loại giá trị', typeNames[issue.expected] ?? issue.expected)]
    case 'invalid_value':
      return [at([], `Giá trị ${shown(issue.input)} không được phép`, issue.values.map(String).join(' | '))]
    case 'invalid_union':
      return unionProblems(issue, at, (inner) => schemaProblems(inner, lineOf, path))
    case 'invalid_key':
      return [at([], 'Tên mục không đúng khuôn mẫu', 'chữ cái, chữ số và _')]
    case 'too_small':
      return [at([], issue.origin === 'number' || issue.origin === 'int' ? 'Số quá nhỏ' : 'Không được để trống', leastOf(issue))]
    case 'too_big':
      return [at([], issue.origin === 'number' || issue.origin === 'int' ? 'Số quá lớn' : 'Quá dài', `không quá ${String(issue.maximum)}${unitOf(issue.origin)}`)]
    case 'invalid_format':
      return [at([], `Giá trị ${shown(issue.input)} không đúng khuôn mẫu`, issue.message.startsWith('Invalid') ? `theo mẫu ${issue.pattern ?? issue.format}` : issue.message)]
    case 'custom':
      return [at([], issue.message, typeof issue.params?.['expected'] === 'string' ? issue.params['expected'] : 'đúng khuôn mẫu')]
    default:
      return [at([], 'Giá trị không đúng khuôn mẫu', issue.message)]
  }
}

type Union = Extract<Issue, { code: 'invalid_union' }>

/** What is wrong inside the first alternative, where the value is of its kind at all; else what kinds there are. */
function unionProblems(issue: Union, at: (extra: readonly string[], message: string, expected: string) => TextProblem, inside: (inner: Issue) => TextProblem[]): TextProblem[] {
  const [first] = issue.errors
  if (first?.[0] !== undefined && first[0].path.length > 0) return first.flatMap(inside)
if (issue.discriminator !== undefined) return [at([], 'Thiếu hoặc sai giá trị', 'points | yes_no | levels | snapped | bonus | deduction | computed | sum')]
  const kinds = issue.errors.flatMap((errors) => errors.flatMap((each) => (each.code === 'invalid_type' ? [typeNames[each.expected] ?? each.expected] : [])))
  return [at([], 'Sai loại giá trị', [...new Set(kinds)].join(' | ') || 'đúng kiểu')]
}

function leastOf({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return 'ít nhất một chữ'
  return `ít nhất ${String(minimum)}${unitOf(origin)}`
}

function unitOf(origin: string): string {
  return origin === 'array' ? ' mục' : origin === 'string' ? ' ký tự' : ''
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `“${shortened(String(value))}”` : 'này'
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The compiled rulebook of a source text; throws {@link RulebookError} naming every fault with its line. */
export function compileRulebook(source: string): CompiledRulebook {
  const { rulebook, problems } = readRulebook(source)
  if (rulebook === null) throw new RulebookError(problems)
  return rulebook
}
