import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmRestore, createKeys, WitnessError } from '#modules/accounts/server/index.ts'
import { createDatabase, type Tx } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { accountsProgram, codeAt } from './setup/accounts-program.ts'

const { program, ownerUrl, clock, signedIn, password } = await accountsProgram(import.meta)
const pool = createPool({ url: ownerUrl }, { max: 2 })
const owner = createDatabase(pool) as unknown as Tx<'accounts'>
const keys = createKeys('a'.repeat(43))
const taken = { takenAt: '2026-11-20T05:15:00.000Z', program: '0.1.0' }
const recovery: string[] = []
let secret = ''

after(() => pool.end())

const asked: string[] = []
function confirm(first: string, second: string, code: string): Promise<void> {
  asked.length = 0
  const ask = (username: string): Promise<string> => {
    asked.push(username)
    return Promise.resolve(code)
  }
  return confirmRestore(owner, [{ username: first, password }, { username: second, password }], { keys, ask }, taken, clock.now)
}

const refusedFor = (problem: WitnessError['problem'], username: string) => (error: unknown) => error instanceof WitnessError && error.problem === problem && error.username === username
const sessions = async () => (await program.db.selectFrom('accounts_session').select('id').execute()).length
const restores = async () => (await owner.selectFrom('ledger_entry' as never).where('action' as never, '=', 'platform.restored' as never).selectAll().execute()).length

test('the second witness with an authenticator is asked for its code; a wrong one changes nothing', async () => {
  const officer = await signedIn('tochuc')
  secret = (await officer.send<{ secret: string }>('POST', 'totp')).reply.secret
  recovery.push(...(await officer.send<{ recoveryCodes: string[] }>('POST', 'totp/confirm', { code: codeAt(secret, clock.now) })).reply.recoveryCodes)
  const before = await sessions()
  await assert.rejects(confirm('quantri', 'tochuc', '000000'), refusedFor('wrong-code', 'tochuc'))
  assert.deepEqual(asked, ['tochuc'], 'the first has none and is not asked')
  await assert.rejects(confirm('quantri', 'tochuc', codeAt(secret, clock.now)), refusedFor('wrong-code', 'tochuc'), 'the code that confirmed the application was used')
  assert.equal(await sessions(), before)
  assert.equal(await restores(), 0)
})

test('with the code it is done: every session ends and the ledger says who confirmed', async () => {
  clock.now = new Date(clock.now.getTime() + 60_000)
  await confirm('quantri', 'tochuc', codeAt(secret, clock.now))
  assert.equal(await sessions(), 0)
  assert.equal(await restores(), 1)
})

test('a code and a recovery code confirm once each', async () => {
  await assert.rejects(confirm('quantri', 'tochuc', codeAt(secret, clock.now)), refusedFor('wrong-code', 'tochuc'))
  const [code = ''] = recovery
  await confirm('quantri', 'tochuc', code)
  await assert.rejects(confirm('quantri', 'tochuc', code), refusedFor('wrong-code', 'tochuc'))
  assert.equal(await restores(), 2)
})

test('one person twice, somebody without such a role and a wrong password are refused by name', async () => {
  await assert.rejects(confirm('quantri', 'quantri', ''), refusedFor('same-person', 'quantri'))
  await assert.rejects(confirm('quantri', 'congchuc1', ''), refusedFor('unknown', 'congchuc1'))
  await assert.rejects(confirmRestore(owner, [{ username: 'quantri', password: 'sai' }, { username: 'tochuc', password }], { keys, ask: () => Promise.resolve('') }, taken, clock.now), refusedFor('unknown', 'quantri'))
})
