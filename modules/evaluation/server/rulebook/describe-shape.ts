import { parseRational, toShortest } from '#kernel/rational.ts'
import type { CompiledRulebook, Criterion, Field, ListDefinition } from '../../domain/rulebook/compiled-rulebook.ts'
import { boundsText } from '../../domain/scoring/read-value.ts'
import { appliesTo, criteriaOf, givesPoints, keysOf } from '../../domain/rulebook/scope.ts'

function shortest(exact: string): string {
  return toShortest(parseRational(exact) ?? { n: 0, d: 1 })
}

function fieldHint(field: Field): unknown {
  if (field.type === 'list') return [fieldsHint(field.fields)]
  if (field.type === 'number') return boundsText(field.min, field.max, field.integer)
  if (field.type === 'boolean') return 'true | false'
  if (field.type === 'choice') return field.values.map((value) => value.value).join(' | ')
  if (field.type === 'period') return '2026 | 2026-03 | 2026-Q1'
  return field.type === 'level' ? 'mức xếp loại' : 'chữ'
}

function fieldsHint(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, fieldHint(field)]))
}

function criterionHint({ scoring, max }: Criterion): string {
  if (scoring.kind === 'yes_no') return 'true | false'
  if (scoring.kind === 'levels') return scoring.levels.map((level) => level.value).join(' | ')
  return scoring.kind === 'snapped' ? '0–100 (%)' : `0–${shortest(max)}`
}

function listShape(list: ListDefinition, group: string): unknown {
  const item = fieldsHint(list.fields)
  const keys = keysOf(list, group)
  return list.keys.length > 0 ? Object.fromEntries(keys.map(({ key }, i) => [key, i === 0 ? item : '…'])) : [item, '…']
}

/** `criteria`, or `scores` by kind of rater: the first sheet in full, a list where several people rate. */
function pointsShape({ scores, raters, sheet }: CompiledRulebook, group: string, criteria: Record<string, string>): Record<string, unknown> {
  if (scores === null) return { criteria }
  const rating = raters.filter((rater) => givesPoints(rater) && appliesTo(rater.groups, group))
  const shapes = rating.map((rater, i) => {
    const one = i === 0 ? criteria : rater.fills.includes('total') ? `{ … } | 0–${shortest(sheet.maximum)} | { total: … }` : '{ … }'
    return [rater.id, !rater.several ? one : rater.anonymous ? [one, '… | { count: 6, mean: { … } }'] : [one, '…']] as const
  })
  return { scores: Object.fromEntries(shapes) }
}

/** The case file of one group as it is written: every key in its place, with what may stand there instead of a value. */
export function describeShape(rulebook: CompiledRulebook, group: string): Record<string, unknown> {
  const given = criteriaOf(rulebook.criteria, group).filter((criterion) => criterion.children.length === 0 && criterion.scoring.kind !== 'computed')
  const judgements = rulebook.judgements.filter((judgement) => appliesTo(judgement.groups, group))
  return {
    rulebook: rulebook.id,
    group,
    ...(rulebook.settings.length > 0 && { settings: Object.fromEntries(rulebook.settings.map((setting) => [setting.id, setting.values.map((value) => value.value).join(' | ')])) }),
    ...(given.length > 0 && pointsShape(rulebook, group, Object.fromEntries(given.map((criterion) => [criterion.code, criterionHint(criterion)])))),
    ...(judgements.length > 0 && { judgements: Object.fromEntries(judgements.map((each) => [each.id, each.values.map((value) => shortest(value.value)).join(' | ')])) }),
    ...Object.fromEntries(rulebook.lists.map((list) => [list.id, listShape(list, group)])),
    ...(rulebook.facts.length > 0 && { facts: fieldsHint(rulebook.facts) }),
  }
}
