import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { appendFile, chmod, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { callerFor } from '#tests/journeys/steps/caller.ts'
import { codeAt } from '#tests/setup/accounts-program.ts'
import { freePort, startProgram, type StartedProgram } from '#tests/setup/started-program.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-cli-backup-'))
await chmod(folder, 0o755)
const first = path.join(folder, 'may-cu')
const second = path.join(folder, 'may-moi')
let program: StartedProgram | undefined

after(async () => {
  program?.child.kill('SIGKILL')
  await program?.ended()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

interface Said {
  readonly code: number | null
  readonly output: Record<string, unknown>
  readonly errors: readonly { readonly path: string; readonly message: string; readonly expected: string }[]
}

/** Runs a command as somebody at the machine would. */
async function thuocdo(args: readonly string[], input = ''): Promise<Said> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: '', THUOCDO_DATA: '', THUOCDO_BACKUPS: '', NODE_TEST_CONTEXT: '' },
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (errors += String(part)))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, output: output === '' ? {} : JSON.parse(output), errors: errors.startsWith('{') ? JSON.parse(errors).errors : errors === '' ? [] : assert.fail(errors) }
}

function refused(said: Said, words: RegExp): void {
  assert.equal(said.code, 2)
  assert.match(said.errors[0]?.message ?? '', words)
  assert.ok(said.errors[0]?.path && said.errors[0].expected)
}

async function start(dataDir: string, ...more: string[]): Promise<string> {
  program = startProgram(['--data', dataDir, '--port', String(await freePort()), ...more])
  return program.address()
}

async function stop(): Promise<void> {
  program?.child.kill('SIGTERM')
  await program?.ended()
}

let file = ''
let secret = ''
const mark = '{"kind":"anchor"}\n'

/** Gives an account an authenticator application; answers its secret. */
async function authenticatorOf(address: string, username: string): Promise<string> {
  const { cookie } = await callerFor(address, username)
  const post = async (place: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`${address}/api/accounts/${place}`, { method: 'POST', headers: { cookie, 'x-request-id': crypto.randomUUID(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    assert.equal(reply.status, 200, await reply.clone().text())
    return reply.json()
  }
  const begun = (await post('totp')) as { secret: string }
  await post('totp/confirm', { code: codeAt(begun.secret, new Date()) })
  return begun.secret
}

/** What two people type at the machine: names, passwords, and the code an authenticator shows. */
function people(code = codeAt(secret, new Date(Date.now() + 30_000))): string {
  return `quantri\nthuocdo-2026\ntochuc\nthuocdo-2026\n${code}\n`
}

test('a backup is made and tried while the program runs, and is listed', async () => {
  const address = await start(first, '--sample')
  secret = await authenticatorOf(address, 'quantri')
  await appendFile(path.join(first, 'ledger-anchors.jsonl'), mark)
  const said = await thuocdo(['backup', '--data', first])
  assert.equal(said.code, 0, JSON.stringify(said.errors))
  assert.ok(typeof said.output['verifiedAt'] === 'string')
  file = String(said.output['file'])
  const listed = await thuocdo(['backup', 'list', '--data', first])
  assert.equal((listed.output['lastVerified'] as { file: string }).file, file)
})

test('a restore over a running program is refused', async () => {
  refused(await thuocdo(['restore', file, '--data', first], people()), /đang được một chương trình Thước Đo khác dùng/)
})

// Who else is refused is tried without a restore each time, in tests/restore-witnesses.test.ts.
test('two people are needed, and the code of whoever has an authenticator', async () => {
  await stop()
  const wrong = (input: string) => thuocdo(['restore', file, '--data', first], input)
  refused(await wrong(people('000000')), /Mã xác thực hai lớp không đúng/)
  refused(await wrong('quantri\nthuocdo-2026\n'), /Thiếu người xác nhận/)
})

test('on a new machine, with the key alone, everybody signs in as before', async () => {
  refused(await thuocdo(['restore', file, '--data', second, '--key', file], people()), /Khóa hoặc mật khẩu/)
  const said = await thuocdo(['restore', file, '--data', second, '--key', path.join(first, 'backup-key.txt')], people())
  assert.equal(said.code, 0, JSON.stringify(said.errors))
  assert.match(String(said.output['previousDatabase']), /^thuocdo_before_\d{14}$/)
  assert.deepEqual(said.output['upgraded'], [])
  assert.ok((await readFile(path.join(second, 'ledger-anchors.jsonl'), 'utf8')).includes(mark), 'the marks of the ledger outside the database come along')
  const address = await start(second)
  const reply = await fetch(`${address}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, 'x-request-id': crypto.randomUUID() },
    body: JSON.stringify({ username: 'congchuc1', password: 'thuocdo-2026' }),
  })
  assert.equal(reply.status, 200, await reply.text())
  await stop()
})

test('a key taken to a safe is asked for, and verifying needs no data folder', async () => {
  const safe = path.join(folder, 'ket-sat.txt')
  await rename(path.join(first, 'backup-key.txt'), safe)
  refused(await thuocdo(['restore', file, '--data', first], people()), /Tệp khóa không có trong thư mục dữ liệu/)
  const said = await thuocdo(['backup', 'verify', file, '--data', path.join(folder, 'khong-co'), '--key', safe])
  assert.equal(said.output['verified'], true, JSON.stringify(said.errors))
  const later = await thuocdo(['backup', '--data', first])
  assert.equal(later.code, 0, 'new backups need only the public key')
})

test('wrong words are answered with the right ones, and no folder is made', async () => {
  refused(await thuocdo(['backup', 'everything']), /Không hiểu/)
  refused(await thuocdo(['backup', '--data', path.join(folder, 'khong-co')]), /không có dữ liệu/)
  refused(await thuocdo(['restore']), /đúng một bản sao lưu/)
  refused(await thuocdo(['backup', '--nothing']), /nothing/)
  assert.deepEqual((await readdir(folder)).toSorted(), ['ket-sat.txt', 'may-cu', 'may-moi'])
})
