import type { CompiledRulebook, RatingRule } from '../../domain/rulebook/compiled-rulebook.ts'
import type { DerivationStep, DerivationValue, ScoreResult } from '../../domain/scoring/types.ts'
import { basisTable, type BasisLine } from './basis-table.ts'
import type { Footnotes } from './form-footnotes.ts'
import type { ResultFormBlock } from './result-form.ts'

const answers: Readonly<Record<string, { readonly yes: string; readonly no: string; readonly bad: boolean }>> = {
  exclusion: { yes: 'Có', no: 'Không', bad: true },
  veto: { yes: 'Có', no: 'Không', bad: true },
  band: { yes: 'Đạt', no: 'Không đạt', bad: false },
  condition: { yes: 'Đạt', no: 'Không đạt', bad: false },
  otherwise: { yes: 'Có', no: 'Không', bad: false },
  ceiling: { yes: 'Có áp dụng', no: 'Không áp dụng', bad: true },
}

/** A level in words; the answers that are no levels too. */
export function levelWords(rulebook: CompiledRulebook, level: string | null): string {
  if (level === null) return ''
  if (level === 'not_rated') return 'Không xếp loại'
  if (level === 'insufficient_data') return 'Chưa đủ dữ liệu'
  return rulebook.levels.find((each) => each.id === level)?.name.vi ?? level
}

/** Every exclusion, veto, band, condition and ceiling looked at while the level was found, met or not (điều kiện xếp loại). */
export function levelTable(rulebook: CompiledRulebook, score: ScoreResult, notes: Footnotes): ResultFormBlock | null {
  const inputs = score.levelDerivation?.inputs ?? []
  if (inputs.length === 0) return null
  return basisTable('Điều kiện xem xét', 'Kết quả', inputs.map((step) => lineOf(rulebook, step, notes)))
}

function lineOf(rulebook: CompiledRulebook, step: DerivationStep, notes: Footnotes): BasisLine {
  const [kind = '', ...rest] = step.id.split('.')
  const id = rest.slice(0, -1).join('.')
  const rule = ruleOf(rulebook, kind, id)
  const confidence = rule?.confidence ?? rulebook.rating.bands.find((band) => kind === 'band' && band.level === id)?.confidence ?? 'primary'
  const noticed = answers[kind]?.bad === true && step.value.kind === 'boolean' && step.value.value
  return {
    what: notes.part(step.label.vi, confidence, [id, kind === 'band' ? 'bands' : 'conditions']),
    found: answerOf(kind, step.value),
    article: step.article,
    weight: kind === 'band' || noticed ? 'group' : 'plain',
    depth: kind === 'condition' ? 1 : 0,
  }
}

function ruleOf({ rating }: CompiledRulebook, kind: string, id: string): RatingRule | undefined {
  const rules: Readonly<Record<string, readonly RatingRule[]>> = {
    exclusion: rating.exclusions,
    veto: rating.vetoes,
    condition: rating.bands.flatMap((band) => band.conditions),
    otherwise: rating.otherwise,
    ceiling: rating.ceilings,
  }
  return rules[kind]?.find((rule) => rule.id === id)
}

function answerOf(kind: string, value: DerivationValue): string {
  const words = answers[kind]
  if (value.kind !== 'boolean' || words === undefined) return 'Chưa rõ'
  return value.value ? words.yes : words.no
}

/** Sentences beside the level: what is missing, what a ceiling did, notices of the rulebook. Conditions stand in the table. */
export function levelNotes(score: ScoreResult): ResultFormBlock[] {
  const told = score.reasons.filter(({ code }) => !code.startsWith('condition.') && !code.startsWith('veto.') && !code.startsWith('exclusion.'))
  return told.map(({ vi }) => ({ kind: 'note', text: `– ${vi}` }))
}
