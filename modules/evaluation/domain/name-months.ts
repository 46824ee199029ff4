import type { Bilingual } from './rulebook/expression.ts'
import type { DerivationStep, Reason, ScoreResult } from './scoring/types.ts'

/** Calls the months of a year, each noted as `2026-11` in the engine's input, by their names: the engine only counts them. */
export function nameMonths(score: ScoreResult, months: readonly unknown[]): ScoreResult {
  const names = months.map(nameOf)
  return {
    ...score,
    reasons: score.reasons.map((reason) => namedReason(reason, names)),
    derivation: score.derivation && namedStep(score.derivation, names),
    levelDerivation: score.levelDerivation && namedStep(score.levelDerivation, names),
  }
}

function nameOf(given: unknown): Bilingual | undefined {
  const note = typeof given === 'object' && given !== null && 'note' in given ? String(given.note) : ''
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(note) ?? []
  return year === undefined || month === undefined ? undefined : { vi: `tháng ${Number(month)}/${year}`, en: `${month}/${year}` }
}

function namedReason(reason: Reason, names: readonly (Bilingual | undefined)[]): Reason {
  const name = names[Number(/^months\[(\d+)\]$/.exec(reason.path ?? '')?.[1] ?? -1)]
  return name === undefined || reason.code !== 'missing_input' ? reason : { ...reason, vi: `Chưa có điểm ${name.vi}`, en: `No score of ${name.en}` }
}

const partNames: Readonly<Record<string, Bilingual>> = {
  score: { vi: 'Điểm', en: 'Score' },
  months: { vi: 'Số tháng', en: 'Months' },
}

function namedStep(step: DerivationStep, names: readonly (Bilingual | undefined)[]): DerivationStep {
  const [, at, part] = /^periods\[(\d+)\](?:\.(\w+))?$/.exec(step.id) ?? []
  const month = at === undefined ? undefined : names[Number(at)]
  const name = part === undefined ? month && { vi: capital(month.vi), en: month.en } : partNames[part]
  return { ...step, label: at === undefined ? step.label : (name ?? step.label), inputs: step.inputs.map((input) => namedStep(input, names)) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
