import type { Criterion, Judgement } from '../rulebook/compiled-rulebook.ts'
import { pointsRules, shortest } from '../points-rules.ts'
import type { RaterColumn } from '../policy.ts'
import { judgementsOf, scoredCriteria } from '../sheet.ts'
import type { SheetSubject } from '../sheet-content.ts'

/** One column a rater fills in the workbook of her sheets: a criterion, a recorded choice, its reason, a text, or a level. */
export interface SheetColumn {
  /** Names the column in the file, unchanging: `points:I.1`, `judgement:d`, `reason:d`, `text:comment`, `level`. */
  readonly key: string
  readonly kind: 'points' | 'judgement' | 'reason' | 'text' | 'level'
  /** The criterion, judgement or text it fills, as `EntryProblem` calls it. */
  readonly code: string
  readonly header: string
  /** What is looked at, line by line. */
  readonly help: readonly string[]
  /** Numbers from nought to `max` in steps of `step`; null for words. */
  readonly number: { readonly max: string; readonly step: string | null } | null
  /** What may be chosen, as shown, and what each is stored as; null when typed freely. */
  readonly choices: readonly { readonly shown: string; readonly value: string }[] | null
}

export const textFields = ['comment', 'strengths', 'weaknesses'] as const
type TextField = (typeof textFields)[number]

const textNames: Record<TextField, string> = { strengths: 'Ưu điểm', weaknesses: 'Hạn chế', comment: 'Nhận xét' }
export const longestText = 4000
export const longestReason = 1000

/** The columns of somebody's sheet for one rater, in the order of the form; those of people of one group are the same. */
export function sheetColumns(subject: Omit<SheetSubject, 'variants'>, rater: RaterColumn): SheetColumn[] {
  const { rulebook, group } = subject
  const criteria = subject.scoresPoints ? scoredCriteria(rulebook, group).map((criterion) => pointsColumn(subject, criterion)) : []
  const judgements = subject.scoresPoints ? judgementsOf(rulebook, group, rater).flatMap(judgementColumns) : []
  const texts = rater === 'self' ? textFields.filter((field) => field !== 'comment') : textFields
  const level: SheetColumn[] =
    rater === 'self' && !subject.scoresPoints
      ? [{ key: 'level', kind: 'level', code: 'proposedLevel', header: 'Mức tự đề xuất', help: [], number: null, choices: rulebook.levels.map((each) => ({ shown: each.name.vi, value: each.id })) }]
      : []
  return [...criteria, ...judgements, ...level, ...texts.map(textColumn)]
}

function pointsColumn(subject: Omit<SheetSubject, 'variants'>, criterion: Criterion): SheetColumn {
  const rules = pointsRules(subject.rulebook, subject.settings, criterion)
  const { scoring } = criterion
  const variants = criterion.variants.flatMap((variant) => [`${variant.name.vi}:`, ...variant.guidance.map((line) => `– ${line.vi}`)])
  const values = scoring.kind === 'yes_no' ? ['0', rules.max] : scoring.kind === 'levels' ? scoring.levels.map((level) => shortest(level.points)) : null
  return {
    key: `points:${criterion.code}`,
    kind: 'points',
    code: criterion.code,
    header: `${criterion.code}. ${criterion.name.vi} (${scoring.kind === 'snapped' ? 'từ 0 đến 100%' : `tối đa ${comma(rules.max)}`})`,
    help: [...criterion.guidance.map((line) => line.vi), ...variants, ...(criterion.article === null ? [] : [criterion.article])],
    number: rules,
    choices: values === null ? null : [...new Set(values)].map((value) => ({ shown: comma(value), value })),
  }
}

function judgementColumns(judgement: Judgement): SheetColumn[] {
  const { id, name } = judgement
  const values = judgement.values.map((each) => ({ shown: comma(shortest(each.value)), value: shortest(each.value), text: each.text.vi }))
  return [
    {
      key: `judgement:${id}`,
      kind: 'judgement',
      code: id,
      header: `${id}. ${name.vi}`,
      help: [...values.map((each) => `${each.shown}: ${each.text}`), ...(judgement.deputyNote === null ? [] : [judgement.deputyNote.vi]), ...(judgement.article === null ? [] : [judgement.article])],
      number: null,
      choices: values.map(({ shown, value }) => ({ shown, value })),
    },
    { key: `reason:${id}`, kind: 'reason', code: `${id}.reason`, header: `Lý do chọn mức của ${id}`, help: ['Cần khi không chọn mức cao nhất.'], number: null, choices: null },
  ]
}

function textColumn(field: TextField): SheetColumn {
  return { key: `text:${field}`, kind: 'text', code: field, header: textNames[field], help: [], number: null, choices: null }
}

/** What a column takes, in words for somebody who wrote something else. */
export function expectedIn(column: SheetColumn): string {
  if (column.choices !== null) return `Chọn một trong: ${column.choices.map((choice) => choice.shown).join('; ')}. Để trống nếu chưa chấm.`
  if (column.number === null) return `Chữ, tối đa ${column.kind === 'reason' ? longestReason : longestText} ký tự.`
  const step = column.number.step === null ? '' : `, bước ${comma(column.number.step)}`
  return `Số từ 0 đến ${comma(column.number.max)}${step}. Để trống nếu chưa chấm.`
}

/** `2.5` → `2,5`, as the file shows it. */
export function comma(text: string): string {
  return text.replace('.', ',')
}
