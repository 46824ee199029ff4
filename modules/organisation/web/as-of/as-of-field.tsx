import { Button } from '@mantine/core'
import { DateField } from '#ui/date-field.tsx'
import { showDate } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { organisationText } from '../messages.ts'
import type { AsOf } from './use-as-of.ts'

/** Chooses the day the screen shows; empty means today. */
export function AsOfField({ asOf, hideLabel = false }: { asOf: AsOf; hideLabel?: boolean }) {
  const words = useText(organisationText)
  return <DateField label={words.asOf} hideLabel={hideLabel} value={asOf.day} onChange={(date, { valid }) => valid && asOf.set(date)} />
}

/** Says that another day than today is shown, with the way back. */
export function AsOfNotice({ asOf }: { asOf: AsOf }) {
  const words = useText(organisationText)
  if (asOf.date === undefined) return null
  return (
    <Notice tone="warn">
      <div className="td-row">
        <span>{words.notToday(showDate(asOf.date))}</span>
        <Button size="compact-sm" variant="default" onClick={() => asOf.set(null)}>
          {words.toToday}
        </Button>
      </div>
    </Notice>
  )
}
