import pg from 'pg'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { GivenRole } from '#modules/accounts/domain/grants.ts'

interface Stretch {
  readonly unit: string
  readonly parent: string | null
  readonly from: string
  readonly to: string | null
}

interface Held {
  readonly person: string
  readonly unit: string
  readonly head: boolean
  readonly from: string
  readonly to: string | null
}

/** What the database holds of a committee, as rows: the slow reading of rights goes through these, one by one. */
export interface History {
  readonly stretches: readonly Stretch[]
  readonly held: readonly Held[]
  readonly people: readonly string[]
  readonly units: readonly string[]
  readonly tasks: readonly { readonly id: string; readonly person: string; readonly unit: string }[]
}

/** Reads it as the owner of the database, past every rule of the program. */
export async function readHistory(ownerUrl: string, tenantId: string): Promise<History> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const rows = async <Row extends object>(text: string): Promise<Row[]> => (await client.query<Row>(text, [tenantId])).rows
  const stretches = await rows<Stretch>(`select unit_id as unit, parent_id as parent, valid_from::text as from, valid_to::text as to from organisation_unit_span where tenant_id = $1 order by valid_from`)
  const held = await rows<Held>(
    `select h.person_id as person, p.unit_id as unit, p.role = 'head' as head, h.valid_from::text as from, h.valid_to::text as to
       from organisation_holding h join organisation_post p on p.tenant_id = h.tenant_id and p.id = h.post_id where h.tenant_id = $1`,
  )
  const people = (await rows<{ id: string }>('select id from organisation_person where tenant_id = $1 order by id')).map(({ id }) => id)
  const tasks = await rows<{ id: string; person: string; unit: string }>('select id, person_id as person, unit_id as unit from evaluation_task where tenant_id = $1')
  await client.end()
  return { stretches, held, people, units: [...new Set(stretches.map(({ unit }) => unit))].toSorted(), tasks }
}

const holds = ({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean => from <= day && (to === null || day <= to)

/** The unit and those above it on a day, by walking up the rows; nothing when it does not exist then. */
export function lineOn({ stretches }: History, unit: string, day: string): string[] {
  const stretch = stretches.find((one) => one.unit === unit && holds(one, day))
  if (stretch === undefined) return []
  return stretch.parent === null ? [unit] : [unit, ...lineOn({ stretches } as History, stretch.parent, day)]
}

/** By which day rights over a unit are judged: today, the last day of one that is gone, the first of one to come. */
export function dayForRights({ stretches }: History, unit: string, today: string): string {
  const life = stretches.filter((one) => one.unit === unit)
  const [first, last] = [life[0], life.at(-1)]
  if (first !== undefined && today < first.from) return first.from
  return last !== undefined && last.to !== null && last.to < today ? last.to : today
}

/** Somebody on a day: their posts, and the roles given to them. */
export interface OnDay {
  readonly person: string
  readonly roles: readonly GivenRole[]
  readonly today: CalendarDate
}

/** Posts somebody holds on the day. */
export function postsOn({ held }: History, { person, today }: OnDay): readonly Held[] {
  return held.filter((one) => one.person === person && holds(one, today))
}

const reaches = (history: History, unit: string, { roles, today }: OnDay, ...which: readonly string[]): boolean =>
  roles.some(({ role, unitId }) => which.includes(role) && (unitId === null || lineOn(history, unit, dayForRights(history, unit, today)).includes(unitId)))

/** Roles with which one reads about people; those of the newsroom are about stories only. */
const readers: readonly string[] = ['administrator', 'officer', 'decider', 'auditor']

/** Reads about anybody at all: holds a post, or was given a role of reading. */
export function readsAtAll(history: History, who: OnDay): boolean {
  return postsOn(history, who).length > 0 || who.roles.some(({ role }) => readers.includes(role))
}

/** Reads about people of a unit: whoever holds any post, and whoever was given a role of reading over it. */
export function readsUnit(history: History, unit: string, who: OnDay): boolean {
  return postsOn(history, who).length > 0 || reaches(history, unit, who, ...readers)
}

/** Manages a unit: its personnel officer. */
export function managesUnit(history: History, unit: string, who: OnDay): boolean {
  return reaches(history, unit, who, 'officer')
}

const unitsEver = ({ held }: History, person: string): string[] => [...new Set(held.filter((one) => one.person === person).map(({ unit }) => unit))]

/** Sees who a person is: oneself, of a unit one reads, or who never held a post for a personnel officer. */
export function seesPerson(history: History, person: string, who: OnDay): boolean {
  const units = unitsEver(history, person)
  return person === who.person || (units.length === 0 ? who.roles.some(({ role }) => role === 'officer') : units.some((unit) => readsUnit(history, unit, who)))
}

/** Manages a person: of a unit one manages, or anybody who never held a post. */
export function managesPerson(history: History, person: string, who: OnDay): boolean {
  const units = unitsEver(history, person)
  return units.length === 0 ? who.roles.some(({ role }) => role === 'officer') : units.some((unit) => managesUnit(history, unit, who))
}

/** Who is on the list of people today: everybody where one reads everything, else who holds a post today in a unit one reads. */
export function listedPeople(history: History, who: OnDay): string[] {
  const everything = postsOn(history, who).length > 0 || who.roles.some(({ role, unitId }) => unitId === null && readers.includes(role))
  return history.people.filter((person) => everything || history.held.some((one) => one.person === person && holds(one, who.today) && readsUnit(history, one.unit, who)))
}

/** Sees a task of somebody else: heads the unit or one above it today, or is its personnel officer; of a unit that is gone, of the whole committee. */
export function seesTask(history: History, task: History['tasks'][number], who: OnDay): boolean {
  const line = lineOn(history, task.unit, who.today)
  return postsOn(history, who).some((post) => post.head && line.includes(post.unit)) || who.roles.some(({ role, unitId }) => role === 'officer' && (unitId === null || line.includes(unitId)))
}
