import type { EngineInput } from '../../domain/compute.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { appliesTo } from '../../domain/rulebook/scope.ts'
import type { DerivationStep, ScoreResult } from '../../domain/scoring/types.ts'
import { shortest } from '../../domain/points-rules.ts'
import { basisTable, type BasisLine } from './basis-table.ts'
import type { Footnotes } from './form-footnotes.ts'
import { shownPoints } from './form-points.ts'
import { plain, type ResultFormBlock, type ResultFormRow } from './result-form.ts'
import { shownQuantity, shownValueOf } from './shown-fact.ts'

/** The computed score step by step: what the total is made of, each with its article, then the total; `shown` takes the steps told. */
export function scoreTable(rulebook: CompiledRulebook, score: ScoreResult, notes: Footnotes, shown: Set<string>): ResultFormBlock {
  const quantities = new Map([...rulebook.sheet.quantities, ...(rulebook.period?.quantities ?? [])].filter((each) => each.list === null).map((each) => [each.id, each]))
  const lines: BasisLine[] = []
  const add = (step: DerivationStep, depth: number): void => {
    const quantity = quantities.get(step.id)
    if (quantity === undefined || shown.has(step.id) || depth > 2) return
    shown.add(step.id)
    lines.push({ what: notes.part(step.label.vi, quantity.confidence, [quantity.id]), found: shownQuantity(step.value, step.unit), article: step.article, depth })
    for (const input of step.inputs) add(input, depth + 1)
  }
  for (const step of score.derivation?.inputs ?? []) add(step, 0)
  const total = score.total === null ? 'Chưa đủ dữ liệu' : score.total.replace('.', ',')
  return basisTable('Nội dung', 'Giá trị', [...lines, { what: notes.whole('Tổng điểm tính được'), found: total, article: score.derivation?.article ?? null, weight: 'total' }])
}

/** The months or quarters a longer period was scored from. */
export function periodTable(engine: EngineInput): ResultFormBlock | null {
  if (engine.kind !== 'period') return null
  const { months, quarters } = engine.input
  const unit = months === undefined ? 'Quý' : 'Tháng'
  const lines = (months ?? quarters ?? []).map((entry, at): BasisLine => {
    const given = typeof entry === 'object' && entry !== null ? (entry as { readonly score?: unknown; readonly note?: unknown }) : { score: entry }
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(String(given.note ?? '')) ?? []
    return { what: plain(month === undefined ? `${unit} thứ ${at + 1}` : `Tháng ${Number(month)} năm ${year ?? ''}`), found: given.score == null ? 'chưa có' : shownPoints(String(given.score)), article: null }
  })
  return basisTable(unit, 'Điểm', lines)
}

/** What the authority chose between named values (d, đ, e of leaders). */
export function judgementTable(rulebook: CompiledRulebook, engine: EngineInput, notes: Footnotes): ResultFormBlock | null {
  if (engine.kind !== 'sheet') return null
  const given = engine.input.judgements ?? {}
  const rows = rulebook.judgements
    .filter((judgement) => appliesTo(judgement.groups, engine.input.group) && given[judgement.id] !== undefined)
    .map((judgement): ResultFormRow => {
      const value = judgement.values.find((each) => shortest(each.value) === String(given[judgement.id]))
      return { cells: [notes.part(`${judgement.id}. ${judgement.name.vi}`, judgement.confidence, [judgement.id, 'judgements']), plain(shownPoints(String(given[judgement.id]))), plain(value?.text.vi ?? '')], weight: 'plain', depth: 0 }
    })
  if (rows.length === 0) return null
  return {
    kind: 'table',
    columns: [
      { head: plain('Nội dung cấp có thẩm quyền lựa chọn'), width: 38, align: 'left' },
      { head: plain('Mức'), width: 12, align: 'center' },
      { head: plain('Nghĩa là'), width: 50, align: 'left' },
    ],
    rows,
  }
}

/** Facts that were given, with what they mean to somebody who reads them; what only has its default is not said. */
export function factTable(rulebook: CompiledRulebook, engine: EngineInput): ResultFormBlock | null {
  const given = engine.input.facts ?? {}
  const lines = rulebook.facts.flatMap((fact): BasisLine[] => {
    const value = given[fact.id]
    if (value === undefined || value === null || fact.type === 'period' || (Array.isArray(value) && value.length === 0) || String(value) === String(fact.default)) return []
    return [{ what: plain(fact.name.vi), found: shownValueOf(rulebook, fact, value), article: null }]
  })
  return lines.length === 0 ? null : basisTable('Số liệu, dữ kiện', 'Giá trị', lines)
}

/** Where the text leaves a choice, which one was used; only what this score or level really read. */
export function settingTable(rulebook: CompiledRulebook, steps: readonly ReadonlyMap<string, DerivationStep>[], notes: Footnotes): ResultFormBlock | null {
  const rows = rulebook.settings.flatMap((setting): ResultFormRow[] => {
    const read = steps.map((each) => each.get(`settings.${setting.id}`)).find((step) => step !== undefined)
    if (read === undefined || setting.confidence === 'primary') return []
    return [{ cells: [notes.part(setting.name.vi, setting.confidence, [setting.id], setting.source), plain(read.note?.vi ?? shownQuantity(read.value, read.unit))], weight: 'plain', depth: 0 }]
  })
  if (rows.length === 0) return null
  return {
    kind: 'table',
    columns: [
      { head: plain('Chỗ văn bản để ngỏ'), width: 50, align: 'left' },
      { head: plain('Cách tính đã chọn'), width: 50, align: 'left' },
    ],
    rows,
  }
}
