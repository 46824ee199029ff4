import { v7 as uuidv7 } from 'uuid'
import { addDays, vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { loadCampaign, type Campaign } from './campaigns/campaign-row.ts'
import { loadParticipants, type Participant } from './campaigns/participant-row.ts'
import { pinnedRulebook } from './campaigns/pinned-rulebook.ts'
import type { SampleContext } from './sample-context.ts'
import { computeResults } from './results/compute-results.ts'
import { publishResults } from './results/publish-results.ts'
import { replaceRecord } from './results/replace.ts'
import { lockCurrentResults, type ResultRecord } from './results/result-record.ts'
import { storeDecisions } from './results/store-decisions.ts'
import { publishSampleReplacement, publishSampleSet } from './sample-published.ts'

/** Computes a month's results with the engine, decides them and publishes, as the acts of the people would have. */
export async function finishSampleMonth(context: SampleContext, campaign: Campaign, status: 'published' | 'closed'): Promise<Campaign> {
  const { tx, read, tenantId } = context
  const day = (date: string): Date => new Date(`${date}T02:00:00Z`)
  const published = day(addDays(campaign.due.decide, 4))
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const participants = (await loadParticipants(read, tenantId, campaign.id)).filter((participant) => participant.excludedReason === '')
  await computeResults(tx, read, tenantId, campaign, rulebook, participants, day(addDays(campaign.due.superior, 1)))
  const results = await lockCurrentResults(tx, read, tenantId, campaign.id, participants.map((participant) => participant.personId))
  const byDecider = Map.groupBy(participants, (participant) => participant.deciderId)
  for (const [decider, people] of byDecider) {
    const decisions = people.map((participant) => decisionOn(campaign, participant, results.get(participant.personId)))
    await storeDecisions(tx, { tenantId, personId: decider }, campaign, decisions, day(campaign.due.decide))
  }
  await publishResults(tx, tenantId, campaign, published)
  await publishSampleSet(context, campaign, published)
  await tx
    .updateTable('evaluation_participant')
    .set({ status: 'published' })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('excluded_reason', '=', '')
    .execute()
  await tx
    .updateTable('evaluation_campaign')
    .set({
      status,
      opened_at: day(addDays(campaign.period.to, 1)),
      published_at: published,
      closed_at: status === 'closed' ? day(addDays(campaign.due.decide, 19)) : null,
      version: 7,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', campaign.id)
    .execute()
  return loadCampaign(read, tenantId, campaign.id)
}

/** The provisional level, but for the best of the few who keep a quota: each month one good scorer is held back with a reason. */
function decisionOn(campaign: Campaign, participant: Participant, result: ResultRecord | undefined) {
  if (result === undefined) throw new Error('sample: a participant without a result')
  const proposed = result.provisionalLevel
  const heldBack = proposed === 'excellent' && campaign.period.from === '2026-10-01' && participant.group === 'leader' && !participant.isHead
  return {
    personId: participant.personId,
    resultId: result.id,
    level: proposed === 'insufficient_data' ? 'not_rated' : heldBack ? 'good' : proposed,
    reason: proposed === 'insufficient_data' ? 'Chưa đủ dữ liệu để xếp mức trong kỳ.' : heldBack ? 'Lĩnh vực phụ trách còn hồ sơ trễ hạn trong tháng, tập thể đề nghị giữ mức hoàn thành tốt.' : '',
  }
}

/** What happened after publication: a response, a petition that was upheld, one answered by a replacing decision, one waiting for its answer. */
export async function playSampleStory(context: SampleContext, finished: readonly Campaign[]): Promise<void> {
  const [september, october] = finished.slice(-2)
  if (september === undefined || october === undefined) return
  await answeredPetitions(context, september)
  await waitingPetition(context, october)
}

async function subjectsOf({ read, tenantId, ids }: SampleContext, campaign: Campaign): Promise<Participant[]> {
  const spokenFor = new Set(['CL046', 'CL044', 'CL043'].map((code) => ids.people.get(code)))
  const participants = await loadParticipants(read, tenantId, campaign.id)
  return participants.filter((participant) => participant.excludedReason === '' && participant.group === 'staff' && participant.deciderId === ids.people.get('CL028') && !spokenFor.has(participant.personId))
}

async function filePetition({ tx, tenantId }: SampleContext, campaign: Campaign, result: ResultRecord, text: string, filedOn: string, dueOn: string): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('evaluation_petition')
    .values({ tenant_id: tenantId, id, result_id: result.id, campaign_id: campaign.id, person_id: result.personId, text, filed_at: new Date(`${filedOn}T03:00:00Z`), due_on: dueOn, status: 'open' })
    .execute()
  return id
}

async function answeredPetitions(context: SampleContext, campaign: Campaign): Promise<void> {
  const { tx, read, tenantId } = context
  const subjects = await subjectsOf(context, campaign)
  const results = await lockCurrentResults(tx, read, tenantId, campaign.id, subjects.map((subject) => subject.personId))
  const corrected = subjects.find((subject) => Number(results.get(subject.personId)?.total ?? 0) >= 80 && results.get(subject.personId)?.provisionalLevel === 'good')
  const upheld = subjects.find((subject) => subject !== corrected && results.get(subject.personId)?.provisionalLevel === 'good')
  const answeredAt = new Date('2026-10-23T03:00:00Z')
  if (upheld !== undefined) {
    const result = results.get(upheld.personId)
    if (result === undefined) return
    const petition = await filePetition(context, campaign, result, 'Đề nghị xem lại số lần chậm tiến độ của báo cáo tuần thứ ba.', '2026-10-19', '2026-10-28')
    await tx
      .updateTable('evaluation_petition')
      .set({ status: 'upheld', answer: 'Đã đối chiếu sổ theo dõi văn bản: báo cáo gửi sau thời hạn một ngày, không có nguyên nhân khách quan được xác nhận. Giữ nguyên kết quả.', answered_by: upheld.deciderId, answered_at: answeredAt, version: 2 })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', petition)
      .execute()
    await tx.insertInto('evaluation_response').values({ tenant_id: tenantId, id: uuidv7(), result_id: result.id, text: 'Tôi đã đọc kết quả và sẽ khắc phục việc gửi báo cáo chậm.', given_at: answeredAt }).execute()
  }
  if (corrected !== undefined) await correct(context, campaign, corrected, results.get(corrected.personId), answeredAt)
}

/** The replacing decision of a petition that was right: one criterion was scored too low. */
async function correct(context: SampleContext, campaign: Campaign, subject: Participant, result: ResultRecord | undefined, answeredAt: Date): Promise<void> {
  const { tx, read, tenantId } = context
  const decider = subject.deciderId
  if (result === undefined || decider === null) return
  const petition = await filePetition(context, campaign, result, 'Sáng kiến số hóa hồ sơ đã được công nhận trong tháng nhưng tiêu chí III.1 chưa ghi nhận.', '2026-10-20', '2026-10-29')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const actor = { tenantId, personId: decider, accountId: asId<'account'>(decider), displayName: '', posts: [], grants: [] }
  const standing = { subject: false, superior: false, authority: true, personnel: false, colleague: false }
  const answer = 'Chấp nhận kiến nghị: sáng kiến đã có quyết định công nhận. Chấm lại tiêu chí III.1.'
  const replacing = await replaceRecord(tx, read, actor, { campaign, participant: subject, standing, rulebook }, result, { level: result.provisionalLevel, reason: answer, points: { 'III.1': '2.5' } }, answeredAt)
  await tx
    .updateTable('evaluation_petition')
    .set({ status: 'replaced', answer, answered_by: decider, answered_at: answeredAt, replacing_result_id: replacing, version: 2 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', petition)
    .execute()
  await publishSampleReplacement(context, decider, petition, subject.personId, replacing, answeredAt)
}

async function waitingPetition(context: SampleContext, campaign: Campaign): Promise<void> {
  const { tx, read, tenantId } = context
  const subjects = await subjectsOf(context, campaign)
  const results = await lockCurrentResults(tx, read, tenantId, campaign.id, subjects.map((subject): PersonId => subject.personId))
  const petitioner = subjects.findLast((subject) => results.get(subject.personId)?.provisionalLevel === 'good')
  const result = petitioner === undefined ? undefined : results.get(petitioner.personId)
  if (result === undefined || campaign.publishedAt === null) return
  const filedOn = addDays(vietnameseDay(campaign.publishedAt), 3)
  await filePetition(context, campaign, result, 'Đề nghị xác nhận nguyên nhân khách quan của hai nhiệm vụ chậm do chờ ý kiến của cơ quan cấp trên.', filedOn, '2026-11-30')
}
