import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'

const server = await wholeServer(import.meta)

function block(id: string, text: string) {
  return { id, kind: 'voice_over' as const, cuttable: false, text }
}

const [first, second] = [randomUUID(), randomUUID()]
const script = (one = 'Năm 2018 chi bộ kết nạp 5 đảng viên.', two = 'Đồng chí Hồ Thị Mẫu cho biết như vậy.') => [block(first, one), block(second, two)]

/** A newsroom in the office: two who write, one who reviews, and the chair who approves to air. */
async function newsroom() {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const over = (role: 'reporter' | 'editor' | 'director', unitId = units.VP) => [{ role, unitId }]
  const as = {
    ...commune.as,
    reporter: await server.signedIn(tenantId, people.clerk, over('reporter')),
    colleague: await server.signedIn(tenantId, people.typist, over('reporter')),
    editor: await server.signedIn(tenantId, people.officeHead, over('editor')),
    director: await server.signedIn(tenantId, people.chair, over('director', units.XA)),
    both: await server.signedIn(tenantId, people.divisionHead, [...over('editor'), ...over('director')]),
  }
  const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title: 'Xây dựng Đảng: Chi bộ thôn', column: 'Xây dựng Đảng', category: null } })
  const params = { storyId: id }
  const get = (who: Caller) => who.call(storyRoutes.getStory, { params })
  const save = async (who: Caller, blocks: ReturnType<typeof script>, revision?: number) => {
    const { content, revision: now } = await get(who)
    return who.call(storyRoutes.saveStory, { params, body: { revision: revision ?? now, content: { ...content, blocks } } })
  }
  const act = async (who: Caller, name: 'submit' | 'withdraw' | 'return' | 'approve', note = '', blockId: string | null = null) =>
    who.call(storyRoutes.actOnStory, { params, body: { revision: (await get(who)).revision, act: name, note, blockId } })
  return { ...commune, as, id, get, save, act }
}

test('a story goes from the reporter through the department to leadership; a return names the block and the reason', async () => {
  const { as, get, save, act, tenantId, people } = await newsroom()
  await assert.rejects(act(as.reporter, 'submit'), refused('newsroom.story.empty'))
  await save(as.reporter, script())
  assert.deepEqual((await get(as.reporter)).can, { write: true, acts: ['submit'] })
  assert.equal((await act(as.reporter, 'submit')).state, 'department')
  assert.deepEqual((await get(as.reporter)).can, { write: false, acts: ['withdraw'] })
  await assert.rejects(save(as.reporter, script('Khác.')), refused('newsroom.story.wrong-state'))
  assert.deepEqual((await get(as.editor)).can, { write: true, acts: ['return', 'approve', 'air_first'] })
  await assert.rejects(act(as.editor, 'return'), refused('newsroom.story.reason-needed'))
  await assert.rejects(act(as.editor, 'return', 'Sửa số liệu', randomUUID()), refused('newsroom.story.no-such-block'))
  await act(as.editor, 'return', 'Kiểm tra lại số đảng viên', first)
  await save(as.reporter, script('Năm 2018 chi bộ kết nạp 6 đảng viên.'))
  await act(as.reporter, 'submit')
  await assert.rejects(act(as.director, 'approve'), refused('newsroom.story.wrong-state'))
  assert.equal((await act(as.editor, 'approve', 'Đề nghị lãnh đạo duyệt')).state, 'leadership')
  assert.equal((await act(as.director, 'approve')).state, 'approved')
  const story = await get(as.colleague)
  assert.deepEqual(story.can, { write: false, acts: [] })
  assert.deepEqual(story.steps.map((step) => [step.act, step.level, step.person.id]), [
    ['submit', null, people.clerk],
    ['return', 'department', people.officeHead],
    ['submit', null, people.clerk],
    ['approve', 'department', people.officeHead],
    ['approve', 'leadership', people.chair],
  ])
  assert.ok(story.steps.slice(2).every((step) => step.hash === story.hash), 'bound to these words')
  assert.notEqual(story.steps[0]?.hash, story.hash)
  const entries = (await ledgerOf(server, tenantId)).map((entry) => entry.action).filter((action) => action.startsWith('newsroom.story'))
  assert.deepEqual(entries.slice(-3), ['newsroom.story.submitted', 'newsroom.story.approved', 'newsroom.story.approved'])
})

