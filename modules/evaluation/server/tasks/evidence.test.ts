import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { assign, ledgerOf, taskServer, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { refused } from '#tests/setup/refused.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { sniffEvidence } from './sniff-evidence.ts'

const server = await taskServer(import.meta)

const types = (part: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`
const docx = zipSync({ '[Content_Types].xml': strToU8(types('wordprocessingml.document')), 'word/document.xml': strToU8('<w:document/>') })
const zip = zipSync({ 'a.txt': strToU8('không phải văn bản Word') })
const odt = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') })
const pdf = strToU8('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54])
const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])
const heic = new Uint8Array([0, 0, 0, 24, ...strToU8('ftypheic'), 0, 0, 0, 0, ...strToU8('mif1heic')])

test('files are told by their bytes: Word from plain zip, text from anything with a hidden sign', async () => {
  assert.equal(await sniffEvidence(docx), 'docx')
  assert.equal(await sniffEvidence(await writeWorkbook({ title: 'x', sheets: [{ name: 'a', columns: [{ header: 'A', width: 9, kind: 'text' }], rows: [['b']] }] })), 'xlsx')
  assert.equal(await sniffEvidence(zip), 'zip')
  assert.equal(await sniffEvidence(odt), 'odt')
  assert.equal(await sniffEvidence(pdf), 'pdf')
  assert.equal(await sniffEvidence(png), 'png')
  assert.equal(await sniffEvidence(heic), 'heic')
  assert.equal(await sniffEvidence(strToU8('BM là viết tắt của ban\nMZ cũng vậy\t1')), 'text')
  assert.equal(await sniffEvidence(strToU8('\ufeffmã;tên\r\n1;Ánh')), 'text')
  assert.notEqual(await sniffEvidence(new Uint8Array([0x42, 0x4d, 0, 1, 2])), 'text')
  assert.equal(await sniffEvidence(strToU8('a\u0000b')), 'unknown')
  assert.equal(await sniffEvidence(new Uint8Array([0x54, 0xf4, 0x6e, 0xff])), 'unknown')
})

test('a file is attached, seen and downloaded by the cadre and the superior, and taken away again', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const added = await as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'Tờ trình số 5.pdf'.normalize('NFD'), secrecy: 'none' }, body: pdf })
  assert.deepEqual([added.kind, added.name, added.mediaType, added.size], ['file', 'Tờ trình số 5.pdf', 'application/pdf', pdf.byteLength])
  const again = await as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'bản khác.pdf', secrecy: 'none' }, body: pdf })
  assert.equal(again.id, added.id)
  assert.deepEqual((await as.officeHead.call(taskRoutes.getTask, { params: { taskId } })).evidence, [added])
  const before = (await ledgerOf(server, tenantId)).length
  const own = await as.clerk.call(taskRoutes.downloadEvidence, { params: { evidenceId: added.id } })
  assert.equal((await ledgerOf(server, tenantId)).length, before)
  const theirs = await as.chair.call(taskRoutes.downloadEvidence, { params: { evidenceId: added.id } })
  assert.deepEqual([own.bytes, theirs.bytes, theirs.contentType], [pdf, pdf, 'application/octet-stream'])
  assert.match(theirs.fileName, /^attachment; .*filename\*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh/)
  const entry = (await ledgerOf(server, tenantId)).at(-1)
  assert.deepEqual([entry?.action, entry?.person_id, entry?.subject_id], ['evaluation.evidence.downloaded', people.chair, taskId])
  for (const stranger of [as.typist, as.engineer, as.divisionHead]) {
    await assert.rejects(stranger.call(taskRoutes.downloadEvidence, { params: { evidenceId: added.id } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(taskRoutes.removeEvidence, { params: { evidenceId: added.id } }), refused('platform.not-found'))
  }
  await assert.rejects(as.officeHead.call(taskRoutes.removeEvidence, { params: { evidenceId: added.id } }), refused('platform.not-found'))
  assert.deepEqual(await as.clerk.call(taskRoutes.removeEvidence, { params: { evidenceId: added.id } }), { removed: true })
  await assert.rejects(as.clerk.call(taskRoutes.downloadEvidence, { params: { evidenceId: added.id } }), refused('platform.not-found'))
})

test('evidence that is not what its name says is turned away, naming what it is', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const attach = (fileName: string, body: Uint8Array) => as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName, secrecy: 'none' }, body })
  const liars: [string, Uint8Array, string, string][] = [
    ['báo cáo.docx', zip, 'zip', 'docx'],
    ['báo cáo.pdf', exe, 'exe', 'pdf'],
    ['ảnh.jpg', png, 'png', 'jpg'],
    ['danh sách.txt', pdf, 'pdf', 'text'],
    ['số liệu.csv', new Uint8Array([0x54, 0xff, 0xfe]), 'unknown', 'text'],
    ['báo cáo.docx', pdf, 'pdf', 'docx'],
  ]
  for (const [fileName, bytes, found, expected] of liars) await assert.rejects(attach(fileName, bytes), refused('evaluation.evidence.not-what-it-says', { fileName, found, expected }))
  await assert.rejects(attach('gói.zip', zip), refused('evaluation.evidence.kind-refused', { extension: 'zip' }))
  await assert.rejects(attach('trống.pdf', new Uint8Array()), refused('evaluation.evidence.empty'))
  await assert.rejects(attach('Kế hoạch (Mật).pdf', pdf), refused('platform.classified', { level: 'confidential', by: 'name' }))
  assert.deepEqual((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).evidence, [])
  for (const [fileName, bytes] of [['báo cáo.docx', docx], ['đơn.odt', odt], ['ảnh.png', png], ['ảnh.HEIC', heic], ['ghi chú.txt', strToU8('đã xong')]] as const) await attach(fileName, bytes)
  assert.equal((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).evidence.length, 5)
})

test('a link is kept as written and never with a password; its name may not carry a mark of secrecy', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const link = (address: string, name = 'Văn bản đi số 12') => as.clerk.call(taskRoutes.addEvidenceLink, { params: { taskId }, body: { name, address } })
  const added = await link('https://vb.example.vn/12?trang=1')
  assert.deepEqual([added.kind, added.address, added.size], ['link', 'https://vb.example.vn/12?trang=1', 0])
  await assert.rejects(link('javascript:alert(1)'), refused('evaluation.evidence.bad-address'))
  await assert.rejects(link('https://an:123@vb.example.vn/'), refused('evaluation.evidence.bad-address'))
  await assert.rejects(link('https://vb.example.vn/13', 'Công văn TUYỆT MẬT'), refused('evaluation.evidence.classified'))
  await assert.rejects(as.clerk.call(taskRoutes.downloadEvidence, { params: { evidenceId: added.id } }), refused('platform.not-found'))
})

test('after the superior has judged, evidence stays as it is', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const { id } = await as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'a.pdf', secrecy: 'none' }, body: pdf })
  await as.officeHead.call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 1, completed: 1, qualityFaults: 0, lateEvents: 0, qualityExcused: false, lateExcused: false, excuseReason: '' } })
  const closed = refused('evaluation.task.wrong-status', { status: 'confirmed' })
  await assert.rejects(as.clerk.call(taskRoutes.removeEvidence, { params: { evidenceId: id } }), closed)
  await assert.rejects(as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'b.pdf', secrecy: 'none' }, body: pdf }), closed)
})

test('another tenant does not get a file by knowing its entry or keeping the same bytes', async () => {
  const here = await smallCommune(server)
  const there = await smallCommune(server)
  const taskId = await assign(here.as.officeHead, here.people.clerk, await withProduct(here))
  const { id } = await here.as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'a.pdf', secrecy: 'none' }, body: pdf })
  await assert.rejects(there.as.chair.call(taskRoutes.downloadEvidence, { params: { evidenceId: id } }), refused('platform.not-found'))
})

test('a file above 20 MB is turned away before it is looked at', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const big = new Uint8Array(20 * 1024 * 1024 + 1)
  await assert.rejects(as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'to.pdf', secrecy: 'none' }, body: big }), refused('platform.too-large'))
})
