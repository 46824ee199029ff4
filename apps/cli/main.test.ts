import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'

const main = new URL('./main.ts', import.meta.url).pathname
let folder = ''
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-cli-'))
})
after(() => rm(folder, { recursive: true }))

interface Run {
  readonly status: number | null
  readonly out: unknown
  readonly errors: { readonly path: string; readonly message: string; readonly expected: string; readonly line?: number }[]
}

async function thuocdo(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args])
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, out: out === '' ? null : (JSON.parse(out) as unknown), errors: err === '' ? [] : (JSON.parse(err) as { errors: Run['errors'] }).errors }
}

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const full = path.join(folder, name)
  await writeFile(full, text)
  return full
}

const sheet = { rulebook: 'nd-335-2025', group: 'staff', settings: {}, criteria: { general: 28 }, tasks: [{ coefficient: '1', assigned: 10, completed: 10, lateEvents: 1 }], facts: {} }

test('a rulebook with one group scores a file that names none, one with several asks for it', async () => {
  const { out } = await thuocdo(['score', '-'], JSON.stringify({ rulebook: 'school-20-30-50', scores: { self: 95, group: [90], council: 88 } }))
  assert.equal((out as { exact: string }).exact, '90/1')
  const { status, errors } = await thuocdo(['score', '-'], JSON.stringify({ ...sheet, group: undefined }))
  assert.deepEqual([status, errors[0]?.path], [2, 'group'])
})

test('score prints the answer of a JSON file with every promised field', async () => {
  const { status, out } = await thuocdo(['score', await file('a.json', JSON.stringify(sheet))])
  assert.equal(status, 0)
  const answer = out as Record<string, unknown>
  assert.equal(answer['total'], '97.42')
  assert.equal(answer['exact'], '1169/12')
  assert.deepEqual(answer['terms'], { a: '100.00', b: '100.00', c: '97.50', KQ: '99.17' })
  assert.equal(answer['taskPoints'], '69.42')
  assert.equal(answer['generalPoints'], '28.00')
  assert.equal(answer['level'], 'excellent')
  assert.ok(Array.isArray(answer['reasons']) && answer['derivation'] !== null)
})

test('score reads YAML from standard input, also with keys in decomposed form', async () => {
  const yaml = 'rulebook: nd-335-2025\ngroup: leader\ncriteria: { general: 28 }\ntasks:\n  - { name: "Tờ trình", coefficient: 1, assigned: 1, completed: 1 }\njudgements: { d: 50, đ: 50, e: 50 }\n'
  const { status, out } = await thuocdo(['score', '-', '--no-derivation'], yaml.normalize('NFD'))
  assert.equal(status, 0)
  assert.equal((out as { total: string }).total, '80.50')
  assert.equal((out as { derivation: unknown }).derivation, null)
})

test('score of months gives the mean and the level', async () => {
  const { out } = await thuocdo(['score', '-'], JSON.stringify({ rulebook: 'nd-335-2025', group: 'staff', months: ['92', '88', '95', '90', '91', '87', '93', '89', '90', '94', '88', '83'], facts: {} }))
  assert.equal((out as { exact: string }).exact, '90/1')
  assert.equal((out as { level: string }).level, 'excellent')
})

test('a wrong input goes to standard error as errors with paths, and the status is 2', async () => {
  const { status, out, errors } = await thuocdo(['score', '-'], JSON.stringify({ ...sheet, group: 'leader', judgements: { d: 80 } }))
  assert.equal(status, 2)
  assert.equal(out, null)
  assert.deepEqual(errors.map((error) => [error.path, error.expected]), [['judgements.d', '100 | 50']])
})

test('an unknown rulebook, a missing file and a wrong command are errors too', async () => {
  assert.deepEqual((await thuocdo(['score', '-'], '{"rulebook":"../../etc"}')).errors.map((error) => error.path), ['rulebook'])
  assert.match((await thuocdo(['score', path.join(folder, 'none.json')])).errors[0]?.message ?? '', /Không có tệp/)
  assert.equal((await thuocdo(['scor'])).status, 2)
  assert.equal((await thuocdo([])).status, 2)
  assert.equal((await thuocdo(['score', 'a', 'b'])).errors[0]?.path, 'argv')
})

