import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { ownWorkRoutes } from '#modules/newsroom/contract/own-work-routes.ts'
import { signingRoutes } from '#modules/newsroom/contract/signing-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'

const server = await wholeServer(import.meta)
const blockId = randomUUID()
const block = { id: blockId, kind: 'voice_over', cuttable: false, text: 'Bão số 6 đổ bộ vào đất liền.' } as const
const today = '2026-11-20'

/** A newsroom with a story that waits for leadership; roles are in the accounts too, as holders of a right are looked up there. */
async function waitingForLeadership() {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const given = async (personId: PersonId, role: 'reporter' | 'editor' | 'director', unitId: UnitId) => {
    const account = randomUUID()
    await server.inTenant(tenantId, async (tx) => {
      await tx.insertInto('accounts_user').values({ id: account, tenant_id: tenantId, person_id: personId, name: role, username: account }).execute()
      await tx.insertInto('accounts_grant').values({ tenant_id: tenantId, id: randomUUID(), account_id: account, role, unit_id: unitId, valid_from: '2026-01-01' }).execute()
    })
    return server.signedIn(tenantId, personId, [{ role, unitId }])
  }
  const as = {
    reporter: await given(people.clerk, 'reporter', units.VP),
    editor: await given(people.officeHead, 'editor', units.VP),
    director: await given(people.chair, 'director', units.XA),
    // A deputy who has no role of the newsroom at all, and so reads nothing there.
    deputy: await server.signedIn(tenantId, people.divisionHead, []),
  }
  const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title: 'Tin bão', column: null, category: null } })
  const params = { storyId: id }
  const get = (who: Caller) => who.call(storyRoutes.getStory, { params })
  const act = async (who: Caller, name: 'submit' | 'approve' | 'return' | 'air_first', more: { note?: string; orderedBy?: PersonId } = {}) =>
    who.call(storyRoutes.actOnStory, { params, body: { revision: (await get(who)).revision, act: name, note: more.note ?? '', blockId: null, orderedBy: more.orderedBy ?? null } })
  const save = async (who: Caller, text: string) => {
    const { content, revision } = await get(who)
    return who.call(storyRoutes.saveStory, { params, body: { revision, content: { ...content, blocks: [{ ...block, text }] } } })
  }
  await save(as.reporter, block.text)
  await act(as.reporter, 'submit')
  await act(as.editor, 'approve')
  return { ...commune, as, params, get, act, save, given }
}

const delegation = { level: 'leadership', fromDay: today, toDay: '2026-11-30', documentNumber: '15-UQ/BT', documentDate: '2026-11-19', bothLevels: false } as const

test('under a written delegation somebody signs for leadership, for the stories leadership signs, and no longer than it lasts', async () => {
  const { as, people, units, get, act, params, given } = await waitingForLeadership()
  await assert.rejects(get(as.deputy), refused('platform.not-found'))
  const toSign = async () => {
    const { opens, toSign: waits } = await as.deputy.call(ownWorkRoutes.getOwnWork, {})
    return [opens, waits.count, waits.only]
  }
  assert.deepEqual(await toSign(), [false, 0, null])
  await assert.rejects(as.director.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.divisionHead } }), refused('newsroom.delegation.no-account'))
  await given(people.divisionHead, 'reporter', units.KT)
  const record = (who: Caller, more: object = {}) => who.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.divisionHead, ...more } })
  await assert.rejects(record(as.editor), refused('newsroom.delegation.no-right'))
  await assert.rejects(record(as.director, { to: people.chair }), refused('newsroom.delegation.self'))
  await assert.rejects(record(as.director, { fromDay: '2026-11-19' }), refused('newsroom.delegation.past'))
  await assert.rejects(record(as.director, { toDay: '2026-11-19' }), refused('newsroom.delegation.days'))
  const { id } = await record(as.director)
  assert.deepEqual((await get(as.deputy)).can, { write: false, acts: ['return', 'approve'] })
  const waiting = await as.deputy.call(storyRoutes.listStories, { query: { limit: 10, waiting: 'true' } })
  assert.deepEqual(waiting.items.map((item) => item.id), [params.storyId])
  assert.deepEqual(await toSign(), [true, 1, params.storyId])
  const listed = await as.deputy.call(signingRoutes.listDelegations, {})
  assert.deepEqual(listed.items.map((item) => [item.id, item.status, item.can]), [[id, 'in_force', []]])
  await assert.rejects(as.deputy.call(signingRoutes.endDelegation, { params: { delegationId: id }, body: {} }), refused('platform.not-found'))
  assert.equal((await act(as.deputy, 'approve', { note: 'Ký thay' })).state, 'approved')
  const { steps } = await get(as.reporter)
  assert.deepEqual([steps.at(-1)?.person.id, steps.at(-1)?.actingFor?.id, steps.at(-1)?.documents], [people.divisionHead, people.chair, [{ number: '15-UQ/BT', date: '2026-11-19' }]])
  await as.director.call(signingRoutes.endDelegation, { params: { delegationId: id }, body: {} })
  await assert.rejects(as.director.call(signingRoutes.endDelegation, { params: { delegationId: id }, body: {} }), refused('newsroom.delegation.over'))
  assert.deepEqual(await toSign(), [false, 0, null])
  await assert.rejects(get(as.deputy), refused('platform.not-found'))
})

