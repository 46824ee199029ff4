import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { attend, decidingOctober, meetingBody, moveMeeting, openMeeting } from '#tests/setup/council.ts'
import { act, evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'

const server = await evaluationServer(import.meta)
const commune = await smallCommune(server)
const { as, people } = commune
const campaignId = await decidingOctober(server, commune)

test('a meeting has exactly one chair, and two tellers or none', async () => {
  const body = meetingBody(commune)
  const without = (role: string) => body.attendees.filter((one) => one.role !== role)
  await assert.rejects(as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: { ...body, attendees: without('chair') } }), refused('evaluation.meeting.bad-attendees', { chairs: 0, tellers: 2, twice: 0, voting: 4 }))
  const one = body.attendees.map((each) => ({ ...each, teller: each.personId === people.clerk }))
  await assert.rejects(as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: { ...body, attendees: one } }), refused('evaluation.meeting.bad-attendees'))
})

test('only the personnel body calls a meeting; who is suggested follows from posts', async () => {
  await assert.rejects(as.chair.call(meetingRoutes.planMeeting, { params: { campaignId }, body: meetingBody(commune) }), refused('platform.not-found'))
  const { candidates, heading, bodyName } = await as.officer.call(meetingRoutes.meetingCandidates, { params: { campaignId } })
  const suggested = Object.fromEntries(candidates.map((one) => [one.person.id, one.suggested]))
  assert.deepEqual([suggested[people.chair], suggested[people.officer], suggested[people.officeHead], suggested[people.typist]], ['chair', 'secretary', 'member', null])
  assert.deepEqual([heading, bodyName], ['state', 'Ủy ban nhân dân xã'])
})

test('a meeting opens with its own quorum only', async () => {
  const { meetingId } = await as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: meetingBody(commune) })
  await attend(commune, meetingId, ['chair', 'officeHead', 'clerk'])
  await assert.rejects(moveMeeting(commune, meetingId, 'open'), refused('evaluation.meeting.no-quorum', { convened: 5, present: 3, met: false, quorum: 'two_thirds' }))
  await attend(commune, meetingId, ['engineer'])
  assert.equal((await moveMeeting(commune, meetingId, 'open')).status, 'open')
  await assert.rejects(moveMeeting(commune, meetingId, 'open'), refused('evaluation.meeting.wrong-status'))
})

test('a meeting stands among what waits for those called to it, until it is over', async () => {
  const kinds = async (by: typeof as.clerk) => (await by.call(sheetRoutes.myWork, {})).items.filter((item) => item.kind === 'meeting').map((item) => [item.campaignId, item.due])
  assert.ok((await kinds(as.clerk)).some(([id, due]) => id === campaignId && due === '2026-11-20'))
  assert.deepEqual(await kinds(as.typist), [])
})

test('the wall screen shows scores, warnings, quotas under three bases and a proposed order', async () => {
  const meetingId = await openMeeting(commune, campaignId)
  const board = await as.officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  const clerk = board.rows.find((row) => row.person.id === people.clerk)
  assert.deepEqual([clerk?.exact, clerk?.total, clerk?.provisionalLevel, clerk?.proposal], ['357/4', '89.25', 'good', null])
  assert.deepEqual(board.simulation.map((each) => each.base), ['literal', 'inclusive', 'headcount'])
  const staff = (base: string) => board.simulation.find((each) => each.base === base)?.quotas.find((quota) => quota.scope === '*')
  assert.deepEqual([staff('literal')?.allowed, staff('headcount')?.allowed], [0, 1])
  const order = board.tieBreaks.find((each) => each.scope === '*')
  assert.ok(order !== undefined && order.order.length > order.allowed)
  assert.equal(order.order[0]?.by, null)
  // The chair decides on everybody and so sees the same people.
  const seen = await as.chair.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  assert.equal(seen.rows.length, board.rows.length)
  await assert.rejects(as.clerk.call(meetingRoutes.meetingBoard, { params: { meetingId } }), refused('platform.not-found'), 'an attendee who does not decide sees no scores')
})

test('the list of results with remarks leaves out those whose points alone gave the level', async () => {
  const { items } = await as.officer.call(resultRoutes.listResults, { params: { campaignId }, query: { only: 'warnings', limit: 50 } })
  const remarked = items.map((row) => row.person.id)
  assert.ok(remarked.length > 0 && items.every((row) => row.warnings.some((reason) => reason.code !== 'band')))
  assert.equal(remarked.includes(people.clerk), false)
})

