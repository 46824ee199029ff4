import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { asId } from '#kernel/id.ts'
import { organisationSealedColumns } from '#modules/organisation/server/index.ts'
import { writeBackup } from '#platform/backup/make-backup.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { addressOf, dropDatabase } from '#platform/backup/scratch-database.ts'
import { createFieldCipher } from '#platform/crypto/field-cipher.ts'
import { keyFileIds, removeKeyFile } from '#platform/crypto/key-files.ts'
import { keyStates, retireKey } from '#platform/crypto/key-states.ts'
import { rotateKeys } from '#platform/crypto/rotate-keys.ts'
import { createDatabase, inTenant, readerOf } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { rowsAsText, waysToWrite } from './setup/rows-as-text.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'
import { sampleDatabase } from './setup/test-database.ts'

const database = await sampleDatabase(import.meta, new Date())
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-keys-'))
const dataDir = path.join(folder, 'data')
const environment = { DATABASE_URL: database.ownerUrl, THUOCDO_DATA: dataDir, THUOCDO_LOG: 'info', THUOCDO_BACKUP_AT: 'off', NODE_TEST_CONTEXT: '' }
const owner = new pg.Client({ connectionString: database.ownerUrl })
/** Numbers of sample people by their ids; no province has the code 099. */
const numbers = new Map<string, string>()
let program: StartedProgram
let address = ''
let cookie = ''

before(async () => {
  await mkdir(dataDir)
  await owner.connect()
  program = startProgram(['--port', String(await freePort())], environment)
  address = await program.address()
  const signedIn = await send('POST', '/api/accounts/sign-in', { username: 'tochuc', password: 'thuocdo-2026' })
  cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const { rows } = await owner.query<{ id: string }>('select id from organisation_person order by code limit 30')
  for (const [place, { id }] of rows.entries()) numbers.set(id, `0991${String(70_000_000 + place * 7919)}`)
  const saved = await Promise.all([...numbers].map(([id, number]) => send('PUT', `/api/organisation/people/${id}/identity/personal_id`, { version: 0, number, accepted: ['place', 'sex', 'birth-year'] })))
  for (const answer of saved) assert.equal(answer.status, 200, await answer.text())
})

after(async () => {
  program.child.kill('SIGTERM')
  await program.ended()
  await owner.end()
  await pool.end()
  await rm(folder, { recursive: true, force: true })
})

