import { v7 as uuidv7 } from 'uuid'
import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type Id, type PersonId, type PostId, type TenantId, type UnitId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import { faultsOf } from '../domain/check-tree.ts'
import type { Unit } from '../domain/unit-tree.ts'
import type { SampleOrganisation } from '../sample/types.ts'
import { insertAbsences, insertUnitChanges, lockStructure, putHoldings, putPeople, putPosts, putUnits } from './rows.ts'

/** Ids given to the sample's codes, for the samples of other modules. */
export interface SampleIds {
  readonly units: ReadonlyMap<string, UnitId>
  readonly posts: ReadonlyMap<string, PostId>
  readonly people: ReadonlyMap<string, PersonId>
}

/** Stores a sample organisation in an empty tenant. Throws when the sample contradicts the module's own rules. */
export async function loadSampleOrganisation(tx: Tx<'organisation'>, tenantId: TenantId, sample: SampleOrganisation): Promise<SampleIds> {
  await lockStructure(tx, tenantId)
  const units = idsFor<'unit'>(sample.units)
  const posts = idsFor<'post'>(sample.posts)
  const people = idsFor<'person'>(sample.people)
  const tree = new Map<UnitId, Unit>()
  for (const unit of sample.units) {
    const { name, shortName, kind, level } = unit
    const span = { name, shortName, kind, level, parentId: unit.parent === null ? null : known(units, unit.parent), from: calendarDate(unit.from), to: dateOrNull(unit.to) }
    tree.set(known(units, unit.code), { id: known(units, unit.code), code: unit.code, version: 1, spans: [span] })
  }
  const fault = faultsOf(tree)[0]
  if (fault !== undefined) throw new Error(`sample organisation: ${fault.kind} in ${fault.span.name} on ${fault.on}`)
  await putUnits(tx, tenantId, [...tree.values()])
  await insertUnitChanges(
    tx,
    tenantId,
    sample.unitChanges.map((change) => ({
      id: uuidv7(),
      kind: change.kind,
      effectiveOn: change.date,
      documentNumber: change.document,
      documentDate: null,
      note: change.note ?? '',
      predecessors: change.predecessors.map((code) => known(units, code)),
      successors: change.successors.map((code) => known(units, code)),
    })),
  )
  await putPosts(
    tx,
    tenantId,
    sample.posts.map((post) => ({
      id: known(posts, post.code),
      code: post.code,
      version: 1,
      unitId: known(units, post.unit),
      title: post.title,
      role: post.role,
      isLeader: post.isLeader,
      publicContact: post.publicContact,
      peerGroup: post.peerGroup,
      places: post.places,
      from: calendarDate(post.from),
      to: dateOrNull(post.to),
    })),
  )
  await putPeople(
    tx,
    tenantId,
    sample.people.map((person) => ({
      id: known(people, person.code),
      code: person.code,
      version: 1,
      fullName: person.fullName,
      sex: person.sex,
      birthDate: calendarDate(person.birthDate),
    })),
  )
  await putHoldings(
    tx,
    tenantId,
    sample.holdings.map((holding) => ({
      id: asId<'holding'>(uuidv7()),
      version: 1,
      personId: known(people, holding.person),
      postId: known(posts, holding.post),
      status: holding.status,
      isPrimary: holding.isPrimary,
      from: calendarDate(holding.from),
      to: dateOrNull(holding.to),
      decisionNumber: holding.decisionNumber,
      decisionDate: calendarDate(holding.decisionDate),
    })),
  )
  await insertAbsences(
    tx,
    tenantId,
    sample.absences.map((absence) => ({ ...absence, personId: known(people, absence.person) })),
  )
  return { units, posts, people }
}

function idsFor<Kind extends string>(items: readonly { readonly code: string }[]): Map<string, Id<Kind>> {
  return new Map(items.map((item) => [item.code, asId<Kind>(uuidv7())]))
}

function known<Value>(ids: ReadonlyMap<string, Value>, code: string): Value {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`sample organisation names an unknown code: ${code}`)
  return id
}

function dateOrNull(text: string | null): CalendarDate | null {
  return text === null ? null : calendarDate(text)
}
