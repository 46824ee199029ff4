import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import pg from 'pg'
import type { MeetingId, QuestionId } from '#kernel/id.ts'
import { ballotRoutes } from '../../contract/ballot-routes.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { decidingOctober, moveMeeting, openMeeting } from '#tests/setup/council.ts'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson } from '#tests/setup/small-commune.ts'

const server = await evaluationServer(import.meta)
const commune = await smallCommune(server)
const { as, people } = commune
const campaignId = await decidingOctober(server, commune)
const meetingId: MeetingId = await openMeeting(commune, campaignId)
const owner = new pg.Client({ connectionString: server.database.ownerUrl })
await owner.connect()
after(() => owner.end())

const cast = (person: CommunePerson, questionId: QuestionId, choice: string) => as[person].call(ballotRoutes.castBallot, { params: { questionId }, body: { choice } })

async function ask(about: CommunePerson | null, method: 'devices' | 'tellers', choices: string[] = []): Promise<QuestionId> {
  const { questionId } = await as.officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: about === null ? null : people[about], title: about === null ? 'Nội dung khác' : 'Mức xếp loại', method, choices } })
  return questionId
}

async function seen(by: CommunePerson, questionId: QuestionId) {
  const { questions } = await as[by].call(meetingRoutes.getMeeting, { params: { meetingId } })
  const found = questions.find((question) => question.id === questionId)
  assert.ok(found !== undefined)
  return found
}

async function end(questionId: QuestionId, reason: string) {
  const { version } = await seen('officer', questionId)
  return as.officer.call(ballotRoutes.closeQuestion, { params: { questionId }, body: { version, reason } })
}

test('whoever the item is about, and who stated a conflict, leave the room; the others vote once', async () => {
  await as.officer.call(meetingRoutes.declareConflict, { params: { meetingId, personId: people.officeHead }, body: { subjectId: people.clerk, reason: 'Người nhà' } })
  const questionId = await ask('clerk', 'devices')
  const view = await seen('officer', questionId)
  assert.equal(view.entitled, 3)
  assert.deepEqual(Object.fromEntries(view.barred.map((each) => [each.person.id, each.cause])), { [people.clerk]: 'subject', [people.officeHead]: 'declared' })
  assert.deepEqual((await seen('clerk', questionId)).mine.barred, 'subject')
  await assert.rejects(cast('clerk', questionId, 'good'), refused('evaluation.meeting.conflict', { cause: 'subject' }))
  await assert.rejects(cast('officeHead', questionId, 'good'), refused('evaluation.meeting.conflict', { cause: 'declared' }))
  await assert.rejects(cast('officer', questionId, 'good'), refused('platform.not-found'), 'a secretary without a vote')
  await assert.rejects(cast('typist', questionId, 'good'), refused('platform.not-found'), 'somebody not called')
  await assert.rejects(cast('chair', questionId, 'superb'), refused('evaluation.ballot.unknown-choice'))
  await cast('chair', questionId, 'good')
  await assert.rejects(cast('chair', questionId, 'excellent'), refused('evaluation.ballot.already-voted'))
  await cast('divisionHead', questionId, 'excellent')
  const open = await seen('officer', questionId)
  assert.deepEqual([open.voted, open.result, open.waitingFor.map((one) => one.id)], [2, null, [people.engineer]], 'nobody sees totals before the last ballot')
  await cast('engineer', questionId, 'good')
  const ended = await seen('clerk', questionId)
  assert.deepEqual([ended.status, ended.result?.counts['good'], ended.result?.counts['excellent'], ended.result?.collected], ['closed', 2, 1, 3])
  await assert.rejects(end(questionId, 'muộn'), refused('evaluation.ballot.settled'))
})

