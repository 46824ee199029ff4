import { Refusal } from '#kernel/refusal.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { classify } from '../../domain/scoring/classify.ts'
import { isPeriodInput, scorePeriod } from '../../domain/scoring/score-period.ts'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { ClassifyInput, ClassifyResult, InputProblem, PeriodInput, ScoreInput, ScoreOptions, ScoreResult } from '../../domain/scoring/types.ts'
import { readRulebook } from './compile-rulebook.ts'
import { pathText, type TextProblem } from './read-text.ts'
import type { Example } from './rulebook-schema.ts'

export interface CheckedRulebook {
  readonly rulebook: CompiledRulebook | null
  readonly examples: number
  readonly problems: readonly TextProblem[]
}

/** Scores a sheet or a period, whichever the input is. */
export function scoreInput(rulebook: CompiledRulebook, input: Readonly<Record<string, unknown>>, options: ScoreOptions = {}): ScoreResult {
  return isPeriodInput(rulebook, input) ? scorePeriod(rulebook, input as PeriodInput, options) : scoreSubject(rulebook, input as ScoreInput, options)
}

/** Validates a rulebook's source and runs every example in it. */
export function checkRulebook(source: string): CheckedRulebook {
  const { rulebook, examples, problems, lineOf } = readRulebook(source)
  if (rulebook === null) return { rulebook, examples: examples.length, problems }
  const failures = examples.flatMap((example, i) =>
    runExample(rulebook, example).map(({ key, message, expected }): TextProblem => {
      const path = ['examples', i, 'expect', ...key]
      return { path: pathText(path), message: `Ví dụ “${example.name}”: ${message}`, expected, line: lineOf(path) }
    }),
  )
  return { rulebook, examples: examples.length, problems: failures }
}

interface Failure {
  readonly key: readonly string[]
  readonly message: string
  readonly expected: string
  /** What came out, where that could be expected instead: a text, or a list of codes or paths. */
  readonly actual?: string | readonly string[] | null
}

function refusals(error: unknown): readonly InputProblem[] {
  if (error instanceof Refusal && error.code === 'score_input_invalid') return error.data['errors'] as InputProblem[]
  throw error
}

/** What an example gives that its `expect` does not say. Empty when it holds. */
export function runExample(rulebook: CompiledRulebook, example: Example): Failure[] {
  const { expect, given, classify: list } = example
  if ((given === undefined) === (list === undefined)) return [{ key: [], message: 'phải có đúng một trong given và classify', expected: 'given | classify' }]
  try {
    if (list !== undefined) {
      const result = classify(rulebook, list as unknown as ClassifyInput)
      if (Object.keys(expect).length === 0) return Object.entries(result.levels).map(([id, level]) => unsaid(['levels', id], level))
      return expect.errors ? notRefused(expect.errors) : compareClassified(expect, result)
    }
    const result = scoreInput(rulebook, given ?? {})
    if (Object.keys(expect).length === 0) return [...(result.total === null ? [] : [unsaid(['total'], result.total)]), unsaid(['level'], result.level)]
    return expect.errors ? notRefused(expect.errors) : compareScore(expect, result)
  } catch (error) {
    const errors = refusals(error)
    const paths = errors.map((each) => each.path)
    const said = `bị từ chối: ${errors.map((each) => `${each.path}: ${each.message}`).join('; ')}`
    if (Object.keys(expect).length === 0) return [{ ...unsaid(['errors'], paths), message: `chưa ghi kết quả mong đợi; ${said}` }]
    if (!expect.errors) return [{ key: [], message: said, expected: 'được chấm' }]
    return expect.errors.filter((path) => !paths.includes(path)).map((path) => ({ key: ['errors'], message: `không báo lỗi tại ${path}, mà tại ${paths.join(', ')}`, expected: path, actual: paths }))
  }
}

/** An example that says nothing of what must come out proves nothing: it does not hold until somebody has looked at what does. */
function unsaid(key: readonly string[], actual: string | readonly string[]): Failure {
  return { key, message: `chưa ghi kết quả mong đợi; tính ra ${typeof actual === 'string' ? actual : actual.join(', ')}`, expected: '', actual }
}

function notRefused(paths: readonly string[]): Failure[] {
  return [{ key: ['errors'], message: 'được chấm dù phải bị từ chối', expected: paths.join(', ') }]
}

function difference(key: readonly string[], actual: unknown, expected: unknown): Failure[] {
  if (actual === expected) return []
  return [{ key, message: `ra ${actual === null || actual === undefined ? 'không có' : String(actual)}`, expected: String(expected), actual: typeof actual === 'string' ? actual : null }]
}

type Expect = Example['expect']

function compareScore(expect: Expect, result: ScoreResult): Failure[] {
  const simple = (['total', 'exact', 'taskPoints', 'generalPoints', 'level', 'band'] as const).flatMap((key) =>
    expect[key] === undefined ? [] : difference([key], result[key], expect[key]),
  )
  const terms = Object.entries(expect.terms ?? {}).flatMap(([name, value]) => difference(['terms', name], result.terms[name], value))
  const parts = Object.entries(expect.parts ?? {}).flatMap(([id, value]) => difference(['parts', id], result.parts?.find((part) => part.id === id)?.total, value))
  const codes = result.reasons.map((each) => each.code)
  const missingPaths = result.reasons.map((each) => each.path)
  return [
    ...simple,
    ...terms,
    ...parts,
    ...(expect.reasons ?? []).filter((code) => !codes.includes(code)).map((code) => ({ key: ['reasons'], message: `lý do là ${codes.join(', ')}`, expected: code, actual: codes })),
    ...(expect.missing ?? []).filter((path) => !missingPaths.includes(path)).map((path) => ({ key: ['missing'], message: `không nói thiếu ${path}`, expected: path })),
  ]
}

function compareClassified(expect: Expect, result: ClassifyResult): Failure[] {
  const levels = Object.entries(expect.levels ?? {}).flatMap(([id, level]) => difference(['levels', id], result.levels[id], level))
  const quotas = (expect.quotas ?? []).flatMap((wanted, i): Failure[] => {
    const found = result.quotas.find((quota) => quota.scope === wanted['scope'] && (wanted['quota'] === undefined || quota.quota === wanted['quota']))
    if (!found) return [{ key: ['quotas', String(i)], message: `không có phạm vi ${String(wanted['scope'])}`, expected: String(wanted['scope']) }]
    return Object.entries(wanted).flatMap(([key, value]) => difference(['quotas'], (found as unknown as Record<string, unknown>)[key], value).map((each) => ({ ...each, actual: null, message: `${found.scope}.${key} ${each.message}` })))
  })
  return [...levels, ...quotas]
}
