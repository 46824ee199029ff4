import { storyStates } from '#modules/newsroom/domain/approval/state.ts'
import { rundownStates } from '#modules/newsroom/domain/rundown/state.ts'
import { type FullCommune } from './commune.ts'
import type { KnownIds } from '#tests/setup/plausible.ts'
import { usualThing, type Thing, type ThingKind } from './things.ts'

/** A thing of the commune in one status, and the ids under which it is found. */
export interface State {
  readonly thing: Thing
  readonly ids: KnownIds
}

const namedAnywhere = ['chair', 'officeHead', 'clerk', 'typist', 'officer', 'divisionHead', 'engineer', 'partyStaff']
const authorities = ['chair', 'partyStaff']

type FileState = readonly [Thing['campaign'], Thing['file']]
/** The statuses of a campaign with those its files then have. */
const fileStates: readonly FileState[] = [
  ['draft', 'waiting'],
  ['scoring', 'self_scoring'], ['scoring', 'superior_scoring'], ['scoring', 'scored'],
  ['compiling', 'compiled'],
  ['deciding', 'compiled'], ['deciding', 'decided'],
  ['published', 'published'], ['closed', 'published'], ['cancelled', 'self_scoring'],
]
const roundStates: readonly (readonly [Thing['round'], Thing['unitFile']])[] = [
  ['draft', 'waiting'], ['running', 'self_scoring'], ['running', 'scoring'], ['running', 'scored'], ['running', 'decided'], ['published', 'published'], ['closed', 'published'], ['cancelled', 'self_scoring'],
]

/** Every status in which the commune can be put for one kind of thing. */
export function statesOf(kind: ThingKind, { ids, person, typistResult }: FullCommune): State[] {
  const usual: Thing = { ...usualThing, campaign: 'published', file: 'published', named: namedAnywhere, authorities }
  const one = (change: Partial<Thing>, more: KnownIds = {}): State => ({ thing: { ...usual, ...change }, ids: { ...ids, ...more } })
  const files: readonly (readonly [Partial<Thing>, KnownIds])[] = [
    [{}, {}],
    [{ subject: 'typist', superior: 'engineer', authority: 'partyStaff' }, { personId: person['typist'] ?? '', resultId: typistResult }],
  ]
  switch (kind) {
    case 'nothing':
    case 'unit':
      return [one({})]
    case 'file':
    case 'plan':
      return fileStates.flatMap(([campaign, file]) => files.map(([who, more]) => one({ ...who, campaign, file }, more)))
    case 'sheet':
      return fileStates.flatMap(([campaign, file]) => files.flatMap(([who, more]) => (['self', 'superior'] as const).map((column) => one({ ...who, campaign, file, column }, { ...more, rater: column }))))
    case 'task':
      return (['scoring', 'deciding'] as const).flatMap((campaign) => (['proposed', 'open', 'reported', 'confirmed', 'handed_back', 'cancelled'] as const).map((task) => one({ campaign, file: campaign === 'scoring' ? 'self_scoring' : 'compiled', task })))
    case 'edition':
      return (['draft', 'issued', 'retired'] as const).map((edition) => one({ edition }))
    case 'round':
      return roundStates.map(([round, unitFile]) => one({ round, unitFile }, { rater: 'self' }))
    case 'meeting':
      return (['planned', 'open', 'closed'] as const).flatMap((meeting) => ([['deciding', 'compiled'], ['scoring', 'self_scoring'], ['published', 'published']] as const).map(([campaign, file]) => one({ meeting, campaign, file })))
    case 'petition':
      return (['open', 'upheld', 'withdrawn'] as const).map((petition) => one({ petition }))
    case 'story':
      return storyStates.map((story) => one({ story }))
    case 'rundown':
      return rundownStates.map((rundown) => one({ rundown }))
  }
}

/** Puts the commune into the state, by the owner’s hand. */
export async function put({ thing }: State, { commune, ids, asOwner }: FullCommune): Promise<void> {
  const tenant = commune.tenantId
  const { campaign, file } = thing
  const made = campaign === 'published' || campaign === 'closed'
  const sent = file !== 'waiting' && file !== 'self_scoring'
  await asOwner('update evaluation_campaign set status = $2 where tenant_id = $1', [tenant, campaign])
  await asOwner('update evaluation_participant set status = $2 where tenant_id = $1', [tenant, file])
  await asOwner(`update evaluation_sheet set submitted_at = case when rater = 'self' and $2 or rater = 'superior' and $3 then saved_at end where tenant_id = $1`, [tenant, sent, sent && file !== 'superior_scoring'])
  const decided = file === 'decided' || file === 'published'
  // Before scores are compiled there are no results, before they are made known no petitions and no months, before a round opens no sheets.
  const kept = { result: ['compiling', 'deciding', 'published', 'closed'].includes(campaign), petition: made, period_score: made, unit_sheet: thing.round !== 'draft', unit_result: thing.round !== 'draft' }
  for (const [table, there] of Object.entries(kept)) {
    await asOwner(`delete from evaluation_${table} where tenant_id = $1`, [tenant])
    if (there) await asOwner(`insert into evaluation_${table} select * from kept_${table} where tenant_id = $1`, [tenant])
  }
  await asOwner(`update evaluation_result set decided_level = case when $2 then 'good' end, decided_by = case when $2 then $3::uuid end, decided_at = case when $2 then computed_at end, published_at = case when $4 then computed_at end where tenant_id = $1`, [tenant, decided, commune.people.chair, made])
  await asOwner('update evaluation_task set status = $2 where id = $1', [ids['taskId'], thing.task])
  await asOwner(
    `update evaluation_rulebook_edition e set status = $2, source = case when $2 = 'draft' then (select r.source from evaluation_rulebook r where r.tenant_id = e.tenant_id and r.id = e.rulebook_id) end, document_number = '1/QĐ', document_date = '2026-11-01', valid_from = '2026-11-01' where id = $1`,
    [ids['editionId'], thing.edition],
  )
  await asOwner('update evaluation_unit_campaign set status = $2 where tenant_id = $1', [tenant, thing.round])
  await asOwner('update evaluation_unit_file set status = $2 where tenant_id = $1', [tenant, thing.unitFile])
  await asOwner('update evaluation_unit_result set published_at = case when $2 then decided_at end where tenant_id = $1', [tenant, thing.unitFile === 'published'])
  await asOwner(`update evaluation_meeting set status = $2, opened_at = case when $2 <> 'planned' then created end, closed_at = case when $2 = 'closed' then created end from (select timestamptz '2026-11-20 02:00Z' as created) as moment where id = $1`, [ids['meetingId'], thing.meeting])
  await asOwner(`update evaluation_petition set status = $2, answered_at = case when $2 = 'upheld' then filed_at end where id = $1`, [ids['petitionId'], thing.petition])
  await asOwner('update newsroom_story set state = $2 where tenant_id = $1', [tenant, thing.story])
  await asOwner('update newsroom_rundown set state = $2 where tenant_id = $1', [tenant, thing.rundown])
}