test('a declared relative leaves the room as well', async () => {
  await server.inTenant(commune.tenantId, (tx) =>
    tx.insertInto('evaluation_kinship').values({ tenant_id: commune.tenantId, id: crypto.randomUUID(), person_id: people.chair, relative_id: people.typist, relation: 'sibling', declared_on: '2026-11-01' }).execute(),
  )
  const questionId = await ask('typist', 'devices')
  await assert.rejects(cast('chair', questionId, 'good'), refused('evaluation.meeting.conflict', { cause: 'relative' }))
  await assert.rejects(as.chair.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: people.typist }, body: { version: 0, level: 'good', reason: '' } }), refused('evaluation.meeting.conflict', { cause: 'relative' }))
  await cast('divisionHead', questionId, 'good')
  assert.equal((await end(questionId, 'Chủ trì đề nghị bỏ phiếu lại')).status, 'void')
})

test('whoever learns of a conflict when the ballot is open leaves it; a ballot that is in cannot be taken back', async () => {
  const questionId = await ask('typist', 'devices')
  const recuse = (who: CommunePerson) => as[who].call(meetingRoutes.declareConflict, { params: { meetingId, personId: people[who] }, body: { subjectId: people.typist, reason: 'Cùng hộ gia đình' } })
  await cast('divisionHead', questionId, 'good')
  await assert.rejects(recuse('divisionHead'), refused('evaluation.ballot.already-voted'))
  await cast('clerk', questionId, 'good')
  await cast('officeHead', questionId, 'excellent')
  await recuse('engineer')
  const ended = await seen('engineer', questionId)
  assert.deepEqual([ended.status, ended.entitled, ended.mine.barred, ended.result?.issued, ended.result?.collected], ['closed', 3, 'declared', 3, 3])
  await server.inTenant(commune.tenantId, (tx) => tx.deleteFrom('evaluation_meeting_recusal').where('tenant_id', '=', commune.tenantId).where('meeting_id', '=', meetingId).where('subject_id', '=', people.typist).execute())
})

test('the chair ends a ballot early only with a reason, and too few ballots are thrown away unread', async () => {
  const questionId = await ask('typist', 'devices')
  await cast('divisionHead', questionId, 'completed')
  await assert.rejects(end(questionId, ''), refused('evaluation.ballot.reason-needed', { voted: 1, entitled: 4 }))
  const { version } = await seen('officer', questionId)
  await assert.rejects(as.clerk.call(ballotRoutes.closeQuestion, { params: { questionId }, body: { version, reason: 'Thôi' } }), refused('platform.not-found'), 'a member ends nothing')
  assert.equal((await end(questionId, 'Mất điện')).status, 'void')
  const { rows } = await owner.query('select from evaluation_meeting_tally where question_id = $1', [questionId])
  assert.equal(rows.length, 0)
  const again = await ask('typist', 'devices')
  for (const one of ['divisionHead', 'engineer', 'clerk'] as const) await cast(one, again, 'good')
  assert.equal((await end(again, 'Một người phải về')).status, 'closed')
  assert.deepEqual([(await seen('chair', again)).result?.collected, (await seen('chair', again)).closingReason], [3, 'Một người phải về'])
})

test('one ballot at a time, and the meeting does not close over an open one', async () => {
  const questionId = await ask('engineer', 'devices')
  await assert.rejects(ask('typist', 'devices'), refused('evaluation.meeting.question-open', { open: 1 }))
  await assert.rejects(moveMeeting(commune, meetingId, 'close'), refused('evaluation.meeting.question-open'))
  await end(questionId, 'Hoãn nội dung này')
})

const counted = (good: number, invalid = 0) => ({ issued: 4, collected: 4, invalid, counts: { excellent: 4 - good - invalid, good, completed: 0, not_completed: 0, blank: 0 } })

