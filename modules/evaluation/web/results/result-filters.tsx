import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import { useMay } from '#platform/web/session.ts'
import { choiceFilter, textFilter, type FilterState } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { useLevels } from '../rulebook/use-rulebook.ts'
import { resultsText } from './messages.ts'

const kinds = ['undecided', 'differs', 'warnings', 'petitions'] as const

export const resultFilters = {
  q: textFilter(),
  unit: textFilter(),
  group: textFilter(),
  level: textFilter(),
  only: choiceFilter(kinds),
  sort: choiceFilter(['total']),
}
export type ResultFilters = FilterState<typeof resultFilters>

interface ResultFilterBarProps {
  rulebook: CompiledRulebook | undefined
  peerGroups: readonly string[]
  filters: ResultFilters
}

/** The filters of the list of results; all of them live in the address. */
export function ResultFilterBar({ rulebook, peerGroups, filters: { values, set, clear, active } }: ResultFilterBarProps) {
  const words = useText(resultsText).list
  const { nameOf } = useLevels(rulebook)
  const mayReadUnits = useMay('organisation:read')
  const levels = [...(rulebook?.levels.map((level) => level.id) ?? []), 'not_rated', 'insufficient_data']
  const groups = values.group !== undefined && !peerGroups.includes(values.group) ? [values.group, ...peerGroups] : peerGroups
  return (
    <FilterBar active={active} onClear={clear}>
      <SearchField value={values.q ?? ''} onChange={(q) => set({ q: q === '' ? undefined : q })} label={words.search} placeholder={words.searchHint} />
      <SelectField
        label={words.only}
        value={values.only ?? null}
        none={words.onlyAll}
        onChange={(only) => set({ only: only ?? undefined })}
        choices={kinds.map((kind) => ({ value: kind, label: words.onlyOf[kind] }))}
      />
      <SelectField
        label={words.level}
        value={values.level ?? null}
        none={words.anyLevel}
        onChange={(level) => set({ level: level ?? undefined })}
        choices={levels.map((level) => ({ value: level, label: nameOf(level) }))}
      />
      {groups.length > 0 && (
        <SelectField
          label={words.peerGroup}
          value={values.group ?? null}
          none={words.anyGroup}
          onChange={(group) => set({ group: group ?? undefined })}
          choices={groups.map((group) => ({ value: group, label: group }))}
        />
      )}
      {mayReadUnits && <UnitField label={words.unit} value={(values.unit as UnitId | undefined) ?? null} none={words.anyUnit} onChange={(unit) => set({ unit: unit?.id })} />}
      <SelectField
        label={words.sort}
        value={values.sort ?? 'name'}
        none={null}
        onChange={(sort) => set({ sort: sort === 'total' ? 'total' : undefined })}
        choices={[
          { value: 'name', label: words.sortOf.name },
          { value: 'total', label: words.sortOf.total },
        ]}
      />
    </FilterBar>
  )
}