test('a proposal is stored with its reason, moves the quotas and decides nothing', async () => {
  const meetingId = await openMeeting(commune, campaignId)
  const params = { meetingId, personId: people.engineer }
  await assert.rejects(as.officer.call(meetingRoutes.proposeLevel, { params, body: { version: 0, level: 'good', reason: '' } }), refused('evaluation.result.reason-needed'))
  await assert.rejects(as.officer.call(meetingRoutes.proposeLevel, { params, body: { version: 0, level: 'superb', reason: '' } }), refused('evaluation.result.unknown-level'))
  const before = await as.officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  await as.officer.call(meetingRoutes.proposeLevel, { params, body: { version: 0, level: 'good', reason: 'Giữ tỷ lệ trong nhóm tương đồng' } })
  await assert.rejects(as.chair.call(meetingRoutes.proposeLevel, { params, body: { version: 0, level: 'completed', reason: 'Hội nghị thống nhất' } }), refused('evaluation.meeting.changed', { version: 1, level: 'good' }))
  const after = await as.officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  const proposed = (board: typeof after) => board.simulation[0]?.quotas.find((quota) => quota.scope === '*')?.proposed ?? 0
  assert.equal(proposed(after), proposed(before) - 1)
  const row = after.rows.find((each) => each.person.id === people.engineer)
  assert.deepEqual([row?.proposal?.level, row?.decidedLevel], ['good', null])
  const { row: result } = await as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: people.engineer } })
  assert.equal(result.decidedLevel, null)
  await as.officer.call(meetingRoutes.proposeLevel, { params, body: { version: 1, level: null, reason: '' } })
})

test('nobody proposes for themselves, nor where a conflict of interest was stated', async () => {
  const meetingId = await openMeeting(commune, campaignId)
  const own = { params: { meetingId, personId: people.officer }, body: { version: 0, level: 'excellent', reason: 'Đề nghị của hội nghị' } }
  await assert.rejects(as.officer.call(meetingRoutes.proposeLevel, own), refused('evaluation.meeting.conflict', { cause: 'subject' }))
  await assert.rejects(as.clerk.call(meetingRoutes.declareConflict, { params: { meetingId, personId: people.chair }, body: { subjectId: people.clerk, reason: 'Cùng quê' } }), refused('platform.not-found'))
  const rightsOn = async (about: string) => (await as.chair.call(meetingRoutes.meetingBoard, { params: { meetingId } })).rows.find((row) => row.person.id === about)?.can
  assert.deepEqual(await rightsOn(people.clerk), ['propose', 'decide', 'read'])
  await as.chair.call(meetingRoutes.declareConflict, { params: { meetingId, personId: people.chair }, body: { subjectId: people.clerk, reason: 'Cháu họ' } })
  assert.deepEqual(await rightsOn(people.clerk), ['read'])
  await assert.rejects(as.chair.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: people.clerk }, body: { version: 0, level: 'good', reason: '' } }), refused('evaluation.meeting.conflict', { cause: 'declared' }))
})

test('an attendee finds by name in whose item to state a conflict; nobody else is told the names', async () => {
  const meetingId = await openMeeting(commune, campaignId)
  const { subjects } = await as.clerk.call(meetingRoutes.meetingSubjects, { params: { meetingId }, query: { search: 'bui thi' } })
  assert.deepEqual(subjects.map((one) => one.person.id), [people.engineer])
  await assert.rejects(as.typist.call(meetingRoutes.meetingSubjects, { params: { meetingId }, query: {} }), refused('platform.not-found'))
  await as.clerk.call(meetingRoutes.declareConflict, { params: { meetingId, personId: people.clerk }, body: { subjectId: people.engineer, reason: 'Anh em kết nghĩa' } })
  assert.deepEqual((await as.clerk.call(meetingRoutes.getMeeting, { params: { meetingId } })).conflicts.map((each) => each.subject.id), [people.engineer])
})

