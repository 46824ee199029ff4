import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandBlocks, unitText } from './operations-blocks.ts'

// Does what docs/operations.md says, word for word, in /srv and /media of its own (tests/operations-document.test.ts
// makes them). Prints a line for each step; ends with 1 at the first that does not do what the page says. With names of
// steps it takes only those.

const root = path.join(import.meta.dirname, '..')
const document = readFileSync(path.join(root, 'docs/operations.md'), 'utf8')
const blocks = commandBlocks(document, 'vi')
const people = 'quantri\nthuocdo-2026\ntochuc\nthuocdo-2026\n'
const data = '/srv/thuocdo-data'
const begun = performance.now()
let folder = '/srv/thuocdo'
let program: ChildProcess | undefined
let output = ''

function say(line: string): void {
  process.stdout.write(`${String(Math.round((performance.now() - begun) / 1000)).padStart(5)} s  ${line}\n`)
}

function fail(what: string): never {
  throw new Error(what)
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, LANG, NODE_EXTRA_CA_CERTS } = process.env
  return { PATH, LANG, HOME: '/srv/home', ...(NODE_EXTRA_CA_CERTS === undefined ? {} : { NODE_EXTRA_CA_CERTS }) }
}

/** The commands of a block of a section, counted from 0; the example's backup is the newest there is. */
function commands(section: number, block: number): readonly string[] {
  const found = blocks.get(section)?.[block] ?? fail(`section ${section} has no block ${block}`)
  return found.map((line) => line.replaceAll(/thuocdo-\d{8}-\d{6}-asked\.thuocdo\.age/g, () => path.basename(newestBackup())))
}

function newestBackup(): string {
  const places = [`${data}/backups`, '/media/usb'].filter((place) => existsSync(place))
  const names = places.flatMap((place) => readdirSync(place)).filter((name) => name.endsWith('-asked.thuocdo.age'))
  return names.toSorted().at(-1) ?? fail('there is no backup')
}

/** Commands that end, typed in one shell; answers what they printed. The next ones are typed where these ended. */
function run(lines: string, input = ''): string {
  for (const line of lines.split('\n')) say(`$ ${line}`)
  const { status, error, stdout, stderr } = spawnSync('/bin/sh', ['-ec', lines], { cwd: folder, env: environment(), input, encoding: 'utf8' })
  if (status !== 0) fail(`${lines}\n${error?.message ?? `${stdout}${stderr}`}`)
  folder = /^cd (.*)$/m.exec(lines)?.[1] ?? folder
  return stdout
}