test('who signed for leadership under a delegation is bound by what leadership wrote and signed', async () => {
  const { as, people, get } = await waitingForLeadership()
  await as.director.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.officeHead } })
  assert.deepEqual((await get(as.editor)).can.acts.includes('approve'), false, 'the editor has signed for the department')
  await as.director.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.officeHead, bothLevels: true, documentNumber: '16-UQ/BT' } })
  assert.deepEqual((await get(as.editor)).can.acts.includes('approve'), true, 'but the document may say that one signs both')
})

test('a step keeps under which of several delegations it was signed; a step from before that was kept has all that held then', async () => {
  const { as, tenantId, people, units, act, get, params, given } = await waitingForLeadership()
  await given(people.divisionHead, 'reporter', units.KT)
  const record = (documentNumber: string) => as.director.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.divisionHead, documentNumber } })
  const used = await record('15-UQ/BT')
  await record('17-UQ/BT')
  await act(as.deputy, 'approve')
  const numbers = async () => (await get(as.director)).steps.at(-1)?.documents.map(({ number }) => number)
  assert.deepEqual(await numbers(), ['15-UQ/BT'])
  const entries = (await ledgerOf(server, tenantId)).filter(({ action }) => action === 'newsroom.story.approved')
  assert.deepEqual(entries.map(({ data }) => (data as { delegation?: string }).delegation), [undefined, used.id])
  await server.inTenant(tenantId, async (tx) => {
    const step = await tx.selectFrom('newsroom_story_step').selectAll().where('tenant_id', '=', tenantId).where('story_id', '=', params.storyId).where('delegation_id', '=', used.id).executeTakeFirstOrThrow()
    await tx.insertInto('newsroom_story_step').values({ ...step, id: randomUUID(), at: new Date(step.at.getTime() + 1000), delegation_id: null }).execute()
  })
  assert.deepEqual(await numbers(), ['15-UQ/BT', '17-UQ/BT'])
})