test('nobody decides on a declared relative, one by one, together or in the meeting', async () => {
  await server.inTenant(commune.tenantId, (tx) =>
    tx.insertInto('evaluation_kinship').values({ tenant_id: commune.tenantId, id: crypto.randomUUID(), person_id: people.typist, relative_id: people.chair, relation: 'child', declared_on: '2026-11-01' }).execute(),
  )
  const { row } = await as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: people.typist } })
  assert.deepEqual([row.relative, row.can], [true, ['print']])
  const listed = (await as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: { limit: 50 } })).items
  assert.deepEqual(listed.filter((each) => each.relative || !each.can.includes('decide')).map((each) => each.person.id).toSorted(), [people.chair, people.typist].toSorted(), 'nor on oneself')
  const params = { campaignId, personId: people.typist }
  await assert.rejects(as.chair.call(resultRoutes.decide, { params, body: { version: row.version, level: 'good', reason: 'Căn cứ hồ sơ theo dõi' } }), refused('evaluation.result.relative', { personId: people.typist }))
  const clerk = listed.find((each) => each.person.id === people.clerk)
  const looked = [row, clerk].flatMap((each) => (each === undefined ? [] : [{ personId: each.person.id, version: each.version }]))
  await assert.rejects(as.chair.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results: looked } }), refused('evaluation.result.relative'))
  const meetingId = await openMeeting(commune, campaignId)
  await assert.rejects(as.chair.call(meetingRoutes.conclude, { params: { meetingId }, body: { results: [{ personId: people.typist, version: row.version, proposalVersion: 0 }] } }), refused('evaluation.meeting.conflict', { cause: 'relative' }))
  await server.inTenant(commune.tenantId, (tx) => tx.deleteFrom('evaluation_kinship').where('tenant_id', '=', commune.tenantId).execute())
})

test('conclusions become the authority’s decisions by its own act, and are published later by another', async () => {
  const meetingId = await openMeeting(commune, campaignId)
  const { rows } = await as.officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  for (const row of rows.filter((each) => each.provisionalLevel === 'insufficient_data')) {
    if (row.person.id === people.officer) continue
    await as.officer.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: row.person.id }, body: { version: 0, level: 'good', reason: 'Căn cứ hồ sơ theo dõi bằng giấy' } })
  }
  await as.chair.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: people.officer }, body: { version: 0, level: 'good', reason: 'Căn cứ hồ sơ theo dõi bằng giấy' } })
  const board = await as.chair.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  const results = board.rows.map((row) => ({ personId: row.person.id, version: row.resultVersion, proposalVersion: row.proposalVersion }))
  await assert.rejects(as.officer.call(meetingRoutes.conclude, { params: { meetingId }, body: { results } }), refused('platform.not-found'), 'the officer decides nothing')
  await assert.rejects(as.officeHead.call(meetingRoutes.conclude, { params: { meetingId }, body: { results } }), refused('platform.not-found'), 'a member who is no authority decides nothing')
  assert.equal((await as.chair.call(meetingRoutes.conclude, { params: { meetingId }, body: { results } })).decided, rows.length)
  const detail = await as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: people.officer } })
  assert.deepEqual([detail.row.decidedLevel, detail.row.decisionReason], ['good', 'Căn cứ hồ sơ theo dõi bằng giấy'])
  assert.equal((await moveMeeting(commune, meetingId, 'close', 'Thống nhất như đề nghị.')).status, 'closed')
  await assert.rejects(as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } }), refused('platform.not-found'), 'closed in the meeting, not yet made known')
  await assert.rejects(as.chair.call(meetingRoutes.conclude, { params: { meetingId }, body: { results } }), refused('evaluation.meeting.wrong-status'))
  await assert.rejects(act(commune, campaignId, 'publish', 'Theo kết luận của hội nghị'), refused('evaluation.campaign.meeting-open'), 'other meetings of these tests are still open')
  const { meetings } = await as.officer.call(meetingRoutes.listMeetings, { params: { campaignId } })
  for (const meeting of meetings.filter((each) => each.status === 'open')) await moveMeeting(commune, meeting.id, 'close')
  await act(commune, campaignId, 'publish', 'Theo kết luận của hội nghị')
  assert.equal((await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } })).row.decidedLevel, 'good')
})

test('whoever is not called to a meeting, and every neighbour, finds nothing', async () => {
  const { meetings } = await as.officer.call(meetingRoutes.listMeetings, { params: { campaignId } })
  const meetingId = meetings[0]?.id
  assert.ok(meetingId !== undefined)
  const neighbour = await smallCommune(server)
  for (const stranger of [as.typist, neighbour.as.officer, neighbour.as.chair]) {
    await assert.rejects(stranger.call(meetingRoutes.getMeeting, { params: { meetingId } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(meetingRoutes.meetingBoard, { params: { meetingId } }), refused('platform.not-found'))
  }
  assert.deepEqual((await as.clerk.call(meetingRoutes.listMeetings, { params: { campaignId } })).meetings.length, meetings.length)
  assert.deepEqual((await as.typist.call(meetingRoutes.listMeetings, { params: { campaignId } })).meetings, [])
})
