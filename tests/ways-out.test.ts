import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { accountsProgram } from './setup/accounts-program.ts'
import { sourceFiles } from '../tools/run-tests.ts'

const root = path.join(import.meta.dirname, '..')
/** Code that runs on the server: what the screens are made of stays in the browser. */
const served = sourceFiles().filter((file) => /^(apps\/(server|cli)|bin|kernel|platform(?!\/web\/)|modules\/[^/]+\/(server|domain|contract|sample))\//.test(file))
const shown = sourceFiles().filter((file) => /^(apps\/web|ui|platform\/web|modules\/[^/]+\/web)\//.test(file))
const using = (files: readonly string[], sign: RegExp): string[] => files.filter((file) => sign.test(readFileSync(path.join(root, file), 'utf8')))

test('five places call other machines, each to what the administrator’s own files and environment name', () => {
  assert.ok(served.length > 300)
  const callers = using(served, /\bfetch\(|\.request\(url|\bnet\.connect\(|\bcreateConnection\(|^import [^;]*\bconnect\b[^;]*from 'node:net'|from '(undici|axios|got|node-fetch|nodemailer|ws|@aws-sdk\/[a-z0-9-]+)'|from 'openid-client'/m)
  assert.deepEqual(callers, [
    'modules/accounts/server/elsewhere.ts',
    // A playout device, a store of films and a virus scanner, where the station has set one.
    'modules/newsroom/server/exchange/mos/mos-client.ts',
    'platform/audit/ask-timestamp.ts',
    'platform/media-store/bucket-place.ts',
    'platform/media-store/scan.ts',
  ])
  assert.deepEqual(using(served, /from 'node:(dgram|http2|tls)'/), [])
})

test('programs are started by the start itself, for the database and the screens, and for films by a job, never for a request', () => {
  const starters = using(served, /from 'node:child_process'/)
  assert.deepEqual(starters.filter((file) => !/^(bin\/(run|set-up)\.mjs|apps\/server\/build-web\.ts|platform\/postgres\/[a-z-]+\.ts|platform\/media-store\/(make-preview|scan)\.ts)$/.test(file)), [])
  assert.deepEqual(using(starters, /\bexec\(|execSync\(|shell: true/), [], 'and not through a shell that reads text')
})

test('no text is run as code, on the server or in a page', () => {
  assert.deepEqual(using([...served, ...shown], /\beval\(|new Function\(|setTimeout\(['"`]|dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write|srcdoc/), [])
  assert.deepEqual(using(served, /from 'node:vm'/), ['platform/documents/release-documents.ts'])
  assert.deepEqual([...readFileSync(path.join(root, 'platform/documents/release-documents.ts'), 'utf8').matchAll(/runInNewContext\(([^)]*)\)/g)].map(([, given]) => given), ["'gc'"])
})

test('an address somebody types is kept and shown, and nobody calls it', async () => {
  const { signedIn, send } = await accountsProgram(import.meta)
  let called = 0
  const listener = createServer((socket) => {
    called += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
  try {
    const head = await signedIn('truongphong')
    const { reply } = await head.send<{ items: { id: string; status: string }[] }>('GET', '/api/evaluation/tasks?limit=200')
    const task = reply.items.find(({ status }) => status === 'open')?.id ?? assert.fail('no task')
    const linked = await head.send('POST', `/api/evaluation/tasks/${task}/evidence/links`, { name: 'Văn bản', address })
    assert.equal(linked.status, 200, JSON.stringify(linked.reply))
    await send('POST', 'elsewhere/return', { query: `?iss=${encodeURIComponent(address)}&code=x&state=y` })
    await send('POST', 'elsewhere', undefined, { headers: { host: new URL(address).host, 'x-forwarded-host': new URL(address).host, origin: address } })
    await send('POST', 'sign-in', { username: address, password: address })
    // Whatever was begun has had its turns of the loop by the time another request is answered.
    await send('GET', '/readyz')
    assert.equal(called, 0)
  } finally {
    listener.close()
  }
})