test('a change after approval ends just the approval it touches, and putting the words back brings it again', async () => {
  const { as, get, save, act } = await newsroom()
  await save(as.reporter, script())
  await act(as.reporter, 'submit')
  await act(as.editor, 'approve')
  await act(as.director, 'approve')
  const approved = (await get(as.editor)).hash
  assert.equal((await save(as.editor, script(undefined, 'Đồng chí Hồ Thị Mẫu cho biêt như vậy.'))).state, 'department', 'a slip of spelling is the department’s')
  assert.deepEqual((await get(as.editor)).approvals.map(({ level, stands }) => [level, stands]), [['department', false], ['leadership', true]])
  assert.equal((await act(as.editor, 'approve')).state, 'approved', 'leadership is not asked again')
  assert.equal((await save(as.editor, script('Năm 2018 chi bộ kết nạp 7 đảng viên.'))).state, 'department')
  assert.deepEqual((await get(as.editor)).approvals.map(({ stands }) => stands), [false, false], 'a figure is everybody’s')
  assert.equal((await save(as.editor, script())).state, 'department')
  const back = await get(as.editor)
  assert.equal(back.hash, approved)
  const version = await as.director.call(storyRoutes.getStoryVersion, { params: { storyId: back.id, version: back.approvals.find((each) => each.level === 'leadership')?.version ?? 0 } })
  assert.equal(version.hash, approved)
  assert.deepEqual(version.content.blocks, script())
})

test('nobody approves their own story, or one story at both levels', async () => {
  const { as, id, get, save, act, tenantId, people, units } = await newsroom()
  await save(as.reporter, script())
  const author = await server.signedIn(tenantId, people.clerk, [{ role: 'editor', unitId: units.VP }])
  await act(as.reporter, 'submit')
  await assert.rejects(act(author, 'approve'), refused('newsroom.story.own'))
  await act(as.both, 'approve')
  await assert.rejects(act(as.both, 'approve'), refused('newsroom.story.signed-other-level'))
  assert.deepEqual((await get(as.both)).can.acts, ['return', 'air_first'])
  assert.equal((await as.director.call(storyRoutes.actOnStory, { params: { storyId: id }, body: { revision: (await get(as.director)).revision, act: 'approve', note: '', blockId: null, orderedBy: null } })).state, 'approved')
})