test('two tellers count apart from each other: they learn only that they differ, and count until they agree', async () => {
  const questionId = await ask('typist', 'tellers')
  const enter = (who: CommunePerson, version: number, figures = counted(3)) => as[who].call(ballotRoutes.enterCounts, { params: { questionId }, body: { version, figures } })
  await assert.rejects(enter('chair', 0), refused('platform.not-found'), 'who is no teller counts nothing')
  await assert.rejects(enter('clerk', 0, { ...counted(3), collected: 5 }), refused('evaluation.ballot.bad-figures'))
  assert.equal((await enter('clerk', 0)).outcome, 'waits')
  assert.equal((await enter('engineer', 0, counted(2))).outcome, 'differs')
  const other = await seen('engineer', questionId)
  assert.deepEqual([other.differs, other.result, other.mine.figures?.counts['good']], [true, null, 2])
  assert.equal(JSON.stringify(await seen('clerk', questionId)).includes('"good":2'), false, 'neither sees the other’s figures')
  assert.equal((await seen('officer', questionId)).mine.figures, null)
  await assert.rejects(enter('engineer', 0), refused('evaluation.ballot.changed', { version: 1 }))
  assert.equal((await enter('clerk', 1, counted(3, 1))).outcome, 'differs')
  assert.equal((await enter('engineer', 1, counted(3, 1))).outcome, 'agreed')
  assert.deepEqual((await seen('chair', questionId)).result, counted(3, 1))
  await assert.rejects(enter('clerk', 2), refused('evaluation.ballot.settled'), 'agreed counts are frozen')
})

test('no ballot can be traced to who cast it: a sentinel choice stands in the totals and nowhere else', async () => {
  const [sentinel, other] = ['Phương án 7f3ac1d9', 'Phương án khác']
  const questionId = await ask(null, 'devices', [sentinel, other])
  await assert.rejects(cast('chair', questionId, '7f3ac1d9'), refused('evaluation.ballot.unknown-choice'))
  const chosen: Partial<Record<CommunePerson, string>> = { chair: other, officeHead: other, divisionHead: sentinel, clerk: other, engineer: 'blank' }
  for (const [person, choice] of Object.entries(chosen) as [CommunePerson, string][]) await cast(person, questionId, choice)
  const { rows: tables } = await owner.query<{ name: string }>("select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1")
  assert.ok(tables.length > 40)
  const found: Record<string, number> = {}
  const everything: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from "${name}" t`)
    everything.push(...rows.map((row) => row.line))
    const hits = rows.filter((row) => row.line.includes('7f3ac1d9')).length
    if (hits > 0) found[name] = hits
  }
  assert.deepEqual(found, { evaluation_meeting_question: 1, evaluation_meeting_tally: 1 }, 'on the ballot paper and in the total')
  const { rows: tally } = await owner.query<{ counts: Record<string, number> }>('select counts from evaluation_meeting_tally where question_id = $1', [questionId])
  assert.deepEqual(tally.map((row) => row.counts), [{ [sentinel]: 1, [other]: 3, blank: 1 }])

  // Nothing kept beside a voter differs by what was chosen: the prints of all possible bodies are tried as somebody with the ledger could.
  const url = `/api/evaluation/questions/${questionId}/ballots`
  const prints = [sentinel, other, 'blank'].map((choice) => createHash('sha256').update(`POST ${url}\n${JSON.stringify({ choice })}`).digest('hex'))
  assert.ok(prints.every((print) => !everything.some((line) => line.includes(print))))
  const { rows: entries } = await owner.query<{ data: unknown; reply: unknown; subject_id: string; request_print: string }>("select data, reply, subject_id, request_print from ledger_entry where action = 'evaluation.ballot.cast' and subject_id = $1", [questionId])
  assert.equal(entries.length, 5)
  assert.equal(new Set(entries.map((entry) => JSON.stringify(entry))).size, 1, 'five entries that say the same')
  const { rows: roll } = await owner.query<{ voted_on: string }>('select voted_on::text, barred from evaluation_meeting_voter where question_id = $1', [questionId])
  assert.deepEqual(roll, Array.from({ length: 5 }, () => ({ voted_on: '2026-11-20', barred: '' })), 'the roll knows the day and no order')
})

test('the same ballot sent again under its request id is one ballot', async () => {
  const questionId = await ask('officer', 'devices')
  const requestId = crypto.randomUUID()
  const send = (choice: string) => as.clerk.call(ballotRoutes.castBallot, { params: { questionId }, body: { choice } }, requestId)
  assert.deepEqual([await send('good'), await send('good')], [{ voted: true }, { voted: true }])
  assert.equal((await seen('clerk', questionId)).voted, 1)
  await end(questionId, 'Đủ thời gian')
})
