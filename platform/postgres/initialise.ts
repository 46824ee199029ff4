import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { programOf, type Binaries } from './binaries.ts'
import { ClusterError, saysNoSpace } from './cluster-error.ts'
import type { Purpose } from './cluster-settings.ts'
import type { ServerUser } from './server-user.ts'

/** The owner of the embedded cluster and of the program's database in it. */
export const ownerName = 'thuocdo'
/** The program's database. */
export const databaseName = 'thuocdo'

// Sorting is ICU's; this says which characters are letters for pg_trgm, which without it drops every đ and ạ.
const characterLocales = ['C.UTF-8', 'UTF-8', 'C']
const draftPrefix = 'postgres.new-'

interface Place {
  readonly home: string
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
}

/**
 * Makes the cluster: UTF-8, sorted the Vietnamese way by ICU, with page checksums and password login only. All of it
 * happens beside the final folder and is renamed at the end, so a full disk or a killed process leaves nothing.
 */
export async function initialiseCluster(place: Place & { purpose: Purpose; password: string }): Promise<void> {
  for (const characters of characterLocales) {
    try {
      return await initialiseWith(characters, place)
    } catch (error) {
      const unknown = error instanceof ClusterError && error.detail.includes('invalid locale')
      if (!unknown || characters === 'C') throw error
    }
  }
}

async function initialiseWith(characters: string, place: Place & { purpose: Purpose; password: string }): Promise<void> {
  removeDrafts(place.home)
  const draft = fs.mkdtempSync(path.join(place.home, draftPrefix))
  const passwordFile = `${draft}.password`
  try {
    fs.writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 })
    if (place.user !== undefined) {
      for (const file of [draft, passwordFile]) fs.chownSync(file, place.user.uid, place.user.gid)
    }
    const language = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${characters}`, '--locale-provider=icu', '--icu-locale=vi']
    const safety = ['--data-checksums', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions']
    const speed = place.purpose === 'test' ? ['--no-sync'] : []
    await runProgram(place, 'initdb', ['-D', draft, '-U', ownerName, ...language, ...safety, ...speed])
    await runSingle(place, draft, `create database ${databaseName}`)
    fs.renameSync(draft, path.join(place.home, 'postgres'))
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

/** The owner's password, kept in a file only this account reads; a lost one is replaced. */
export async function ownerPassword(file: string, place: Place): Promise<string> {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  const folder = path.join(place.home, 'postgres')
  if (fs.existsSync(folder)) await runSingle(place, folder, `alter role ${ownerName} password '${password}'`)
  const draft = `${file}.new`
  fs.writeFileSync(draft, `${password}\n`, { mode: 0o600 })
  fs.renameSync(draft, file)
  return password
}

/** The environment of the server's programs: a language or PG* variable of the caller must not change them. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_|npm_)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function removeDrafts(home: string): void {
  for (const name of fs.readdirSync(home)) {
    if (name.startsWith(draftPrefix)) fs.rmSync(path.join(home, name), { recursive: true, force: true })
  }
}

/** One statement by the server alone, without a port or a login. */
function runSingle(place: Place, folder: string, statement: string): Promise<void> {
  return runProgram(place, 'postgres', ['--single', '-D', folder, '-j', '-c', 'log_min_messages=error', 'postgres'], `${statement};\n\n`)
}

async function runProgram(place: Place, name: 'initdb' | 'postgres', args: string[], input = ''): Promise<void> {
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(programOf(place.binaries, name), args, {
      cwd: process.platform === 'win32' ? place.home : '/',
      env: serverEnvironment(),
      ...(place.user === undefined ? {} : { uid: place.user.uid, gid: place.user.gid }),
    })
    const stop = () => child.kill()
    process.once('exit', stop)
    child.once('close', () => process.off('exit', stop))
    child.stdout.on('data', (part) => output.push(String(part)))
    child.stderr.on('data', (part) => output.push(String(part)))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', resolve)
  })
  const said = output.join('')
  // Single-user mode reports a failed statement but ends with 0.
  if (code === 0 && !/^.*\b(ERROR|FATAL|PANIC):/m.test(said)) return
  throw new ClusterError(saysNoSpace(said) ? 'no-space' : 'failed', lastLines(said))
}

/** The end of a program's output, enough to see why it stopped. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-6).join('\n')
}
