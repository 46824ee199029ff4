import { toFraction } from '#kernel/rational.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { ratesOf } from '../../domain/speech/index.ts'
import { namedBy } from '../people-by-name.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { seesDesk } from './desk-units.ts'
import { readHeading, readSlot } from './heading-rows.ts'
import { ownEntries } from './own-dictionary.ts'
import { readRates, readReaders } from './reader-rows.ts'
import { mayPlace, readStoryDesk } from './story-desk.ts'

/** What a story carries beside its words, and by what its reading time is reckoned. */
export const getStoryDesk = query(deskRoutes.getStoryDesk, async ({ params, actor, read, today }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const { slug, programmeId, slotDate, slotId, readerId } = await readStoryDesk(read, tenantId, story)
  const programme = programmeId === null ? undefined : await readHeading(read, tenantId, programmeId)
  const slot = slotId === null ? undefined : await readSlot(read, tenantId, slotId)
  const sees = seesDesk(actor, day)
  const readers = (await readReaders(read, tenantId)).filter((reader) => sees(reader.unitId) && inUseOn(reader, slotDate ?? today)).map(({ personId }) => personId)
  const names = await personNames(read, tenantId, readerId === null ? readers : [...readers, readerId])
  const rates = readerId === null ? {} : ratesOf(await readRates(read, tenantId, [readerId]))
  return {
    slug,
    programme: programme === undefined ? null : { id: programme.id, name: programme.name },
    slotDate,
    slot: slot === undefined ? null : withoutProgramme(slot),
    reader: readerId === null ? null : { id: readerId, name: names.get(readerId)?.fullName ?? '', rates: Object.fromEntries(Object.entries(rates).map(([kind, rate]) => [kind, toFraction(rate)])) },
    readers: readers.map(namedBy(names)),
    dictionary: await ownEntries(read, tenantId),
    can: { place: mayPlace(actor, day, story) },
  }
})

function withoutProgramme<S extends { readonly programmeId: unknown }>({ programmeId: _, ...slot }: S): Omit<S, 'programmeId'> {
  return slot
}
