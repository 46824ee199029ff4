import { roundTo, toShortest, whole, type Rational } from '#kernel/rational.ts'
import { holdingsAsOf, personNames, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import { countingRate, readKinds, takenRate, type ReadKind } from '../../domain/speech/index.ts'
import { namedBy } from '../people-by-name.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'
import { readRates, readReaders, type KeptReaderRate } from './reader-rows.ts'

const shown = (rate: Rational): string => toShortest(roundTo(rate, whole(1)))

function rateView(kind: ReadKind, kept: readonly KeptReaderRate[]) {
  const { rate, origin } = takenRate(kept, kind)
  const known = kept.find((each) => each.kind === kind)
  const learnt = known === undefined || known.learntAt === null ? null : { rate: shown(countingRate({ ...known, setRate: null }).rate), blocks: known.blocks, at: known.learntAt.toISOString() }
  return { kind, rate: shown(rate), origin, learnt }
}

/** Who reads, how fast each kind of block, and from what that is known. */
export const listReaders = query(readerRoutes.listReaders, async ({ actor, read, today, recordList }) => {
  const day = await unitsOfDay(read, actor, today)
  const readers = (await readReaders(read, actor.tenantId)).filter(({ unitId }) => keepsDesk(actor, day, unitId))
  const people = readers.map(({ personId }) => personId)
  const [names, rates] = [await personNames(read, actor.tenantId, people), await readRates(read, actor.tenantId, people)]
  const units = (await unitTreeAsOf(read, actor.tenantId, today)).map(({ id }) => id).filter((id) => keepsDesk(actor, day, id))
  const reading = new Set(readers.filter((reader) => notEnded(reader, today)).map(({ personId }) => personId))
  const holdings = (await holdingsAsOf(read, actor.tenantId, today, { units })).filter(({ personId }) => !reading.has(personId))
  const others = [...new Map(holdings.map((each) => [each.personId, each])).values()]
  if (people.length > 0) recordList({ action: 'newsroom.readers.listed', subject: { kind: 'tenant', id: actor.tenantId }, data: { people } })
  return {
    readers: readers
      .map(({ personId, unitId, firstDay, lastDay }) => ({
        person: namedBy(names)(personId),
        unit: { id: unitId, name: day.nameOf(unitId) },
        firstDay,
        lastDay,
        rates: readKinds.map((kind) => rateView(kind, rates.filter((rate) => rate.personId === personId))),
      }))
      .sort((a, b) => (names.get(a.person.id)?.sortName ?? '').localeCompare(names.get(b.person.id)?.sortName ?? '', 'vi')),
    others: others.map(({ personId, fullName, unitId }) => ({ id: personId, name: fullName, unitId, unit: day.nameOf(unitId) })),
  }
})
