import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'
import type { DerivationValue } from '../../domain/scoring/types.ts'
import { shownPoints } from './form-points.ts'

/** A fact or an entry of a list in words: numbers with the decimal comma, choices and levels by their names. */
export function shownValueOf(rulebook: CompiledRulebook, field: Field, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  switch (field.type) {
    case 'number':
      return shownPoints(String(value))
    case 'boolean':
      return value === 'true' ? 'Có' : 'Không'
    case 'choice':
      return field.values.find((each) => each.value === value)?.name.vi ?? String(value)
    case 'level':
      return rulebook.levels.find((level) => level.id === value)?.name.vi ?? String(value)
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => shownItem(rulebook, field, item)).join('; ') : ''
    default:
      return String(value)
  }
}

function shownItem(rulebook: CompiledRulebook, list: Field, item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const entries = item as Record<string, unknown>
  return list.fields.flatMap((field) => (entries[field.id] === undefined || entries[field.id] === null ? [] : [`${field.name.vi}: ${shownValueOf(rulebook, field, entries[field.id])}`])).join(', ')
}

/** A computed value with its unit; empty where there is none. */
export function shownQuantity(value: DerivationValue | undefined, unit: string): string {
  switch (value?.kind) {
    case 'number':
      return unit === 'percent' ? `${value.shown.replace('.', ',')}%` : value.shown.replace('.', ',')
    case 'boolean':
      return value.value ? 'Có' : 'Không'
    case 'text':
      return value.value
    default:
      return ''
  }
}