/** `npm start …`, until it says at which address it runs. */
async function start(line: string, wrap: (line: string) => [string, string[]] = (text) => ['/bin/sh', ['-c', text]]): Promise<string> {
  say(`$ ${line}`)
  output = ''
  const [file, args] = wrap(line)
  const child = spawn(file, args, { cwd: folder, env: environment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (output += String(part)))
  program = child
  for (;;) {
    const address = /đang chạy tại (https?:\S+)/.exec(output)?.[1]
    if (address !== undefined) return address
    if (child.exitCode !== null) fail(`${line} ended with ${child.exitCode}\n${output}`)
    await sleep(100)
  }
}

/** Ctrl-C at the terminal. */
async function stop(): Promise<void> {
  const child = program
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  process.kill(-child.pid, 'SIGINT')
  await ended
}

async function post(address: string, place: string, body: unknown): Promise<number> {
  const reply = await fetch(`${address}/api/accounts/${place}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-request-id': crypto.randomUUID() }, body: JSON.stringify(body) })
  return reply.status
}

async function signsIn(address: string, username: string, password = 'thuocdo-2026'): Promise<void> {
  const status = await post(address, 'sign-in', { username, password })
  if (status !== 200) fail(`${username} cannot sign in: ${status}`)
}

function rowsOf(text: string): number {
  const report = JSON.parse(text) as { verifiedAt?: string | null; rows: number }
  if (typeof report.verifiedAt !== 'string') fail(`not verified: ${text}`)
  return report.rows
}

function clone(revision: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  for (const args of [['clone', '-q', root, to], ['-C', to, 'checkout', '-q', revision]]) {
    const { status, stderr } = spawnSync('git', args, { encoding: 'utf8' })
    if (status !== 0) fail(stderr)
  }
}

/** The commit before the migration that was the fourth last: a version some upgrades old. */
function olderRevision(): string {
  const migration = readdirSync(path.join(root, 'database/migrations')).toSorted().at(-4)
  const { stdout } = spawnSync('git', ['-C', root, 'log', '--diff-filter=A', '--format=%H^', '--', `database/migrations/${migration}`], { encoding: 'utf8' })
  return stdout.trim().split('\n').at(-1) || fail('no history: the upgrade needs the commits of older versions')
}

async function install(): Promise<void> {
  const [line = ''] = commands(2, 0)
  const address = await start(line)
  if (address !== 'http://127.0.0.1:8686') fail(address)
  const first = { committeeName: 'Đảng ủy xã Thử Nghiệm', fullName: 'Nguyễn Văn Quản', username: 'quan-tri', password: 'con trâu ăn cỏ ven sông' }
  if ((await post(address, 'set-up', first)) !== 200) fail('the first administrator cannot be made')
  if ((await post(address, 'set-up', { ...first, username: 'thu-hai' })) === 200) fail('set-up works twice')
  await signsIn(address, first.username, first.password)
  await stop()
  const sample = await start(commands(2, 1)[0] ?? '')
  await signsIn(sample, 'quantri')
  await stop()
  // From here on the office is the sample's, which has two people who may restore.
  rmSync(data, { recursive: true })
  renameSync('/srv/thuocdo-thu', data)
}

function servedSerial(): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ host: 'localhost', port: 8443, path: '/readyz', ca: readFileSync('/srv/tls/may-chu.pem'), agent: false }, (reply) => {
      resolve('getPeerCertificate' in reply.socket ? String((reply.socket.getPeerCertificate as () => { serialNumber: string })().serialNumber) : '')
      reply.resume()
    })
    request.on('error', reject)
  })
}

async function certificates(): Promise<void> {
  for (const line of commands(3, 0)) run(line)
  const address = await start(commands(3, 1)[0] ?? '')
  if (!address.startsWith('https://')) fail(address)
  const serial = await servedSerial()
  for (const line of commands(3, 0)) run(line)
  const renewed = performance.now()
  for (;;) {
    // Until it is taken up the old one is served, which the new one does not vouch for.
    const now = await servedSerial().catch(() => serial)
    if (now !== serial) break
    if (performance.now() - renewed > 70_000) fail('a renewed certificate is not taken up within a minute')
    await sleep(1_000)
  }
  say(`  the renewed certificate was taken up after ${Math.round((performance.now() - renewed) / 1000)} s`)
  await stop()
}

async function service(): Promise<void> {
  for (const line of commands(4, 0)) run(line)
  const unit = unitText(document)
  const file = '/etc/systemd/system/thuocdo.service'
  writeFileSync(file, unit)
  const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
  if (verified.error !== undefined) say('  systemd-analyze is not on this machine: the unit was not verified')
  else if (verified.status !== 0 || verified.stderr.includes('thuocdo')) fail(`systemd-analyze verify: ${verified.stderr}`)
  else say('  systemd-analyze verify: nothing to say')
  const setting = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? fail(`the unit has no ${name}`)
  folder = setting('WorkingDirectory')
  // As the unit's user, with nothing but the unit's environment.
  const address = await start(setting('ExecStart'), (line) => ['setpriv', ['--reuid', setting('User'), '--regid', setting('User'), '--clear-groups', '--no-new-privs', 'env', '-i', 'PATH=/usr/bin:/bin', setting('Environment'), ...line.split(' ')]])
  await signsIn(address, 'quantri')
  await stop()
}

async function backUpAndRestore(): Promise<void> {
  const line = commands(2, 0)[0] ?? ''
  await start(line)
  const [make = '', list = ''] = commands(5, 0)
  rowsOf(run(make))
  const { lastVerified } = JSON.parse(run(list)) as { lastVerified: { rows: number } | null }
  if (lastVerified === null) fail('the list knows no verified backup')
  mkdirSync('/media/usb', { recursive: true })
  cpSync(`${data}/backup-key.txt`, '/media/usb/backup-key.txt')
  rmSync(`${data}/backup-key.txt`)
  const rows = rowsOf(run(make))
  if (!(JSON.parse(run(commands(5, 1)[0] ?? '')) as { verified: boolean }).verified) fail('verify')
  await stop()
  const restored = JSON.parse(run(commands(6, 0)[0] ?? '', people)) as { rows: number; previousDatabase: string | null }
  if (restored.rows !== rows || restored.previousDatabase === null) fail(JSON.stringify(restored))
  await signsIn(await start(line), 'congchuc1')
  await stop()
}

async function anotherMachine(): Promise<void> {
  const last = newestBackup()
  cpSync(`${data}/backups/${last}`, `/media/usb/${last}`)
  renameSync(data, '/srv/may-cu-du-lieu')
  renameSync('/srv/thuocdo', '/srv/may-cu')
  clone('HEAD', '/srv/thuocdo')
  const [help = '', restore = '', again = ''] = commands(7, 0)
  run(help)
  run(restore, people)
  await signsIn(await start(again), 'congchuc1')
  await stop()
}

async function upgrade(): Promise<void> {
  const older = olderRevision()
  rmSync(data, { recursive: true, force: true })
  clone(older, '/srv/thuocdo')
  await start(`${commands(2, 0)[0]} --sample`)
  await stop()
  clone('HEAD', '/srv/thuocdo-moi')
  const lines = commands(8, 0)
  run(lines.slice(0, -1).join('\n'))
  await signsIn(await start(lines.at(-1) ?? ''), 'congchuc1')
  const saved = readdirSync(`${data}/backups`).filter((name) => name.endsWith('-before-upgrade.thuocdo.age'))
  if (saved.length !== 1) fail(`backups before the upgrade: ${saved.join() || 'none'}\n${output}`)
  say(`  from ${older.slice(0, 7)}: ${output.split('\n').filter((line) => line.trim() !== '').join(' | ')}`)
  await stop()
}

try {
  mkdirSync('/srv/home')
  clone('HEAD', folder)
  const steps = [install, certificates, service, backUpAndRestore, anotherMachine, upgrade]
  const asked = process.argv.slice(2)
  for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    say(`— ${step.name}`)
    await step()
  }
  say(`what docs/operations.md says was done: ${asked.length === 0 ? 'every block' : asked.join(', ')}`)
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await stop()
}
