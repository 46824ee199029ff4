import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { cellName } from '../sheet/cell-names.ts'
import { sheetText } from '../sheet/messages.ts'
import type { ShownDifference } from '../sheet/versions-dialog.tsx'
import { unitsText } from './messages.ts'
import { entryKey, unitDifferences, type UnitEntry, type UnitSheetContent } from './unit-content.ts'

/** How the entries of an organisation's sheet are called and written. */
export function useUnitEntryWords(rulebook: CompiledRulebook, group: string) {
  const words = useText(unitsText).file
  const { blank } = useText(sheetText)
  const language = useLanguage()
  const fieldOf = ({ path: [part, id, , field] }: UnitEntry): Field | undefined =>
    part === 'facts' ? rulebook.facts.find((fact) => fact.id === id) : part === 'lists' ? rulebook.lists.find((list) => list.id === id)?.fields.find((each) => each.id === field) : undefined
  /** A fact, a cell of a list or a criterion by its path, `facts.tasksLate`, `axes.1.percent`, `G.1`. */
  const nameOf = (path: string): string => {
    const fact = rulebook.facts.find((each) => path === `facts.${each.id}`)
    return fact?.name[language] ?? cellName(rulebook, group, path, language)
  }
  const show = (field: Field | undefined, value: unknown): string => {
    if (value === undefined || value === null || value === '') return blank
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (Array.isArray(value)) return String(value.length)
    const chosen = field?.values.find((each) => each.value === value)
    if (chosen !== undefined) return chosen.name[language]
    return /^-?\d+(\.\d+)?$/.test(String(value)) ? showDecimal(String(value), language) : String(value)
  }
  const shown = (entry: UnitEntry, side: 'mine' | 'theirs'): string => {
    const value = entry[side]
    return entry.path[0] === 'proposedLevel' && typeof value === 'string' ? levelName(rulebook, value, language) : show(fieldOf(entry), value)
  }
  const entryName = ({ path: [part = '', ...rest] }: UnitEntry): string => nameOf(part === 'facts' ? `facts.${rest[0] ?? ''}` : rest.length === 0 ? part : rest.join('.'))
  const differences = (mine: UnitSheetContent, theirs: UnitSheetContent): ShownDifference[] =>
    unitDifferences(mine, theirs).map((entry) => ({ key: entryKey(entry), name: entryName(entry), mine: shown(entry, 'mine'), theirs: shown(entry, 'theirs') }))
  return { nameOf, show, differences }
}