test('duplicate keys, text that is not UTF-8, deep nesting and a file over 5 MB are refused', async () => {
  const message = async (name: string, text: string | Uint8Array) => (await thuocdo(['score', await file(name, text)])).errors[0]?.message ?? ''
  assert.match(await message('twice.json', '{"rulebook":"nd-335-2025","group":"staff","group":"leader"}'), /“group” bị lặp lại/)
  assert.match(await message('latin.json', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)), /UTF-8/)
  assert.match(await message('deep.json', `{"rulebook":${'['.repeat(20_000)}${']'.repeat(20_000)}}`), /Không đọc được|lồng quá sâu/)
  assert.match(await message('large.json', 'x'.repeat(5 * 1024 * 1024 + 1)), /5 MB/)
  assert.match(await message('list.json', '[1]'), /không phải là một bản ghi/)
})

test('classify prints levels and quotas', async () => {
  const subjects = Array.from({ length: 6 }, (_, i) => ({ id: `p${i}`, peerGroup: 'A', total: i < 2 ? '95' : '80', facts: {} }))
  const { status, out } = await thuocdo(['classify', '-'], JSON.stringify({ rulebook: 'nd-335-2025', settings: { quota: { base: 'literal', rate: '20%' } }, subjects }))
  assert.equal(status, 0)
  const answer = out as { levels: Record<string, string>; quotas: Record<string, unknown>[] }
  assert.equal(answer.levels['p0'], 'excellent')
  assert.deepEqual(answer.quotas.map(({ scope, base, qualifying, allowed, proposed, over }) => ({ scope, base, qualifying, allowed, proposed, over })), [
    { scope: '*', base: 'literal', qualifying: 6, allowed: 1, proposed: 2, over: 1 },
    { scope: 'A', base: 'literal', qualifying: 6, allowed: 1, proposed: 2, over: 1 },
  ])
})

test('rulebook check accepts the shipped rulebooks and names the line of a fault', async () => {
  const good = await thuocdo(['rulebook', 'check', 'nd-335-2025', 'nd-335-2025-organisation'])
  assert.equal(good.status, 0)
  const bad = await thuocdo(['rulebook', 'check', await file('bad.yaml', 'id: bad-one\nversion: 0\n')])
  assert.equal(bad.status, 2)
  assert.equal(bad.errors.find((error) => error.path === 'version')?.line, 2)
})

test('rulebook list names what is shipped, and score --help what a file may say', async () => {
  const list = (await thuocdo(['rulebook', 'list'])).out as { rulebooks: { id: string }[] }
  assert.ok(list.rulebooks.some((rulebook) => rulebook.id === 'nd-335-2025'))
  const [help] = (await thuocdo(['score', '--help', 'nd-335-2025'])).out as { settings: Record<string, { default: string }>; facts: Record<string, unknown> }[]
  assert.equal(help?.settings['deduction']?.default, 'per_unit')
  assert.ok(help && 'organisationLevel' in help.facts)
})

test('rulebook show says what a rulebook says; a file with faults is named with the line of each, wherever it is used', async () => {
  const { out } = await thuocdo(['rulebook', 'show', 'school-20-30-50'])
  const shown = out as { levels: { name: string; from: string }[]; weights: { weights: Record<string, string> }[]; vetoes: { when: string }[] }
  assert.deepEqual([shown.levels[0], shown.weights[0]?.weights, shown.vetoes[0]?.when], [{ level: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ', from: '90' }, { self: '0.2', group: '0.3', council: '0.5' }, 'count(facts.discipline, true) > 0'])
  const faulty = await file('faulty.yaml', 'id: faulty\nversion: 1\nversion: 2\n')
  for (const args of [['rulebook', 'show', faulty], ['rulebook', 'diff', 'nd-335-2025', faulty], ['rulebook', 'check', faulty], ['score', '--help', faulty]]) {
    const { status, errors } = await thuocdo(args)
    assert.deepEqual([status, errors.map((error) => [error.path, error.line])], [2, [['version', 3]]], args.join(' '))
    assert.match(errors[0]?.message ?? '', /dòng 3, cột 1: “version” bị lặp lại/)
  }
  assert.match((await thuocdo(['rulebook', 'show', 'nd-336'])).errors[0]?.expected ?? '', /nd-335-2025/)
})
