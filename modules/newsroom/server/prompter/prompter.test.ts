import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Id } from '#kernel/id.ts'
import { createApp } from '#platform/http/app.ts'
import { docxText } from '#platform/documents/docx-text.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { prompterEvent, prompterEventsPath, prompterRoutes } from '../../contract/prompter-routes.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { newsroomRefusals } from '../../domain/refusals.ts'
import { registerPrompterEvents } from './events.ts'

const server = await wholeServer(import.meta)
const other = await createApp({ log: false, refusals: [newsroomRefusals] })

/** A newsroom with a rundown of three items: a story approved, one that is not, and an advert. */
async function station() {
  server.clock.now = new Date('2026-11-20T11:30:00Z')
  const { tenantId, people, units } = await smallCommune(server)
  const as = {
    reporter: await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }]),
    editor: await server.signedIn(tenantId, people.officeHead, [{ role: 'editor', unitId: units.VP }]),
    director: await server.signedIn(tenantId, people.chair, [{ role: 'director', unitId: units.XA }]),
    producer: await server.signedIn(tenantId, people.typist, [{ role: 'producer', unitId: units.XA }]),
    gallery: await server.signedIn(tenantId, people.engineer, [{ role: 'gallery', unitId: units.XA }]),
    stranger: await server.signedIn(tenantId, people.divisionHead, []),
  }
  // Who may order to air first is looked up in the accounts.
  const account = randomUUID()
  await server.inTenant(tenantId, async (tx) => {
    await tx.insertInto('accounts_user').values({ id: account, tenant_id: tenantId, person_id: people.chair, name: 'chair', username: account }).execute()
    await tx.insertInto('accounts_grant').values({ tenant_id: tenantId, id: randomUUID(), account_id: account, role: 'director', unit_id: units.XA, valid_from: '2026-01-01' }).execute()
  })
  const { id: rundownId } = await as.producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự', date: '2026-11-20', startMs: 68_400_000, outMs: null } })
  const params = { rundownId }
  const add = async (item: { kind: 'story'; storyId: Id<'story'> } | { kind: 'advert'; title: string }, after: Id<'rundown-item'> | null) =>
    (await as.producer.call(rundownRoutes.addItem, { params, body: { item, plannedMs: 30_000, after } })).id
  const save = async (who: Caller, storyId: Id<'story'>, text: string) => {
    const story = await who.call(storyRoutes.getStory, { params: { storyId } })
    const blocks = [
      { id: story.content.blocks[0]?.id ?? randomUUID(), kind: 'lead_in' as const, cuttable: false, text },
      { id: story.content.blocks[1]?.id ?? randomUUID(), kind: 'presenter_note' as const, cuttable: false, text: 'Đọc chậm' },
    ]
    await who.call(storyRoutes.saveStory, { params: { storyId }, body: { revision: story.revision, content: { ...story.content, blocks } } })
  }
  const act = async (who: Caller, storyId: Id<'story'>, name: 'submit' | 'approve' | 'air_first', orderedBy: Id<'person'> | null = null) =>
    who.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: (await who.call(storyRoutes.getStory, { params: { storyId } })).revision, act: name, note: name === 'air_first' ? 'Bão khẩn cấp' : '', blockId: null, orderedBy } })
  const story = async (title: string) => {
    const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title, column: 'Xây dựng Đảng', category: null } })
    await save(as.reporter, id, `${title} kết nạp 5 đảng viên.`)
    return id
  }
  const approve = async (id: Id<'story'>) => {
    await act(as.reporter, id, 'submit')
    await act(as.editor, id, 'approve')
    await act(as.director, id, 'approve')
  }
  const good = await story('Chi bộ thôn')
  await approve(good)
  const raw = await story('Mùa màng')
  const first = await add({ kind: 'story', storyId: good }, null)
  const second = await add({ kind: 'story', storyId: raw }, first)
  await add({ kind: 'advert', title: 'Quảng cáo' }, second)
  const prompter = (who: Caller = as.reporter) => who.call(prompterRoutes.getRundownPrompter, { params })
  const order = (who: Caller, screen: string, body: { running?: boolean; speed?: number; to?: { placeId: string; word: number } }) => who.call(prompterRoutes.orderPrompter, { params, body: { screen, ...body } })
  const report = (who: Caller, screen: string, orders: number, placeId: string, word: number) => who.call(prompterRoutes.reportPrompter, { params, body: { screen, orders, at: { placeId, word } } })
  return { tenantId, people, as, params, good, raw, first, second, save, act, prompter, order, report }
}

test('a prompter has the words that may air and no other; everybody of the newsroom sees it, nobody else', async () => {
  const { as, params, prompter, raw, people, act, good } = await station()
  const { items, can } = await prompter()
  assert.deepEqual(items.map(({ title, leave, state, content }) => [title, leave, state, content?.blocks.length]), [['Chi bộ thôn', 'approved', 'approved', 2], ['Mùa màng', 'none', 'draft', undefined], ['Quảng cáo', 'plain', null, undefined]])
  assert.deepEqual([can.control, (await prompter(as.editor)).can.control, (await prompter(as.gallery)).can.control], [false, true, true])
  for (const route of [prompterRoutes.getRundownPrompter, prompterRoutes.printCueSheet]) await assert.rejects(as.stranger.call(route, { params }), refused('platform.not-found'))
  for (const route of [prompterRoutes.getStoryPrompter, prompterRoutes.storyDocx]) await assert.rejects(as.stranger.call(route, { params: { storyId: good } }), refused('platform.not-found'))
  await act(as.reporter, raw, 'submit')
  await act(as.editor, raw, 'air_first', people.chair)
  const [, let_] = (await prompter()).items
  assert.deepEqual([let_?.leave, let_?.airFirst?.late, let_?.content?.blocks.length], ['air_first', false, 2])
  const alone = await as.reporter.call(prompterRoutes.getStoryPrompter, { params: { storyId: raw } })
  assert.deepEqual([alone.items.map(({ leave }) => leave), alone.can.control], [['air_first'], false])
})

