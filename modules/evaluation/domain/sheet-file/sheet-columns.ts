import { criterionNumber } from '../criterion-number.ts'
import type { CompiledRulebook, Criterion, Field, Judgement } from '../rulebook/compiled-rulebook.ts'
import { pointsRules, shortest } from '../points-rules.ts'
import type { RaterColumn } from '../policy.ts'
import { judgementsOf, scoredCriteria } from '../sheet.ts'
import { textsOf, type SheetSubject, type SheetText } from '../sheet-content.ts'
import { listCell, listsAskedOf, type AskedList } from '../sheet-lists.ts'

/** One cell a rater fills in the workbook of her sheets: a criterion, an entry of a list, a recorded choice, its reason, a text, or a level. */
export interface SheetColumn {
  /** Names the cell in the file, unchanging: `points:I.1`, `list:axes.1.percent`, `judgement:d`, `reason:d`, `text:comment`, `level`. */
  readonly key: string
  readonly kind: 'points' | 'entry' | 'judgement' | 'reason' | 'text' | 'level'
  /** The criterion, judgement or text it fills, as `EntryProblem` calls it. */
  readonly code: string
  readonly header: string
  /** What is looked at, line by line. */
  readonly help: readonly string[]
  /** Numbers from `min`, else nought, to `max`, where there is one, in steps of `step`; null for words. */
  readonly number: { readonly min?: string; readonly max: string | null; readonly step: string | null } | null
  /** What may be chosen, as shown, and what each is stored as; null when typed freely. */
  readonly choices: readonly { readonly shown: string; readonly value: string }[] | null
  /** The row it stands on, where the list has its own worksheet with a row for each task; null in the person's own row. */
  readonly row: SheetRow | null
}

/** A row of a list that is not the same for everybody: one task. */
export interface SheetRow {
  readonly list: string
  readonly id: string
  readonly name: string
}

/** A task whose marks the sheet asks for. */
export interface NamedTask {
  readonly id: string
  readonly title: string
}

const textNames: Record<SheetText, string> = { strengths: 'Ưu điểm', weaknesses: 'Hạn chế', comment: 'Nhận xét' }
const longest: Readonly<Partial<Record<SheetColumn['kind'], number>>> = { reason: 1000, entry: 2000 }

/** Most characters a column of words takes. */
export function longestIn(column: Pick<SheetColumn, 'kind'>): number {
  return longest[column.kind] ?? 4000
}

/** The columns of somebody's sheet for one rater, in the order of the form; but for the rows of tasks those of people of one group are the same. */
export function sheetColumns(subject: Omit<SheetSubject, 'variants'>, rater: RaterColumn, tasks: readonly NamedTask[] = []): SheetColumn[] {
  const { rulebook, group } = subject
  const lists = subject.scoresPoints ? listsAskedOf(rulebook, group, rater).flatMap((list) => entryColumns(rulebook, list, tasks)) : []
  const criteria = subject.scoresPoints ? scoredCriteria(rulebook, group).map((criterion) => pointsColumn(subject, criterion)) : []
  const judgements = subject.scoresPoints ? judgementsOf(rulebook, group, rater).flatMap(judgementColumns) : []
  const level: SheetColumn[] =
    rater === 'self' && !subject.scoresPoints
      ? [{ key: 'level', kind: 'level', code: 'proposedLevel', header: 'Mức tự đề xuất', help: [], number: null, row: null, choices: rulebook.levels.map((each) => ({ shown: each.name.vi, value: each.id })) }]
      : []
  return [...criteria, ...lists, ...judgements, ...level, ...textsOf(rater).map(textColumn)]
}

