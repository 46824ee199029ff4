import { DateField } from '#ui/date-field.tsx'
import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { campaignsText } from './messages.ts'
import type { Due } from './suggested-due.ts'

export const dueSteps = ['self', 'superior', 'decide'] as const
export type DueStep = (typeof dueSteps)[number]

/** Deadlines while they are typed: a step may be empty or not a date. */
export interface DueEntries {
  readonly self: CalendarDate | null
  readonly superior: CalendarDate | null
  readonly decide: CalendarDate | null
  /** Steps whose typed text is not a date. */
  readonly wrong: readonly DueStep[]
}

/** The deadlines when all three are dates in order; undefined otherwise. */
export function readDue({ self, superior, decide, wrong }: DueEntries): Due | undefined {
  if (self === null || superior === null || decide === null || wrong.length > 0) return undefined
  return self <= superior && superior <= decide ? { self, superior, decide } : undefined
}

/** A step that ends before the one above it. */
function outOfOrder(entries: DueEntries, step: DueStep): boolean {
  const before = step === 'superior' ? entries.self : step === 'decide' ? (entries.superior ?? entries.self) : null
  const own = entries[step]
  return before !== null && own !== null && own < before
}

interface DueFieldsProps {
  entries: DueEntries
  onChange: (entries: DueEntries) => void
  tried: boolean
  /** The steps asked for and what they are called; the three of a campaign otherwise. */
  labels?: Readonly<Partial<Record<DueStep, string>>>
}

/** Last days for self-scoring, the superior's scoring and the decision. */
export function DueFields({ entries, onChange, tried, labels }: DueFieldsProps) {
  const words = useText(campaignsText).create
  const named: Readonly<Partial<Record<DueStep, string>>> = labels ?? words
  return (
    <Columns>
      {dueSteps.map((step) => {
        const label = named[step]
        return label === undefined ? null : (
          <DateField
            key={step}
            label={label}
            value={entries[step]}
            error={outOfOrder(entries, step) ? words.needed.order : tried && entries[step] === null ? words.needed.date : undefined}
            onChange={(date, { valid }) => {
              const wrong = entries.wrong.filter((each) => each !== step)
              onChange({ ...entries, [step]: date, wrong: valid ? wrong : [...wrong, step] })
            }}
          />
        )
      })}
    </Columns>
  )
}