test('who saw an older text does not write over the newer one, and strangers find nothing', async () => {
  const { as, id, get, save } = await newsroom()
  const { revision } = await get(as.reporter)
  await save(as.reporter, script())
  await assert.rejects(save(as.reporter, script('Cũ.'), revision), refused('newsroom.story.changed', { revision: revision + 1 }))
  await assert.rejects(save(as.colleague, script()), refused('newsroom.story.wrong-state'))
  for (const stranger of [as.engineer, as.officer, as.clerk, await server.signedIn(await server.newTenant(), (await newsroom()).people.chair, [])]) {
    await assert.rejects(stranger.call(storyRoutes.getStory, { params: { storyId: id } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(storyRoutes.listStories, { query: {} }), refused('platform.not-found'))
  }
})

test('the list shows what waits for the one who asks', async () => {
  const { as, id, save, act } = await newsroom()
  await save(as.reporter, script())
  const waiting = async (who: Caller) => (await who.call(storyRoutes.listStories, { query: { waiting: 'true' } })).items.map((item) => item.id)
  assert.deepEqual([await waiting(as.reporter), await waiting(as.editor), await waiting(as.director)], [[id], [], []])
  await act(as.reporter, 'submit')
  assert.deepEqual([await waiting(as.reporter), await waiting(as.editor), await waiting(as.director)], [[], [id], []])
  await act(as.editor, 'approve')
  assert.deepEqual([await waiting(as.editor), await waiting(as.director)], [[], [id]])
})

test('the paper has the words by kind, the steps, and says that exactly these words are not approved to air before they are', async () => {
  const { as, id, get, save, act } = await newsroom()
  await save(as.reporter, script())
  await act(as.reporter, 'submit')
  await act(as.editor, 'approve', 'Đề nghị lãnh đạo duyệt')
  const paper = async () => {
    const { bytes } = await as.director.call(storyRoutes.printStory, { params: { storyId: id } })
    return (await extractText(new Uint8Array(bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
  }
  const before = await paper()
  for (const part of ['Xây dựng Đảng: Chi bộ thôn', 'Lời bình', 'Năm 2018 chi bộ kết nạp 5 đảng viên.', 'Duyệt (phòng)', 'Đề nghị lãnh đạo duyệt', 'Chưa được duyệt phát']) assert.ok(before.includes(part), `${part} in:\n${before}`)
  await act(as.director, 'approve')
  const after = await paper()
  assert.ok(after.includes('Lời bài này đã được phòng, lãnh đạo duyệt.') && !after.includes('Chưa được duyệt phát'), after)
  assert.ok(after.replaceAll(/\s/g, '').includes((await get(as.editor)).hash), 'the whole print stands on it')
})

test('an old record comes over whole: its words as blocks, its steps without binding wording, its bytes as they were', async () => {
  const { as } = await newsroom()
  const bytes = await readFile(new URL('../../domain/record/samples/01-whole.txt', import.meta.url))
  const sent = (who: Caller, body: Uint8Array, fileName = 'tin-2018.txt') => who.call(recordRoutes.importRecord, { query: { fileName, secrecy: 'none' }, body })
  const { id } = await sent(as.reporter, bytes)
  const story = await as.colleague.call(storyRoutes.getStory, { params: { storyId: id } })
  assert.deepEqual([story.title, story.column, story.state], ['Huyện Thử giao quân sớm', 'Quốc phòng toàn dân', 'draft'])
  assert.ok(story.content.blocks.some((block) => block.kind === 'soundbite' && block.verbatim === 'Gia đình tôi rất yên tâm.'))
  assert.deepEqual(story.record?.steps.map(({ step, person, at }) => [step, person, at]), [
    ['created', 'Phan Thử Việc', '2018-03-02T16:44:00+07:00'],
    ['department', null, null],
    ['leadership', 'Đỗ Thử Nghiệm', '2018-03-03T06:54:00+07:00'],
  ])
  assert.deepEqual(story.record?.files, [{ kind: 'file', name: 'danh-sach.xlsx' }, { kind: 'file', name: 'ke-hoach.docx' }, { kind: 'video', name: 'giao-quan-2018.mp4' }])
  assert.deepEqual([story.steps, story.approvals], [[], []], 'an old approval binds no words')
  const back = await as.editor.call(recordRoutes.getRecord, { params: { storyId: id } })
  assert.deepEqual(Buffer.from(back.bytes), bytes)
  await assert.rejects(sent(as.reporter, new Uint8Array()), refused('newsroom.record.empty'))
  await assert.rejects(sent(as.reporter, new Uint8Array([0xff, 0xfe, 0x41, 0x00])), refused('newsroom.record.not-text'))
  await assert.rejects(sent(as.reporter, new TextEncoder().encode('TỈNH ỦY\nMẬT\nKế hoạch')), refused('platform.classified'))
  await assert.rejects(sent(as.director, bytes), refused('platform.not-found'))
  await assert.rejects(as.engineer.call(recordRoutes.getRecord, { params: { storyId: id } }), refused('platform.not-found'))
})