test('airing before signing needs a reason and somebody of leadership who ordered it, covers these words only, and is signed afterwards', async () => {
  const { as, people, get, act, save } = await waitingForLeadership()
  const reason = 'Bão vào nhanh, lãnh đạo cho phát qua điện thoại'
  await assert.rejects(act(as.editor, 'air_first', { orderedBy: people.chair }), refused('newsroom.story.reason-needed'))
  await assert.rejects(act(as.editor, 'air_first', { note: reason }), refused('newsroom.story.order-needed'))
  for (const orderedBy of [people.clerk, people.officeHead]) await assert.rejects(act(as.editor, 'air_first', { note: reason, orderedBy }), refused('newsroom.story.no-such-leader'))
  await assert.rejects(act(as.reporter, 'air_first', { note: reason, orderedBy: people.chair }), refused('newsroom.story.wrong-state'))
  assert.equal((await act(as.editor, 'air_first', { note: reason, orderedBy: people.chair })).state, 'leadership', 'it still waits to be signed')
  const { airFirst } = await get(as.director)
  assert.deepEqual([airFirst?.orderedBy.id, airFirst?.by.id, airFirst?.reason], [people.chair, people.officeHead, reason])
  assert.equal(Date.parse(airFirst?.dueAt ?? '') - Date.parse(airFirst?.at ?? ''), 24 * 3_600_000)
  await save(as.editor, 'Bão số 6 đổ bộ vào Quảng Trị.')
  assert.equal((await get(as.editor)).airFirst, null, 'other words have no leave to air')
  await save(as.editor, block.text)
  assert.notEqual((await get(as.editor)).airFirst, null)
  await act(as.director, 'return', { note: 'Chưa rõ nguồn tin' })
  assert.equal((await get(as.editor)).airFirst, null, 'what leadership sends back has no leave either')
  await act(as.reporter, 'submit')
  assert.equal((await get(as.editor)).airFirst, null)
  await act(as.editor, 'air_first', { note: reason, orderedBy: people.chair })
  assert.equal((await act(as.director, 'approve')).state, 'approved')
})

test('a level that asks for it signs only with a new proof, and the step says so', async () => {
  const { as, get, act } = await waitingForLeadership()
  await as.director.call(signingRoutes.setSigning, { body: { proveAt: ['leadership'] } })
  assert.deepEqual((await as.reporter.call(signingRoutes.getSigning, {})).proveAt, ['leadership'])
  await act(as.director, 'approve')
  assert.deepEqual((await get(as.director)).steps.map((step) => step.proved), [false, false, true])
})

test('the paper says for whom, under which document and by what proof each step was signed, and loudly what airs before it is signed', async () => {
  const { as, people, units, act, params, given } = await waitingForLeadership()
  const paper = async () => (await extractText(new Uint8Array((await as.reporter.call(storyRoutes.printStory, { params })).bytes), { mergePages: true })).text.replaceAll(/\s/g, '')
  const says = (text: string, ...parts: readonly string[]) => parts.forEach((part) => assert.ok(text.includes(part.replaceAll(' ', '')), `${part} in:\n${text}`))
  assert.ok(!(await paper()).includes('PHÁTTRƯỚC'))
  await act(as.editor, 'air_first', { note: 'Bão vào nhanh', orderedBy: people.chair })
  says(await paper(), 'PHÁT TRƯỚC, KÝ SAU: Trần Văn Chủ ra lệnh, Lê Thị Hạnh cho phát lúc', 'Lý do: Bão vào nhanh', 'Phải ký trước', 'CHƯA KÝ.', 'Phiên đăng nhập')
  await given(people.divisionHead, 'reporter', units.KT)
  await as.director.call(signingRoutes.recordDelegation, { body: { ...delegation, to: people.divisionHead } })
  await as.director.call(signingRoutes.setSigning, { body: { proveAt: ['leadership'] } })
  await act(as.deputy, 'approve', { note: 'Đã nghe lại băng' })
  const signed = await paper()
  says(signed, 'Hoàng Văn Kinh, ký thay Trần Văn Chủ, theo văn bản ủy quyền số 15-UQ/BT ngày 19/11/2026', 'Xác thực lại khi ký', 'Đã nghe lại băng', 'Đã ký đủ cấp lúc', 'người ký sau cùng Hoàng Văn Kinh, trong hạn.')
  assert.ok(!signed.includes('CHƯAKÝ'), signed)
})

test('a block is held by one window at a time, for a minute', async () => {
  const { as, params } = await waitingForLeadership()
  const hold = (who: Caller, windowId: string, held: string | null = blockId) => who.call(signingRoutes.holdBlock, { params, body: { windowId, blockId: held } })
  const [one, other] = [randomUUID(), randomUUID()]
  assert.equal((await hold(as.editor, one)).held, true)
  const second = await hold(as.editor, other)
  assert.deepEqual([second.held, second.others.map((each) => each.blockId)], [false, [blockId]])
  await hold(as.editor, one, null)
  assert.deepEqual((await hold(as.editor, other)).held, true)
  await assert.rejects(hold(as.reporter, one), refused('newsroom.story.wrong-state'), 'whose turn it is not writes in no block')
})
