import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { compose, type Program } from '#apps/server/compose.ts'
import { samplePassword } from '#apps/server/sample.ts'
import { sampleDatabase, testDatabase } from './test-database.ts'

export interface Sent<Reply = Record<string, unknown>> {
  readonly status: number
  readonly code: string | undefined
  readonly reply: Reply
  readonly setCookies: readonly string[]
}

interface SendOptions {
  readonly source?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT'
type Send = <Reply = Record<string, unknown>>(method: Method, path: string, body?: unknown, options?: SendOptions) => Promise<Sent<Reply>>

/** A browser of the tests: keeps cookies, nothing else. */
export interface TestVisitor {
  send: Send
  cookies(): readonly (readonly [string, string])[]
  put(name: string, value: string): void
}

/** The whole program with the sample loaded, without a socket, and with browsers that only keep cookies. */
export interface AccountsProgram {
  readonly program: Program
  readonly clock: { now: Date }
  readonly password: string
  readonly ownerUrl: string
  /** Sends without any cookie of its own. Paths are below `/api/accounts/` unless they begin with a slash. */
  readonly send: Send
  browser(): TestVisitor
  /** A browser in which somebody of the sample is signed in. */
  signedIn(username: string, password?: string): Promise<TestVisitor>
}

/** Starts it; `oidc` is the administrator's file for another sign-in, `proxies` whose word on the caller is taken. */
export async function accountsProgram(meta: Pick<ImportMeta, 'filename'>, options: { readonly now?: Date; readonly oidc?: unknown; readonly sample?: boolean; readonly proxies?: readonly string[] } = {}): Promise<AccountsProgram> {
  const clock = { now: options.now ?? new Date('2026-11-23T02:00:00Z') }
  const database = await (options.sample === false ? testDatabase(meta) : sampleDatabase(meta, clock.now))
  const dataDir = await mkdtemp(join(tmpdir(), 'thuocdo-test-'))
  if (options.oidc !== undefined) await writeFile(join(dataDir, 'oidc.json'), JSON.stringify(options.oidc))
  const program = await compose({ database: { url: database.ownerUrl }, dataDir, secret: 'a'.repeat(43), clock: () => clock.now, log: false, webDir: null, connections: 6, proxies: options.proxies ?? [] })
  after(async () => {
    await program.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const send: Send = async <Reply>(method: Method, path: string, body?: unknown, { source, cookie, headers = {} }: SendOptions = {}) => {
    const answer = await program.app.inject({
      method,
      url: path.startsWith('/') ? path : `/api/accounts/${path}`,
      ...(source === undefined ? {} : { remoteAddress: source }),
      headers: { 'x-request-id': randomUUID(), ...(cookie === undefined ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    const reply = (isJson ? answer.json() : {}) as Reply & { error?: { code: string } }
    return { status: answer.statusCode, code: reply.error?.code, reply, setCookies: [answer.headers['set-cookie'] ?? []].flat() }
  }
  const browser = (): TestVisitor => {
    const jar = new Map<string, string>()
    return {
      async send<Reply>(method: Method, path: string, body?: unknown, given: SendOptions = {}) {
        const sent = await send<Reply>(method, path, body, { ...given, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
        for (const line of sent.setCookies) {
          const [pair = '', ...rest] = line.split(';')
          const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
          if (rest.some((part) => part.trim() === 'Max-Age=0')) jar.delete(name)
          else jar.set(name, value)
        }
        return sent
      },
      cookies: () => [...jar],
      put: (name, value) => void jar.set(name, value),
    }
  }
  return {
    program,
    clock,
    password: samplePassword,
    ownerUrl: database.ownerUrl,
    send,
    browser,
    async signedIn(username, password = samplePassword) {
      const visitor = browser()
      const { status, code } = await visitor.send('POST', 'sign-in', { username, password })
      if (status !== 200) throw new Error(`${username} could not sign in: ${code}`)
      return visitor
    },
  }
}

/** The code an authenticator application shows at a moment. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
}