function send(method: string, place: string, body?: unknown): Promise<Response> {
  return fetch(`${address}${place}`, {
    method,
    headers: { cookie, 'x-request-id': crypto.randomUUID(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

interface Said {
  readonly code: number | null
  readonly output: Record<string, unknown>
  readonly errors: readonly { readonly message: string }[]
}

/** The command as somebody at the machine types it. */
function startCommand(...args: readonly string[]) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../apps/cli/main.ts'), 'keys', ...args], { env: { ...process.env, ...environment } })
  let [output, errors] = ['', '']
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (errors += String(part)))
  const said = new Promise<Said>((resolve) =>
    child.once('close', (code) => resolve({ code, output: output === '' ? {} : JSON.parse(output), errors: errors === '' ? [] : errors.startsWith('{') ? JSON.parse(errors).errors : [{ message: errors }] })),
  )
  return { child, said }
}

const pool = createPool({ url: database.ownerUrl }, { max: 2 })
const db = createDatabase(pool)
const keyFolder = path.join(dataDir, 'keys')
const clock = (): Date => new Date()
const rotate = () => rotateKeys({ db, folder: keyFolder, columns: organisationSealedColumns, clock })
const states = async () => keyStates(db, keyFolder, await keyFileIds(keyFolder), organisationSealedColumns)
const retire = (key: string, options: { lost: boolean; giveUp: boolean } = { lost: false, giveUp: false }) => retireKey(db, organisationSealedColumns, key, { now: clock(), ...options })

async function rowsUnder(key: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from organisation_identity where encode(substring(sealed from 2 for 8), 'hex') = $1`, [key])
  return rows[0]?.count ?? 0
}

/** Every number as the running program reads it, and everybody found by it. */
async function everybodyIsRead(): Promise<void> {
  for (const [id, number] of numbers) {
    const read = (await (await send('GET', `/api/organisation/people/${id}/identity/personal_id`)).json()) as { identityNumber: string }
    assert.equal(read.identityNumber, number)
  }
  for (const [id, number] of [...numbers].slice(0, 6)) {
    const found = (await (await send('POST', '/api/organisation/people/by-identity', { number })).json()) as { person: { id: string } }
    assert.equal(found.person.id, id)
  }
}

let first = ''

test('a rotation killed half-way leaves every number readable and both keys needed; the next goes on with it', async () => {
  const [made] = await states()
  assert.deepEqual([made?.inUse, made?.file, made?.rows], [true, 'there', { organisation_identity: 30 }])
  first = made?.key ?? ''
  if (process.platform !== 'win32') assert.equal((await stat(path.join(keyFolder, `field-${first}.key`))).mode & 0o777, 0o600)

  const cut = startCommand('rotate', '--batch', '1')
  for (const start = Date.now(); (await rowsUnder(first)) > 24; await sleep(2)) assert.ok(Date.now() - start < 60_000, 'nothing moved')
  cut.child.kill('SIGKILL')
  await cut.said
  const left = await rowsUnder(first)
  assert.ok(left > 0 && left <= 24, `${left} rows were left`)
  const [second] = await states()
  assert.ok(second !== undefined && second.inUse && second.key !== first)
  await everybodyIsRead()
  assert.equal(await retire(first), 'opens-rows')
  assert.equal(await retire(second.key), 'in-use')
  assert.equal(await retire(first, { lost: false, giveUp: true }), 'file-is-there')

  const rest = await startCommand('rotate').said
  assert.deepEqual([rest.code, rest.output], [0, { key: second.key, resumed: true, moved: left, stuck: [] }])
  const { rows: entries } = await owner.query<{ moved: number }>(`select sum((data->>'rows')::int)::int as moved from ledger_entry where action = 'platform.key.rotated'`)
  assert.equal(entries[0]?.moved, 30, 'each row moved is in the ledger once, the kill in between')
  await everybodyIsRead()
})

test('an old key goes once nothing needs it; a backup made before is read with the keys it holds', async () => {
  const identity = await generateX25519Identity()
  const file = path.join(folder, 'before.thuocdo.age')
  await writeBackup({ database: { url: database.ownerUrl }, dataDir, program: '0.1.0' }, file, { recipients: [await identityToRecipient(identity)] }, clock())
  const [inBackup] = await states()
  assert.equal((await rotate()).moved, 30)
  const removed = await startCommand('remove', first).said
  assert.deepEqual([removed.code, removed.output['removed'], removed.output['givenUp']], [0, first, 0])
  assert.deepEqual(await retire(inBackup?.key ?? ''), { givenUp: 0 })
  await removeKeyFile(keyFolder, inBackup?.key ?? '')
  assert.equal((await keyFileIds(keyFolder)).length, 1)
  await everybodyIsRead()

  const elsewhere = path.join(folder, 'elsewhere')
  await mkdir(elsewhere)
  const place = addressOf({ url: database.ownerUrl }, `${database.name}_old`)
  const restored = createPool(place, { max: 1 })
  try {
    await restoreBackup({ file, unseal: { identities: [identity] }, database: place, dataDir: elsewhere, now: clock(), confirm: async () => undefined })
    assert.deepEqual(await openedIn(createDatabase(restored), path.join(elsewhere, 'keys')), new Map([...numbers].toSorted()))
  } finally {
    await restored.end()
    await dropDatabase({ url: database.ownerUrl }, `${database.name}_old`)
  }
})

/** Every number of a database, opened with the keys of a folder. */
async function openedIn(of: typeof db, keys: string): Promise<Map<string, string>> {
  const tenantId = asId<'tenant'>((await of.selectFrom('tenant').select('id').executeTakeFirstOrThrow()).id)
  return inTenant(of, tenantId, 'read', async (tx) => {
    const cipher = await createFieldCipher(keys, clock).forReading(readerOf(tx), tenantId)
    const rows = await tx.selectFrom('organisation_identity').where('tenant_id', '=', tenantId).select(['person_id', 'kind', 'sealed']).orderBy('person_id').execute()
    return new Map(rows.map((row) => [row.person_id, cipher.open('organisation.identity', `${row.person_id}/${row.kind}`, row.sealed).toString()]))
  })
}

test('neither the program’s log nor any row of the database holds a number', async () => {
  const dump = await rowsAsText(database.ownerUrl)
  const log = program.output()
  assert.match(log, /"route":"\/api\/organisation\/people\/:personId\/identity\/:identityKind"/, 'requests were logged')
  for (const number of numbers.values()) {
    assert.ok(!log.includes(number), 'a number in the log')
    for (const way of waysToWrite(number)) assert.ok(!dump.includes(way), way)
  }
})

test('a key that is lost is named and nothing is moved from it; what it sealed can be given up, and entered again', async () => {
  const [lost] = await states()
  const keyFile = path.join(keyFolder, `field-${lost?.key}.key`)
  await rename(keyFile, `${keyFile}.away`)
  assert.deepEqual((await states()).map(({ file }) => file), ['missing'])
  const stopped = await rotate()
  assert.deepEqual([stopped.moved, stopped.stuck.length, stopped.stuck[0]?.problem], [0, 30, 'platform.field-key-missing'])
  await rename(`${keyFile}.away`, keyFile)
  assert.deepEqual([(await rotate()).moved, (await states()).length], [30, 2], 'found again, it goes on')

  const [now] = await states()
  await removeKeyFile(keyFolder, now?.key ?? '')
  await rotate()
  assert.equal(await retire(now?.key ?? ''), 'opens-rows')
  assert.deepEqual(await retire(now?.key ?? '', { lost: true, giveUp: true }), { givenUp: 30 })
  const [id, number] = [...numbers][0] ?? []
  const again = await send('PUT', `/api/organisation/people/${id}/identity/personal_id`, { version: 0, number, accepted: ['place', 'sex', 'birth-year'] })
  assert.equal(again.status, 200)
})
