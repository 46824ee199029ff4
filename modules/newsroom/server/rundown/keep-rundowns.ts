import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import { addDays, vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, type Id, type TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant, readerOf, type Reader } from '#platform/db/database.ts'
import { keepLooking } from '#platform/jobs/keep-looking.ts'
import { slotBegins } from '../../domain/desk/slot.ts'
import { makeRundowns, slotDays, type SlotDay } from './make-rundowns.ts'

/** What making rundowns ahead of time needs of the running program. */
export interface KeptRundowns {
  readonly db: Kysely<Owned<'newsroom'>>
  readonly clock: () => Date
}

const look = 10 * 60_000
/** No further: a rundown takes the stories meant for it, and the frame of the one before, as they are when it is made. */
const daysAhead = 1

/** Makes rundowns ahead of time (dựng sẵn khung) for the slots of programmes that come today and tomorrow, every ten minutes, until stopped. */
export function keepRundowns(kept: KeptRundowns, problem: (error: unknown) => void): { stop(): Promise<void> } {
  return keepLooking(() => openAhead(kept), look, problem)
}

/** One look at every committee; what is there already is left alone, also when several servers look at once. */
export async function openAhead({ db, clock }: KeptRundowns): Promise<void> {
  const now = clock()
  const tenants = (await readerOf(db).selectFrom('tenant').select('id').execute()).map(({ id }) => asId<'tenant'>(id))
  for (const tenantId of tenants) {
    const missing = await inTenant(db, tenantId, 'read', (tx) => missingOf(readerOf(tx), tenantId, now))
    if (missing.length === 0) continue
    await inTenant(db, tenantId, 'write', async (tx) => {
      const newId = <Kind extends string>(): Id<Kind> => asId<Kind>(uuidv7())
      const { made, stories } = await makeRundowns(tx, readerOf(tx), missing, { tenantId, createdBy: null, now, newId })
      if (made === 0) return
      const dates = missing.map(({ date }) => date)
      await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'newsroom.rundown.opened', subject: { kind: 'rundown', id: '' }, data: { from: dates[0], to: dates.at(-1), made, stories } }, undefined)
    })
  }
}

/** Slots that have not begun and have no rundown yet. */
async function missingOf(read: Reader, tenantId: TenantId, now: Date): Promise<SlotDay[]> {
  const today = vietnameseDay(now)
  const to = addDays(today, daysAhead)
  const days = await slotDays(read, tenantId, () => true, today, to)
  const coming = days.filter(({ slot, date }) => slotBegins(slot, date) > now)
  if (coming.length === 0) return []
  const there = await read.selectFrom('newsroom_rundown').where('tenant_id', '=', tenantId).where('on_date', '>=', today).where('on_date', '<=', to).where('slot_id', 'is not', null).select(['slot_id', 'on_date']).execute()
  const made = new Set(there.map((row) => `${row.slot_id} ${row.on_date}`))
  return coming.filter(({ slot, date }) => !made.has(`${slot.id} ${date}`))
}
