import { compileRulebook } from './compile-rulebook.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'

/** A two-language text for a rulebook that only a test reads. */
export const both = (text: string) => ({ vi: text, en: text })

/** A quantity of a test rulebook. */
export function quantity(id: string, formula: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { id, label: both(id), formula, unit: 'none', ...more }
}

/** A rule of a test rulebook. */
export function rule(id: string, when: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { id, label: both(id), when, ...more }
}

const levels = ['excellent', 'good', 'completed', 'not_completed']
const bands = [
  { level: 'excellent', from: 90 },
  { level: 'good', from: 70 },
  { level: 'completed', from: 50 },
  { level: 'not_completed', from: 0 },
]

/** The smallest rulebook, with parts replaced; as JSON, which is YAML too. */
export function rulebookText(parts: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      id: 'test-rulebook',
      version: 1,
      title: both('Bộ quy định thử'),
      subject: 'person',
      document: { number: '1/QĐ', date: '2026-01-01', issuer: both('Cơ quan thử'), title: both('Quyết định thử') },
      validity: { from: '2026-01-01' },
      confidence: 'sample',
      levels: levels.map((id) => ({ id, name: both(id) })),
      groups: [{ id: 'all', name: both('Mọi người'), selector: {} }],
      criteria: [{ code: 'points', name: both('Điểm'), max: 100, scoring: { kind: 'points' } }],
      sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'criteria.points', { unit: 'points' })] },
      rating: { bands },
      ...parts,
    },
    null,
    1,
  )
}

/** The smallest rulebook compiled, with parts replaced. */
export function testRulebook(parts: Record<string, unknown> = {}): CompiledRulebook {
  return compileRulebook(rulebookText(parts))
}

export const standardBands = bands
