import { useSession } from '#platform/web/session.ts'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { periodKinds } from '../../domain/campaign.ts'
import { evaluationText } from '../messages.ts'
import { campaignsText } from './messages.ts'
import { numberIn, type PeriodEntries } from './period-entries.ts'

const roman = ['I', 'II', 'III', 'IV'] as const

/** Month, quarter or year, and which. */
export function PeriodFields({ value, onChange }: { value: PeriodEntries; onChange: (value: PeriodEntries) => void }) {
  const words = useText(campaignsText).create
  const { periodKind } = useText(evaluationText)
  const { today } = useSession()
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: 4 }, (_, at) => String(thisYear + 1 - at))
  const numbers = Array.from({ length: value.kind === 'month' ? 12 : 4 }, (_, at) => at + 1)
  return (
    <Columns>
      <SelectField
        label={words.kind}
        value={value.kind}
        none={null}
        onChange={(kind) => kind !== null && onChange({ ...value, kind, number: numberIn(kind, value) })}
        choices={periodKinds.map((kind) => ({ value: kind, label: periodKind[kind] }))}
      />
      {value.kind !== 'year' && (
        <SelectField
          label={value.kind === 'month' ? words.month : words.quarter}
          value={String(value.number)}
          none={null}
          onChange={(number) => number !== null && onChange({ ...value, number: Number(number) })}
          choices={numbers.map((number) => ({ value: String(number), label: value.kind === 'month' ? String(number) : (roman[number - 1] ?? '') }))}
        />
      )}
      <SelectField
        label={words.year}
        value={String(value.year)}
        none={null}
        onChange={(year) => year !== null && onChange({ ...value, year: Number(year) })}
        choices={years.map((year) => ({ value: year, label: year }))}
      />
    </Columns>
  )
}
