import { parseRational, toShortest } from '#kernel/rational.ts'
import type { CompiledRulebook, Field, ListDefinition, ScoresRules } from '../../domain/rulebook/compiled-rulebook.ts'
import { appliesTo, criteriaOf, givesPoints } from '../../domain/rulebook/scope.ts'
import { describeShape } from './describe-shape.ts'

function shown(exact: string | null): string | null {
  const value = exact === null ? null : parseRational(exact)
  return value === null ? null : toShortest(value)
}

function describeField(field: Field): Record<string, unknown> {
  return {
    name: field.name.vi,
    type: field.type,
    ...(field.values.length > 0 && { values: field.values.map((value) => value.value) }),
    ...(field.min !== null && { min: shown(field.min) }),
    ...(field.max !== null && { max: shown(field.max) }),
    ...(field.default !== null && { default: field.default }),
    ...(field.article !== null && { article: field.article }),
    ...(field.fields.length > 0 && { fields: Object.fromEntries(field.fields.map((each) => [each.id, describeField(each)])) }),
  }
}

function describeFields(list: ListDefinition): Record<string, unknown> {
  return Object.fromEntries(list.fields.map((field) => [field.id, describeField(field)]))
}

function describeKeyed(list: ListDefinition): Record<string, unknown> {
  return { keys: Object.fromEntries(list.keys.map((each) => [each.key, each.name.vi])), fields: describeFields(list) }
}

/** Who rates whom in a group, with which weight, and the shape of `scores`. */
function describeScores(rulebook: CompiledRulebook, rules: ScoresRules, group: string): Record<string, unknown> {
  const raters = rulebook.raters.filter((rater) => givesPoints(rater) && appliesTo(rater.groups, group))
  const parts = rules.parts.filter((part) => appliesTo(part.groups, group))
  return {
    average: rules.average,
    incomplete: rules.incomplete,
    ...(rules.acceptsCombined && { instead: 'criteria' }),
    raters: Object.fromEntries(
      raters.map((rater) => [
        rater.id,
        {
          name: rater.name.vi,
          counts: rater.counts,
          several: rater.several,
          anonymous: rater.anonymous,
          acceptsTotal: rater.fills.includes('total'),
          whenMissing: rater.whenMissing,
          ...(rater.atLeast > 1 && { atLeast: rater.atLeast, whenTooFew: rater.whenTooFew }),
          weights: parts.flatMap((part) => (part.weights[rater.id] ? [{ criteria: part.criteria, weight: part.weights[rater.id]?.text, confidence: part.confidence }] : [])),
        },
      ]),
    ),
  }
}

/** Everything an input file for this rulebook may say, for a person writing one. */
export function describeInput(rulebook: CompiledRulebook): Record<string, unknown> {
  const levels = [...rulebook.levels.map((level) => level.id), 'not_rated', 'insufficient_data']
  return {
    rulebook: rulebook.id,
    title: rulebook.title.vi,
    document: rulebook.document.number,
    levels,
    settings: Object.fromEntries(rulebook.settings.map((s) => [s.id, { name: s.name.vi, values: s.values.map((v) => v.value), default: s.default, explanation: s.explanation.vi, article: s.article }])),
    groups: Object.fromEntries(
      rulebook.groups.map((group) => [
        group.id,
        {
          name: group.name.vi,
          shape: describeShape(rulebook, group.id),
          criteria: Object.fromEntries(criteriaOf(rulebook.criteria, group.id).map((c) => [c.code, { name: c.name.vi, max: shown(c.max), kind: c.scoring.kind, acceptsTotal: c.acceptsTotal }])),
          judgements: Object.fromEntries(
            rulebook.judgements
              .filter((j) => j.groups === null || j.groups.includes(group.id))
              .map((j) => [j.id, { name: j.name.vi, values: j.values.map((value) => ({ value: shown(value.value), text: value.text.vi })), article: j.article }]),
          ),
          raters: rulebook.raters.filter((rater) => rater.weight !== null).map((rater) => ({ id: rater.id, name: rater.name.vi, weight: rater.weight })),
          ...(rulebook.scores !== null && { scores: describeScores(rulebook, rulebook.scores, group.id) }),
        },
      ]),
    ),
    lists: Object.fromEntries(rulebook.lists.map((list) => [list.id, list.keys.length > 0 ? describeKeyed(list) : describeFields(list)])),
    facts: Object.fromEntries(rulebook.facts.map((fact) => [fact.id, fact.type === 'level' ? { ...describeField(fact), values: levels } : describeField(fact)])),
    periods: rulebook.period?.inputs ?? [],
  }
}