/** Entries of a list: of a keyed one each key's in the person's own row, of tasks each on a row of its own. Rows added by hand are filled on the screen. */
function entryColumns(rulebook: CompiledRulebook, list: AskedList, tasks: readonly NamedTask[]): SheetColumn[] {
  const { id } = list.definition
  const entry = (field: Field, row: string, header: string, on: SheetRow | null): SheetColumn => {
    const code = listCell(id, row, field.id)
    const help = field.default === null ? [] : [`Để trống là ${shownDefault(field)}.`]
    const article = field.article === null ? [] : [field.article]
    return { key: `list:${code}`, kind: 'entry', code, header, help: [...help, ...article], ...valuesOfField(rulebook, field), row: on }
  }
  if (list.kind === 'keyed') return list.keys.flatMap(({ key, name }) => list.fields.map((field) => entry(field, key, `${name.vi}: ${field.name.vi}`, null)))
  if (list.kind === 'tasks') {
    return tasks.flatMap((task) => {
      const row = { list: id, id: task.id, name: task.title }
      return list.fields.map((field) => entry(field, task.id, field.name.vi, row))
    })
  }
  return []
}

function shownDefault({ type, default: value }: Field): string {
  if (type === 'boolean') return value === true || value === 'true' ? 'Có' : 'Không'
  return type === 'number' ? comma(shortest(String(value))) : String(value)
}

function valuesOfField(rulebook: CompiledRulebook, field: Field): Pick<SheetColumn, 'number' | 'choices'> {
  switch (field.type) {
    case 'number':
      return { number: { ...(field.min === null ? {} : { min: shortest(field.min) }), max: field.max === null ? null : shortest(field.max), step: field.integer ? '1' : null }, choices: null }
    case 'boolean':
      return { number: null, choices: [{ shown: 'Có', value: 'true' }, { shown: 'Không', value: 'false' }] }
    case 'choice':
      return { number: null, choices: field.values.map(({ value, name }) => ({ shown: name.vi, value })) }
    case 'level':
      return { number: null, choices: rulebook.levels.map((level) => ({ shown: level.name.vi, value: level.id })) }
    default:
      return { number: null, choices: null }
  }
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
    header: `${numbered(criterion)} (${scoring.kind === 'snapped' ? 'từ 0 đến 100%' : `tối đa ${comma(rules.max)}`})`,
    help: [...criterion.guidance.map((line) => line.vi), ...variants, ...(criterion.article === null ? [] : [criterion.article])],
    number: rules,
    choices: values === null ? null : [...new Set(values)].map((value) => ({ shown: comma(value), value })),
    row: null,
  }
}

function numbered(criterion: Criterion): string {
  const number = criterionNumber(criterion)
  return number === '' ? criterion.name.vi : `${number}. ${criterion.name.vi}`
}

/** The columns of a sheet of a rater beside the subject and the superior: the criteria, and a comment where the rulebook takes one. */
export function ratingColumns(subject: Omit<SheetSubject, 'variants'>, withComment: boolean): SheetColumn[] {
  return [...scoredCriteria(subject.rulebook, subject.group).map((criterion) => pointsColumn(subject, criterion)), ...(withComment ? [textColumn('comment')] : [])]
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
      row: null,
    },
    { key: `reason:${id}`, kind: 'reason', code: `${id}.reason`, header: `Lý do chọn mức của ${id}`, help: ['Cần khi không chọn mức cao nhất.'], number: null, choices: null, row: null },
  ]
}

function textColumn(field: SheetText): SheetColumn {
  return { key: `text:${field}`, kind: 'text', code: field, header: textNames[field], help: [], number: null, choices: null, row: null }
}

/** What a column is called among all of a sheet: with the task it is about. */
export function nameOfColumn({ header, row }: Pick<SheetColumn, 'header' | 'row'>): string {
  return row === null ? header : `${row.name}: ${header}`
}

/** What a column takes, in words for somebody who wrote something else. */
export function expectedIn(column: SheetColumn): string {
  if (column.choices !== null) return `Chọn một trong: ${column.choices.map((choice) => choice.shown).join('; ')}. Để trống nếu chưa chấm.`
  if (column.number === null) return `Chữ, tối đa ${longestIn(column)} ký tự.`
  const { min = '0', max, step } = column.number
  return `Số từ ${comma(min)}${max === null ? ' trở lên' : ` đến ${comma(max)}`}${step === null ? '' : `, bước ${comma(step)}`}. Để trống nếu chưa chấm.`
}

/** `2.5` → `2,5`, as the file shows it. */
export function comma(text: string): string {
  return text.replace('.', ',')
}
