import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { dayWords, filled, type OwnRecord } from '#kernel/own-record.ts'
import { roundTo, toShortest, whole } from '#kernel/rational.ts'
import type { Reader } from '#platform/db/database.ts'
import { countingRate } from '../../domain/speech/index.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { readRates } from './reader-rows.ts'

const kinds = kindNames('vi')

/** What the newsroom holds of a person who reads: for how long, and how fast each kind of block. */
export async function ownReadings(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const reader = await read.selectFrom('newsroom_reader').where('tenant_id', '=', tenantId).where('person_id', '=', personId).select(['first_day', 'last_day']).executeTakeFirst()
  const rates = await readRates(read, tenantId, [personId])
  if (reader === undefined && rates.length === 0) return []
  const firstDay = (reader?.first_day ?? null) as CalendarDate | null
  const lastDay = (reader?.last_day ?? null) as CalendarDate | null
  const detail = rates.map(({ kind, setRate, blocks, syllables, milliseconds, learntAt }) => ({ kind, setRate, blocks, syllables, milliseconds, learntAt }))
  return [
    {
      id: personId,
      title: 'Người đọc: tốc độ đọc',
      fields: filled(
        ['Đọc từ ngày', dayWords(firstDay)],
        ['Đến hết ngày', dayWords(lastDay)],
        ...rates.map((rate) => [kinds[rate.kind], `${toShortest(roundTo(countingRate(rate).rate, whole(1)))} tiếng một phút, học từ ${rate.blocks} đoạn đã phát`] as const),
      ),
      detail: { firstDay, lastDay, rates: detail },
    },
  ]
}
