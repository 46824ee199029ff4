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

/** Reads, validates and checks the source of a rulebook (YAML or JSON), without running its examples. */
export function readRulebook(source: string): ReadRulebook {
  const nothing = { rulebook: null, examples: [] }
  if (source.length > largest) {
    return { ...nothing, problems: [{ path: '', message: 'Bộ quy định dài quá 2 MB', expected: 'không quá 2 MB', line: 1 }], lineOf: () => 1 }
  }
  const text = readText(source)
  if (text.problems.length > 0) return { ...nothing, problems: text.problems, lineOf: text.lineOf }
  const parsed = rulebookSchema.safeParse(text.value, { reportInput: true })
  if (!parsed.success) return { ...nothing, problems: parsed.error.issues.flatMap((issue) => schemaProblems(issue, text.lineOf)), lineOf: text.lineOf }
  const { examples, ...body } = parsed.data
  const rulebook = interned(toCompiled(body, createHash('sha256').update(source, 'utf8').digest('hex')))
  const found = checkStructure(rulebook)
  // Formulas are looked at only once the names they use are sound.
  const problems = (found.length > 0 ? found : checkFormulas(rulebook)).map((problem) => ({
    path: pathText(problem.path),
    message: problem.message,
    expected: problem.expected,
    line: text.lineOf(problem.path),
  }))
  return { rulebook: problems.length > 0 ? null : rulebook, examples, problems, lineOf: text.lineOf }
}

type Issue = z.core.$ZodIssue

function schemaProblems(issue: Issue, lineOf: (path: readonly (string | number)[]) => number, base: readonly (string | number)[] = []): TextProblem[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const at = (extra: readonly (string | number)[], message: string, expected: string): TextProblem => {
    const full = [...path, ...extra]
    return { path: pathText(full), message, expected, line: lineOf(full) }
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([key], `Không có khóa “${key}” trong khuôn mẫu`, 'khóa đã định nghĩa'))
    case 'invalid_type':
      return [at([], issue.input === undefined ? 'Thiếu giá trị bắt buộc' : 'Sai loại giá trị', issue.expected)]
    case 'invalid_value':
      return [at([], 'Giá trị không được phép', issue.values.map(String).join(' | '))]
    case 'invalid_union': {
      const [first] = issue.errors
      const inner = first?.[0]
      if (inner && inner.path.length > 0) return first.flatMap((each) => schemaProblems(each, lineOf, path))
      return [at([], 'Sai loại giá trị', issue.discriminator ? `một ${issue.discriminator} đã định nghĩa` : 'đúng kiểu')]
    }
    case 'custom':
      return [at([], issue.message, typeof issue.params?.['expected'] === 'string' ? issue.params['expected'] : 'đúng khuôn mẫu')]
    default:
      return [at([], 'Giá trị không đúng khuôn mẫu', issue.message)]
  }
}

/** The compiled rulebook of a source text; throws {@link RulebookError} naming every fault with its line. */
export function compileRulebook(source: string): CompiledRulebook {
  const { rulebook, problems } = readRulebook(source)
  if (rulebook === null) throw new RulebookError(problems)
  return rulebook
}
