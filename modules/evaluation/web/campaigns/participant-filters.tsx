import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import { useMay } from '#platform/web/session.ts'
import { choiceFilter, textFilter, type FilterState } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { participantStatuses } from '../../domain/participant.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

export const participantFilters = {
  q: textFilter(),
  status: choiceFilter(participantStatuses),
  only: choiceFilter(['unresolved', 'late', 'excluded']),
  unit: textFilter(),
  group: textFilter(),
}
export type ParticipantFilters = FilterState<typeof participantFilters>

interface ParticipantFilterBarProps {
  campaign: Campaign
  rulebook: CompiledRulebook | undefined
  filters: ParticipantFilters
}

/** The filters of the board; its chips show how many files stand where. */
export function ParticipantFilterBar({ campaign, rulebook, filters: { values, set, clear, active } }: ParticipantFilterBarProps) {
  const words = useText(campaignsText).people
  const { participantStatus } = useText(evaluationText)
  const language = useLanguage()
  const mayReadUnits = useMay('organisation:read')
  const { counts } = campaign
  const chips = [
    { key: 'all', label: words.all, count: counts.participants, on: values.status === undefined && values.only === undefined, status: undefined, only: undefined },
    ...participantStatuses
      .filter((status) => counts.byStatus[status] > 0)
      .map((status) => ({ key: status, label: participantStatus[status], count: counts.byStatus[status], on: values.status === status, status, only: undefined })),
    ...(counts.unresolved > 0 || values.only === 'unresolved'
      ? [{ key: 'unresolved', label: words.unresolved, count: counts.unresolved, on: values.only === 'unresolved', status: undefined, only: 'unresolved' as const, tone: 'bad' }]
      : []),
    ...(campaign.status === 'scoring' || campaign.status === 'deciding' || values.only === 'late'
      ? [{ key: 'late', label: words.late, count: undefined, on: values.only === 'late', status: undefined, only: 'late' as const, tone: 'bad' }]
      : []),
    ...(counts.excluded > 0 || values.only === 'excluded'
      ? [{ key: 'excluded', label: words.excluded, count: counts.excluded, on: values.only === 'excluded', status: undefined, only: 'excluded' as const }]
      : []),
  ]
  return (
    <div className={c.board}>
      <div className={`${c.filters} td-no-print`} role="group" aria-label={words.quick}>
        {chips.map((chip) => (
          <button
            key={chip.key}
            type="button"
            className={c.chip}
            aria-pressed={chip.on}
            data-tone={'tone' in chip ? chip.tone : undefined}
            onClick={() => set({ status: chip.status, only: chip.only })}
          >
            {chip.label}
            {chip.count !== undefined && <strong>{chip.count}</strong>}
          </button>
        ))}
      </div>
      <FilterBar active={active} onClear={clear}>
        <SearchField value={values.q ?? ''} onChange={(q) => set({ q: q === '' ? undefined : q })} label={words.search} placeholder={words.searchHint} />
        {mayReadUnits && (
          <UnitField
            label={words.unit}
            value={(values.unit as UnitId | undefined) ?? null}
            none={words.anyUnit}
            onChange={(unit) => set({ unit: unit?.id })}
          />
        )}
        <SelectField
          label={words.group}
          value={values.group ?? null}
          none={words.anyGroup}
          onChange={(group) => set({ group: group ?? undefined })}
          choices={(rulebook?.groups ?? []).map((group) => ({ value: group.id, label: group.name[language] }))}
        />
      </FilterBar>
    </div>
  )
}
