import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { CommandError } from './command.ts'
import { timeCommand } from './newsroom-time.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-newsroom-'))
})
after(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const full = path.join(folder, name)
  await writeFile(full, content)
  return full
}

async function refusal(args: readonly string[]): Promise<[string, string]> {
  try {
    await timeCommand(args)
  } catch (error) {
    if (error instanceof CommandError) return [error.path, error.expected]
    throw error
  }
  throw new Error('nothing was refused')
}

test('time prints seconds, syllables and the spoken form of a text', async () => {
  const script = await file('script.txt', 'UBND xã họp ngày 5/9.\n\nTăng 7,12%.')
  const { output } = await timeCommand([script, '--rate', '240'])
  assert.deepEqual(output, {
    seconds: 5,
    exact: '5/1',
    speechSeconds: 4.5,
    pauseSeconds: 0.5,
    syllables: 18,
    rate: 240,
    spoken: 'ủy ban nhân dân xã họp ngày mùng năm tháng chín tăng bảy phẩy mười hai phần trăm',
  })
})

test('the rate is 233 where none is said, an own dictionary is heard, and the pieces are the text', async () => {
  const script = await file('piece.txt', 'XYZ họp')
  const { output } = await timeCommand([script, '--dictionary', await file('own.yaml', 'XYZ: xưởng dệt\n'), '--pieces'])
  const answer = output as { rate: number; spoken: string; pieces: { written: string }[] }
  assert.deepEqual([answer.rate, answer.spoken, answer.pieces.map((piece) => piece.written)], [233, 'xưởng dệt họp', ['XYZ', ' ', 'họp']])
})

test('an empty text takes no time', async () => {
  const { output } = await timeCommand([await file('empty.txt', '')])
  const { seconds, syllables, spoken } = output as Record<string, unknown>
  assert.deepEqual([seconds, syllables, spoken], [0, 0, ''])
})

test('a missing file, a text that is no UTF-8, a rate that is none and an unknown option are refused by name', async () => {
  const script = await file('good.txt', 'họp')
  const bad = await file('bad.txt', new Uint8Array([0xff, 0xfe, 0x41]))
  const list = await file('list.json', '["UBND"]')
  assert.deepEqual(await refusal([path.join(folder, 'none.txt')]), [path.join(folder, 'none.txt'), 'đường dẫn tệp văn bản UTF-8, hoặc -'])
  assert.deepEqual(await refusal([bad]), [bad, 'văn bản thường, UTF-8'])
  for (const rate of ['x', '0', '-3', '1001', '1/0']) assert.equal((await refusal([script, '--rate', rate]))[0], '--rate')
  assert.deepEqual((await Promise.all([[script, '--slow'], [], [script, script], [script, '--rate'], [script, '--dictionary', list]].map(refusal))).map(([at]) => at), ['argv', 'argv', 'argv', '--rate', list])
})
