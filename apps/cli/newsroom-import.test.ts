import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { CommandError } from './command.ts'
import { importCommand } from './newsroom-import.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-record-'))
})
after(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path.join(folder, name), content)
  return path.join(folder, name)
}

const page = '\ufeffY tế: Trạm Một mở cửa\r\nDanh mục\r\nSức khỏe\r\nNỘI DUNG\r\n\u00a0\r\nThưa quý vị!  \r\nPhim:\r\nTrạm có 12 giường.\r\nPV: Ông Lê Thử: Trạm cần gì?\r\nCần thêm thuốc.\r\nChú thích duyệt\r\nPhòng Thời sự đã xem, trình lãnh đạo\r\nFile Video : tram.mp4\r\nNgười tạo Ngày tạo Người duyệt Ngày duyệt\r\nTô Thử 01/02/2018 08:00 Vi Thử 01/02/2018 16:00'

test('an old page becomes exactly the promised JSON, and comes back with its byte order mark, line ends and blanks', async () => {
  const { output, errors } = await importCommand([await file('page.txt', page)])
  assert.deepEqual(errors, [])
  const { estimatedSeconds, ...rest } = output as { estimatedSeconds: number }
  assert.deepEqual(rest, {
    title: 'Trạm Một mở cửa',
    column: 'Y tế',
    category: 'Sức khỏe',
    blocks: [
      { kind: 'greeting', text: 'Thưa quý vị!' },
      { kind: 'film_start', text: 'Phim:' },
      { kind: 'voice_over', text: 'Trạm có 12 giường.' },
      { kind: 'question', speaker: 'Lê Thử', text: 'PV: Ông Lê Thử: Trạm cần gì?' },
      { kind: 'closing', text: 'Cần thêm thuốc.' },
    ],
    approvals: [
      { step: 'created', person: 'Tô Thử', at: '2018-02-01T08:00:00+07:00', note: null },
      { step: 'department', person: null, at: null, note: 'Phòng Thời sự đã xem, trình lãnh đạo' },
      { step: 'leadership', person: 'Vi Thử', at: '2018-02-01T16:00:00+07:00', note: null },
    ],
    attachments: [{ kind: 'video', name: 'tram.mp4' }],
    roundTrip: true,
  })
  // Greeting 3, voice-over "Trạm có mười hai giường" 5, question 3, closing 3 syllables at 233 a minute, and the stops between.
  assert.ok(estimatedSeconds > (14 * 60) / 233 && estimatedSeconds < 10, String(estimatedSeconds))
})

test('explained, every line has its place and the guess is named a guess', async () => {
  const { output } = await importCommand(['--explain', await file('page.txt', page)])
  const { explanation } = output as { explanation: { lines: { line: number; place: string }[]; doubts: { line: number; message: string }[]; approvals: { wordingBound: boolean; origin: string }[] } }
  assert.deepEqual(explanation.lines.map(({ line }) => line), Array.from({ length: 15 }, (_, index) => index + 1))
  assert.deepEqual(explanation.doubts.map(({ line }) => line), [10])
  assert.ok(explanation.approvals.every(({ wordingBound, origin }) => !wordingBound && origin === 'old_system'))
})

test('a Word file is read by its lines', async () => {
  const xml = ['Y tế: Trạm Hai', 'Danh mục', 'Sức khỏe', 'Nội dung', 'Thưa quý vị!', 'Chú thích duyệt'].map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const { output, errors } = await importCommand([await file('page.docx', zipSync({ 'word/document.xml': strToU8(`<w:document>${xml}</w:document>`) }))])
  assert.equal((output as { title: string }).title, 'Trạm Hai')
  assert.deepEqual((errors as { path: string }[]).map(({ path: field }) => field), ['created', 'approved'])
})

test('a file that is no text says which line and what to do', async () => {
  const broken = await file('broken.txt', Buffer.concat([Buffer.from('Dòng một\nDòng '), Buffer.from([0xe9, 0xe8]), Buffer.from('\n')]))
  await assert.rejects(importCommand([broken]), (error) => error instanceof CommandError && error.path.endsWith('broken.txt:2') && error.expected.includes('lưu lại bằng UTF-8'))
  await assert.rejects(importCommand([path.join(folder, 'none.txt')]), CommandError)
  await assert.rejects(importCommand([]), CommandError)
  await assert.rejects(importCommand(['--what', broken]), CommandError)
})