test('words changed after the approval go off the prompter; frozen ones stay, and it is said that the story went on', async () => {
  const { as, params, prompter, good, first, save, people, act, second } = await station()
  await as.producer.call(rundownRoutes.changeItem, { params: { ...params, itemId: second }, body: { revision: 1, floated: true } })
  await as.producer.call(rundownRoutes.actOnRundown, { params, body: { act: 'lock' } })
  await as.gallery.call(rundownRoutes.air, { params, body: { act: 'next', itemId: first } })
  await save(as.editor, good, 'Chi bộ thôn kết nạp 6 đảng viên.')
  const text = async () => ((item) => [item?.leave, item?.changedSince, JSON.stringify(item?.content?.blocks).includes(' 5 '), item?.approved === null])((await prompter()).items[0])
  assert.deepEqual(await text(), ['approved', true, true, true])
  await as.gallery.call(rundownRoutes.air, { params, body: { act: 'release', itemId: first } })
  assert.deepEqual((await prompter()).items[0]?.content, null)
  await act(as.editor, good, 'air_first', people.chair)
  assert.deepEqual(await text(), ['air_first', false, false, false], 'with what was approved beside it, so that the change can be marked')
})

test('a remote moves the screens and one of them leads: a late position counts for nothing, a silent leader is followed by another', async () => {
  const { as, order, report, first } = await station()
  const [remote, one, two] = [randomUUID(), randomUUID(), randomUUID()]
  assert.deepEqual(await report(as.gallery, one, 0, first, 0), { leads: true })
  assert.deepEqual(await report(as.editor, two, 0, first, 9), { leads: false })
  const begun = await order(as.producer, remote, { running: true, speed: 180 })
  assert.deepEqual(begun, { orders: 1, jumps: 0, orderedBy: remote, running: true, speed: 180, at: { placeId: first, word: 0 }, leader: one })
  assert.deepEqual(await report(as.gallery, one, 0, first, 1), { leads: false }, 'it has not heard the order yet')
  assert.deepEqual(await report(as.gallery, one, 1, first, 2), { leads: true })
  const jumped = await order(as.producer, remote, { to: { placeId: first, word: 7 } })
  assert.deepEqual([jumped.orders, jumped.jumps, jumped.running, jumped.at], [2, 2, true, { placeId: first, word: 7 }])
  server.clock.now = new Date(server.clock.now.getTime() + 3001)
  assert.deepEqual(await report(as.editor, two, 2, first, 8), { leads: true })
  for (const who of [as.reporter, as.director, as.stranger]) {
    await assert.rejects(order(who, remote, { running: false }), refused('platform.not-found'))
    await assert.rejects(report(who, remote, 2, first, 1), refused('platform.not-found'))
  }
})

test('screens on two servers hear orders and new words', async () => {
  const { as, order, params, save, raw } = await station()
  const here = await server.app.listen({ port: 0, host: '127.0.0.1' })
  registerPrompterEvents(other, server.services, { lookMs: 40, checkMs: 50 })
  const there = await other.listen({ port: 0, host: '127.0.0.1' })
  const open = async (address: string, who: Caller) => {
    const giveUp = new AbortController()
    const reply = await fetch(address + prompterEventsPath.replace(':rundownId', params.rundownId), { headers: { 'x-test-account': who.actor.accountId }, signal: giveUp.signal })
    const told: ReturnType<typeof prompterEvent.parse>[] = []
    const reading = (async () => {
      let text = ''
      for await (const part of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part
        told.splice(0, Infinity, ...[...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => prompterEvent.parse(JSON.parse(data ?? ''))))
      }
    })().catch(() => undefined)
    const until = async (done: () => boolean) => {
      for (let waited = 0; !done() && waited < 5000; waited += 10) await new Promise((resolve) => setTimeout(resolve, 10))
      assert.ok(done(), JSON.stringify(told))
    }
    return { status: reply.status, told, until, close: async () => (giveUp.abort(), reading) }
  }
  assert.equal((await open(here, as.stranger)).status, 404)
  const screens = [await open(here, as.reporter), await open(there, as.reporter)]
  for (const { until, told } of screens) await until(() => told.length === 1)
  await order(as.gallery, randomUUID(), { running: true })
  for (const { until, told } of screens) await until(() => told.at(-1)?.state.running === true)
  const shown = screens.map(({ told }) => told.at(-1)?.shown)
  await save(as.reporter, raw, 'Mùa màng năm nay.')
  for (const [at, { until, told }] of screens.entries()) await until(() => told.at(-1)?.shown !== shown[at])
  for (const screen of screens) await screen.close()
  await other.close()
})

test('a cue sheet and a script as a Word file leave with an entry of which words they are', async () => {
  const { as, params, good, tenantId } = await station()
  const pdf: Uint8Array = (await as.reporter.call(prompterRoutes.printCueSheet, { params })).bytes
  assert.equal(new TextDecoder('latin1').decode(pdf.slice(0, 5)), '%PDF-')
  const { bytes } = await as.reporter.call(prompterRoutes.storyDocx, { params: { storyId: good } })
  const text = docxText(bytes) ?? ''
  for (const part of ['Lời dẫn', 'Chi bộ thôn kết nạp 5 đảng viên.', 'đã được phòng, lãnh đạo duyệt']) assert.ok(text.includes(part), part)
  assert.deepEqual((await ledgerOf(server, tenantId)).slice(-2).map(({ action }) => action), ['newsroom.rundown.printed', 'newsroom.story.printed'])
})
