import { parseRational, toShortest } from '#kernel/rational.ts'
import type { CompiledRulebook, Criterion, Quantity, RatingRule } from '../../domain/rulebook/compiled-rulebook.ts'

function shown(exact: string): string {
  const value = parseRational(exact)
  return value === null ? exact : toShortest(value)
}

function described(criterion: Criterion): Record<string, unknown> {
  const { code, name, max, groups, scoring, article, children } = criterion
  return {
    code,
    name: name.vi,
    max: shown(max),
    ...(children.length === 0 && { scoring: scoring.kind }),
    ...(groups !== null && { groups }),
    ...(article !== null && { article }),
    ...(children.length > 0 && { parts: children.map(described) }),
  }
}

function rule({ id, label, when, article }: RatingRule): Record<string, unknown> {
  return { id, label: label.vi, when: when.text, ...(article !== null && { article }) }
}

function quantity({ id, label, formula, list, groups }: Quantity): Record<string, unknown> {
  return { id, label: label.vi, formula: formula.text, ...(list !== null && { list }), ...(groups !== null && { groups }) }
}

/** What a rulebook says (bộ quy định), in the order of its parts, for somebody who reads it on the command line. */
export function describeRulebook(rulebook: CompiledRulebook): Record<string, unknown> {
  const { id, version, hash, title, document, validity, subject, confidence, rating, scores } = rulebook
  const nameOf = (level: string) => rulebook.levels.find((each) => each.id === level)?.name.vi ?? level
  return {
    id,
    version,
    hash,
    title: title.vi,
    subject,
    confidence,
    document: { number: document.number, date: document.date, issuer: document.issuer.vi, title: document.title.vi },
    validity,
    notes: rulebook.notes.map((note) => ({ about: note.about, text: note.text.vi, confidence: note.confidence })),
    levels: rating.bands.map((band) => ({ level: band.level, name: nameOf(band.level), from: shown(band.from), ...(band.conditions.length > 0 && { conditions: band.conditions.map(rule) }) })),
    groups: rulebook.groups.map((group) => ({ id: group.id, name: group.name.vi, selector: Object.fromEntries(Object.entries(group.selector).filter(([, value]) => value !== null)), parameters: Object.fromEntries(Object.entries(group.parameters).map(([key, value]) => [key, shown(value)])) })),
    criteria: rulebook.criteria.map(described),
    judgements: rulebook.judgements.map((each) => ({ id: each.id, name: each.name.vi, values: each.values.map((value) => `${shown(value.value)}: ${value.text.vi}`), ...(each.groups !== null && { groups: each.groups }) })),
    raters: rulebook.raters.map((rater) => ({ id: rater.id, name: rater.name.vi, who: rater.who, fills: rater.fills, counts: rater.counts, whenMissing: rater.whenMissing, ...(rater.weight !== null && { weight: shown(rater.weight) }), ...(rater.several && { several: true, anonymous: rater.anonymous, atLeast: rater.atLeast }) })),
    ...(scores !== null && { weights: scores.parts.map((part) => ({ criteria: part.criteria, ...(part.groups !== null && { groups: part.groups }), weights: Object.fromEntries(Object.entries(part.weights).map(([rater, weight]) => [rater, weight.text])) })) }),
    settings: rulebook.settings.map((setting) => ({ id: setting.id, name: setting.name.vi, default: setting.default, values: setting.values.map((value) => value.value) })),
    facts: rulebook.facts.map((fact) => ({ id: fact.id, name: fact.name.vi, type: fact.type })),
    formulas: { sheet: rulebook.sheet.quantities.map(quantity), ...(rulebook.period !== null && { period: rulebook.period.quantities.map(quantity) }), rating: rating.quantities.map(quantity) },
    exclusions: rating.exclusions.map((each) => ({ ...rule(each), level: nameOf(each.level) })),
    vetoes: rating.vetoes.map((each) => ({ ...rule(each), level: nameOf(each.level) })),
    otherwise: rating.otherwise.map((each) => ({ ...rule(each), level: nameOf(each.level) })),
    ceilings: rating.ceilings.map((each) => ({ ...rule(each), atMost: each.atMost.text })),
    notices: rating.notices.map(rule),
    quotas: rulebook.quotas.map((quota) => ({ id: quota.id, label: quota.label.vi, level: nameOf(quota.level), qualifying: quota.qualifying.map(nameOf), scopes: quota.scopes, allowed: quota.allowed.text })),
    procedure: rulebook.procedure.map((step) => ({ id: step.id, name: step.name.vi, actor: step.actor, ...(step.deadline !== null && { deadline: Object.fromEntries(Object.entries({ workingDays: step.deadline.workingDays, calendarDays: step.deadline.calendarDays, before: step.deadline.before }).filter(([, value]) => value !== null)) }) })),
  }
}
