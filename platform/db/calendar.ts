import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'

/** Reads the Vietnamese working calendar, kept as dated data. */
export async function loadCalendar(db: Kysely<Database>): Promise<WorkCalendar> {
  const days = await db.selectFrom('working_day_exception').select(['day', 'kind']).orderBy('day').execute()
  return {
    holidays: new Set(days.filter((row) => row.kind === 'holiday').map((row) => row.day)),
    madeUp: new Set(days.filter((row) => row.kind === 'made_up').map((row) => row.day)),
    knownUntil: calendarDate(`${(days.at(-1)?.day ?? '2026-12-31').slice(0, 4)}-12-31`),
  }
}
