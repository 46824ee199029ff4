import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { airedNewsroom } from '#tests/setup/aired-newsroom.ts'
import { refused } from '#tests/setup/refused.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'

const server = await wholeServer(import.meta)
const conclusion = { documentNumber: '45/KL-STTTT', documentIssuer: 'Sở Văn hóa', documentDate: '2026-11-20', receivedOn: '2026-11-20' }

test('a correction runs from the conclusion to the notice that airs; it is not issued with a part missing', async () => {
  const newsroom = await airedNewsroom(server)
  const { as, aired, act, air, save, tenantId, people, units } = newsroom
  const storyId = await aired('Chi bộ thôn', undefined, null)
  const after = () => as.editor.call(archiveRoutes.getAfterAir, { params: { storyId } })
  const airingId = (await after()).airings[0]?.id ?? assert.fail()
  const open = (who: typeof as.editor, change: object = {}) => who.call(correctionRoutes.openCorrection, { params: { storyId }, body: { airingId, ...conclusion, ...change } })
  await assert.rejects(open(as.reporter), refused('newsroom.correction.no-right'))
  await assert.rejects(open(as.stranger), refused('platform.not-found'))
  await assert.rejects(open(as.editor, { receivedOn: '2026-11-21' }), refused('newsroom.correction.days'))
  const { id } = await open(as.editor)
  const params = { correctionId: id }
  const get = () => as.editor.call(correctionRoutes.getCorrection, { params })
  assert.deepEqual([(await get()).missing, (await get()).term?.due, (await get()).term?.confidence, (await get()).can], [['columnName', 'falseContent', 'correctedContent', 'apology'], '2026-11-25', 'unverified', { write: true, issue: false }])
  const issue = async () => as.editor.call(correctionRoutes.issueCorrection, { params, body: { revision: (await get()).revision } })
  await assert.rejects(issue(), refused('newsroom.correction.missing', { parts: ['columnName', 'falseContent', 'correctedContent', 'apology'] }))
  const said = { workName: 'Chi bộ thôn', columnName: 'Xây dựng Đảng', falseContent: 'Kết nạp 15 đảng viên', correctedContent: 'Kết nạp 5 đảng viên', apology: 'Chúng tôi xin lỗi chi bộ và quý vị' }
  await as.editor.call(correctionRoutes.saveCorrection, { params, body: { revision: 1, ...conclusion, ...said } })
  await assert.rejects(as.editor.call(correctionRoutes.saveCorrection, { params, body: { revision: 1, ...conclusion, ...said } }), refused('newsroom.correction.changed', { revision: 2 }))
  const reword = async (change: object) => as.editor.call(correctionRoutes.saveCorrection, { params, body: { revision: (await get()).revision, ...conclusion, ...said, ...change } })
  const paper = async () => (await extractText(new Uint8Array((await as.director.call(correctionRoutes.printCorrection, { params })).bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
  assert.match(await paper(), /BẢN THẢO/)
  const { storyId: noticeId, slotDate } = await issue()
  assert.equal(slotDate, '2026-11-20', 'the programme’s slot of this evening has not begun')
  await assert.rejects(issue(), refused('newsroom.correction.issued'))
  const text = await paper()
  for (const part of ['Thông tin cải chính, xin lỗi', ...Object.values(said), '20/11/2026', '45/KL-STTTT', 'chưa xác minh']) assert.ok(text.includes(part), `${part} in ${text}`)
  const desk = await as.producer.call(deskRoutes.getStoryDesk, { params: { storyId: noticeId } })
  assert.deepEqual([desk.programme?.name, desk.slotDate], ['Thời sự', '2026-11-20'])
  server.clock.now = new Date('2026-11-26T11:00:00Z')
  assert.deepEqual((await as.reporter.call(correctionRoutes.listCorrections, { query: {} })).items.map(({ state, overdue }) => [state, overdue]), [['issued', true]])
  const deputy = await server.signedIn(tenantId, people.divisionHead, [{ role: 'editor', unitId: units.VP }])
  await act(as.editor, noticeId, 'submit')
  await assert.rejects(act(as.editor, noticeId, 'approve'), refused('newsroom.story.own'), 'approved like any other')
  const { content } = await newsroom.get(noticeId)
  const without = content.blocks.map((block) => ('text' in block ? { ...block, text: block.text.replace(said.apology, 'Xin lỗi') } : block))
  await save(noticeId, without, deputy)
  assert.deepEqual((await get()).lacking, ['apology'])
  const lacks = refused('newsroom.correction.notice-lacks', { title: 'Thông tin cải chính, xin lỗi: Chi bộ thôn', parts: ['apology'] })
  await assert.rejects(act(deputy, noticeId, 'approve'), lacks)
  await assert.rejects(reword({ apology: ' ' }), refused('newsroom.correction.missing', { parts: ['apology'] }))
  await reword({ apology: 'Xin lỗi' })
  await act(deputy, noticeId, 'approve')
  await reword({ apology: said.apology })
  await assert.rejects(act(as.director, noticeId, 'approve'), lacks, 'the words of a correction may change until it airs; its notice then has to follow')
  await save(noticeId, content.blocks, deputy)
  await act(deputy, noticeId, 'approve')
  await act(as.director, noticeId, 'approve')
  await reword({ apology: 'Chúng tôi thành thật xin lỗi' })
  await assert.rejects(air(noticeId), lacks)
  await reword({ apology: said.apology, documentNumber: '46/KL-STTTT' })
  await air(noticeId)
  await assert.rejects(reword({}), refused('newsroom.correction.aired'))
  const done = await get()
  assert.deepEqual([done.state, done.overdue, done.issued?.noticeStoryId, done.airedAt], ['done', false, noticeId, '2026-11-26T11:00:00.000Z'])
  assert.deepEqual((await after()).corrections.map(({ state }) => state), ['done'])
  assert.equal((await as.editor.call(archiveRoutes.getAfterAir, { params: { storyId: noticeId } })).noticeOf?.story.id, storyId)
})
