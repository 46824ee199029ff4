import { goodPoints, octoberBody } from '#tests/setup/evaluation-campaigns.ts'
import { meetingBody } from '#tests/setup/council.ts'
import { catalogueHead, productBody } from '#tests/setup/evaluation-tasks.ts'
import type { KnownIds } from '#tests/setup/plausible.ts'
import { octoberRound, unitPoints } from '#tests/setup/unit-rounds.ts'
import type { FullCommune } from './commune.ts'

const reason = 'Căn cứ hồ sơ theo dõi bằng giấy'
const dates = { from: '2026-11-25', to: null }

/** Routes that cost more than a hundred milliseconds when they are done: rulebooks checked and written, forms printed. */
export const slowRoutes: ReadonlySet<string> = new Set([
  'newsroom.printStory',
  'newsroom.printCorrection',
  'newsroom.printCueSheet',
  ...['createEdition', 'checkEdition', 'compareEdition', 'simulateEdition', 'issueEdition', 'form01', 'form02', 'resultForm', 'unitForm', 'minutesPdf', 'minutesDocx', 'productTemplate', 'exportProducts'].map((name) => `evaluation.${name}`),
])

/** What is sent beside what the contract alone suggests, so that what may be done is done: bodies by route. */
export function bodiesFor({ commune }: FullCommune, ids: KnownIds): Readonly<Record<string, object>> {
  const { personId } = ids
  const texts = { strengths: '', weaknesses: '', comment: '', proposedLevel: null }
  const assignment = { startMinute: null, endMinute: null, writerId: commune.people.clerk, filmerId: null, dueAt: '2026-11-25T02:00:00Z' }
  const september = { kind: 'month', year: 2026, number: 9 }
  return {
    'organisation.changeUnits': { kind: 'rename', effectiveOn: '2026-11-20', documentNumber: '2/QĐ', documentDate: null, note: '', unit: { unitId: ids['unitId'], version: 1 }, name: 'Văn phòng mới', shortName: 'VP' },
    'organisation.correctUnit': { date: '2026-11-20' },
    'organisation.createPost': dates,
    'organisation.changePost': { code: 'VP-CV', ...dates, from: '2025-07-01', places: 3 },
    'organisation.appoint': { ...dates, isPrimary: false },
    'organisation.changeHolding': { from: '2025-07-01', to: null, isPrimary: true },
    'organisation.createPerson': { birthDate: null },
    'organisation.changePerson': { birthDate: null },
    'evaluation.saveCatalogue': { id: null, version: 0, ...catalogueHead },
    'evaluation.saveProduct': { id: null, version: 0, ...productBody, code: 'BI-02' },
    'evaluation.proposeProduct': { ...productBody, code: 'BI-03' },
    'evaluation.settleProduct': { act: 'retire' },
    'evaluation.assignTask': { deadline: '2026-10-25' },
    'evaluation.addAdHocTask': { completedOn: '2026-11-02', completed: 1 },
    'evaluation.approveAdHocTask': { accept: true },
    'evaluation.reportTask': { completedOn: '2026-10-15' },
    'evaluation.reassignTask': { personId: commune.people.typist, deadline: '2026-10-25' },
    'evaluation.addEvidenceLink': { name: 'Văn bản', address: 'https://vanban.example.vn/2' },
    'evaluation.createEdition': { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Quy định khác' },
    'evaluation.createCampaign': { ...octoberBody(commune), name: 'Tháng 9', period: september },
    'evaluation.changeCampaign': { due: octoberBody(commune).due, settings: {} },
    'evaluation.actOnCampaign': { act: 'cancel', reason },
    'evaluation.adjustParticipant': { group: 'staff' },
    'evaluation.saveSheet': { points: goodPoints, judgements: {}, ...texts },
    'evaluation.decide': { level: 'good', reason },
    'evaluation.replaceResult': { level: 'good', reason, points: null },
    'evaluation.answerPetition': { outcome: 'upheld', answer: reason },
    'evaluation.planMeeting': meetingBody(commune),
    'evaluation.changeMeeting': meetingBody(commune),
    'evaluation.actOnMeeting': { act: 'close', conclusion: 'Kết luận' },
    'evaluation.proposeLevel': { version: 0, level: 'good', reason },
    'evaluation.conclude': { results: [{ personId, version: 1, proposalVersion: 0 }] },
    'evaluation.openQuestion': { subjectId: null, choices: ['Đồng ý', 'Không'] },
    'evaluation.castBallot': { choice: 'Đồng ý' },
    'evaluation.closeQuestion': { reason },
    'evaluation.enterCounts': { figures: { issued: 1, collected: 1, invalid: 0, counts: {} } },
    'evaluation.createUnitCampaign': { ...octoberRound(commune), period: september },
    'evaluation.changeUnitCampaign': { due: octoberRound(commune).due, settings: {} },
    'evaluation.actOnUnitCampaign': { act: 'cancel', reason },
    'evaluation.adjustUnit': { selfId: null, recogniserId: null },
    'evaluation.saveUnitSheet': { points: unitPoints },
    'evaluation.decideUnit': { level: 'good', reason },
    'evaluation.replaceUnitLevel': { level: 'good', reason },
    'organisation.saveIdentity': { number: '099185012345', accepted: ['place', 'sex', 'birth-year'] },
    'organisation.findByIdentity': { number: '099185012345' },
    'personal-data.addStub': { about: { kind: 'task', id: ids['taskId'] }, number: '12/TB', secrecy: 'confidential', keptAt: 'Văn thư' },
    'personal-data.setPeriod': { months: 120, from: '2026-12-01' },
    'personal-data.postponeProposal': { until: '2026-12-31' },
    'newsroom.saveStory': { content: { title: 'Tin', column: null, category: null, people: [], blocks: [] } },
    'newsroom.addItem': { item: { kind: 'story', storyId: ids['storyId'] }, after: null },
    'newsroom.moveItem': { after: null },
    'newsroom.air': { act: 'next' },
    'newsroom.correctAiring': { startedAt: '2026-11-20T01:00:00Z', endedAt: '2026-11-20T01:00:00Z', reason },
    'newsroom.addSlot': { replaces: null },
    'newsroom.addAssignment': { ...assignment, writerId: commune.people.engineer },
    'newsroom.changeAssignment': assignment,
    'newsroom.closeRoyalties': { month: '2026-10' },
    'newsroom.addComment': { blockId: ids['storyId'] },
    'newsroom.readNotices': { keys: [`waits:${ids['storyId']}:1`] },
    'newsroom.addReader': { personId: commune.people.typist },
    'newsroom.actOnStory': { act: 'withdraw', blockId: null },
    'evaluation.settleRater': { status: 'excused', reason },
  }
}

/** Questions in the address, where the contract's defaults would ask about something else. */
export function queriesFor(ids: KnownIds): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const one = { personId: ids['personId'] ?? '' }
  return {
    'evaluation.form01': one,
    'evaluation.form02': one,
    'evaluation.resultForm': one,
    'evaluation.unitForm': { unitId: ids['unitId'] ?? '' },
    'evaluation.addEvidenceFile': { fileName: 'van-ban.pdf' },
    'evaluation.addDocument': { fileName: 'van-ban.pdf' },
    'newsroom.importRecord': { fileName: 'tin.txt' },
    'newsroom.getRoyalties': { month: '2026-10' },
    'newsroom.royaltySheet': { month: '2026-10' },
    'newsroom.getWaiting': { from: '2026-11-01', to: '2026-11-20' },
  }
}
