import { existsSync, readFileSync } from 'node:fs'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { refuse } from '#kernel/refusal.ts'

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const loopback = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) return url
  context.addIssue({ code: 'custom', message: 'an https address is needed' })
  return z.NEVER
})

/** The file by which the administrator connects another sign-in (đăng nhập bằng hệ thống khác). Nobody enters addresses anywhere else. */
const configShape = z.strictObject({
  /** On the button: “Đăng nhập bằng …”. */
  label: z.string().min(1).max(60),
  issuer: origin,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scope: z.string().default('openid profile email'),
  /** The claim that names somebody, as the provider itself verified it. */
  claim: z.string().min(1),
  /** What the claim is compared with: the login name, or the person's code. */
  matches: z.enum(['username', 'person_code']),
  /** Values of `amr` that count as a second factor; none unless named. */
  secondFactor: z.array(z.string()).default([]),
  /** Further origins the provider answers from, beside the issuer's. */
  alsoAt: z.array(origin).default([]),
  /** The program's own address as browsers see it, when a proxy hides it. */
  address: origin.optional(),
})

export type ElsewhereConfig = z.output<typeof configShape>

/** Somebody the provider vouches for. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  /** The value of the chosen claim; undefined when it is missing, or an e-mail address nobody verified. */
  readonly claim: string | undefined
  readonly secondFactor: boolean
}

/** What must be remembered between leaving and coming back. */
export interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly address: string
}

/** Sign-in at an OpenID Connect provider. */
export interface Elsewhere {
  readonly label: string
  readonly matches: ElsewhereConfig['matches']
  /** Where to send the browser, and what to remember. Refuses when the provider does not answer. */
  leave(ownOrigin: string): Promise<{ address: string; journey: Journey }>
  /** Whom the provider vouches for, from the query it sent the browser back with. */
  comeBack(query: string, journey: Journey): Promise<Vouched>
}

/** Reads the administrator's file; null when there is none. Throws a ZodError that names what is wrong in it. */
export function readElsewhere(file: string): Elsewhere | null {
  return existsSync(file) ? createElsewhere(configShape.parse(JSON.parse(readFileSync(file, 'utf8')))) : null
}

const longestAnswer = 1024 * 1024
const patienceMs = 10_000
const returnPath = '/sign-in/return'

/** Connects the provider: code flow with PKCE, state and nonce, signatures checked; the documents are fetched at the first use. */
function createElsewhere(config: ElsewhereConfig): Elsewhere {
  let found: Promise<oidc.Configuration> | undefined
  const known = (): Promise<oidc.Configuration> => {
    found ??= discover(config)
    found.catch(() => (found = undefined))
    return found
  }
  return {
    label: config.label,
    matches: config.matches,
    async leave(ownOrigin) {
      const provider = await known().catch(() => refuse('accounts.elsewhere.silent'))
      const address = new URL(returnPath, config.address?.origin ?? ownOrigin).href
      const journey: Journey = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), address }
      const to = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: address,
        scope: config.scope,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      })
      return { address: to.href, journey }
    },
    async comeBack(query, journey) {
      const provider = await known().catch(() => refuse('accounts.elsewhere.silent'))
      const back = new URL(journey.address)
      back.search = query
      const tokens = await oidc
        .authorizationCodeGrant(provider, back, { expectedState: journey.state, expectedNonce: journey.nonce, pkceCodeVerifier: journey.verifier, idTokenExpected: true })
        .catch(() => refuse('accounts.elsewhere.refused'))
      const claims = tokens.claims()
      if (claims === undefined) refuse('accounts.elsewhere.refused')
      const value = claims[config.claim]
      const verified = config.claim !== 'email' || claims['email_verified'] === true
      const methods = Array.isArray(claims['amr']) ? claims['amr'] : []
      return {
        issuer: claims.iss,
        subject: claims.sub,
        claim: typeof value === 'string' && value !== '' && verified ? value : undefined,
        secondFactor: config.secondFactor.some((method) => methods.includes(method)),
      }
    },
  }
}

async function discover(config: ElsewhereConfig): Promise<oidc.Configuration> {
  const fetchOnly = onlyFrom([config.issuer, ...config.alsoAt].map((url) => url.origin))
  const plain = config.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const provider = await oidc.discovery(config.issuer, config.clientId, undefined, config.clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(config.clientSecret), {
    [oidc.customFetch]: fetchOnly,
    execute: [...plain, oidc.enableNonRepudiationChecks],
  })
  provider[oidc.customFetch] = fetchOnly
  return provider
}

/** Fetches from the named origins only, follows nothing, waits and reads within limits: the documents of a provider lead nowhere else. */
function onlyFrom(origins: readonly string[]): oidc.CustomFetch {
  return async (address, options) => {
    if (!origins.includes(new URL(address).origin)) throw new Error(`the provider names an address that is not configured: ${new URL(address).origin}`)
    const { body, ...rest } = options
    const answer = await fetch(address, { ...rest, ...(body === undefined ? {} : { body: body as string }), redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    return new Response(await limited(answer), { status: answer.status, headers: answer.headers })
  }
}

async function limited(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (answer.body === null) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.byteLength
    if (size > longestAnswer) throw new Error('the provider’s answer is too long')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
