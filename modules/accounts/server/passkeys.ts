import type { z } from 'zod'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { passkeyCreated, passkeyProof } from '../contract/shapes.ts'

/** Read only when a passkey is used: it brings 250 modules, a tenth of a start. */
const webauthn = () => import('@simplewebauthn/server')

// Ed25519, ES256, RS256: what authenticators make today and Node checks without experimental parts.
const algorithms = [-8, -7, -257]

/** The name browsers bind passkeys to; undefined for an address of numbers, which they refuse. */
export function relyingParty(origin: string): string | undefined {
  const { hostname, protocol } = new URL(origin)
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return undefined
  return protocol === 'https:' || hostname === 'localhost' ? hostname : undefined
}

function partyOrRefuse(origin: string): string {
  return relyingParty(origin) ?? refuse('accounts.passkey.no-domain')
}

/** What the browser makes a new passkey with. The person must prove themselves to it, so that it counts as two factors. */
export async function passkeyToMake(tx: Tx<'accounts'>, account: { readonly userId: string; readonly username: string; readonly name: string; readonly committee: string }, origin: string) {
  const party = partyOrRefuse(origin)
  const known = await tx.selectFrom('accounts_passkey').where('user_id', '=', account.userId).where('relying_party', '=', party).select(['id', 'transports']).execute()
  const { generateRegistrationOptions } = await webauthn()
  return generateRegistrationOptions({
    rpName: account.committee,
    rpID: party,
    userName: account.username,
    userID: new TextEncoder().encode(account.userId),
    userDisplayName: account.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps a new passkey that answers the challenge. */
export async function keepPasskey(tx: Tx<'accounts'>, userId: string, given: { readonly name: string; readonly created: z.output<typeof passkeyCreated>; readonly challenge: string }, origin: string, now: Date): Promise<void> {
  const party = partyOrRefuse(origin)
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response: { ...given.created, response: { ...given.created.response, transports: given.created.response.transports ?? [] } },
    expectedChallenge: given.challenge,
    expectedOrigin: origin,
    expectedRPID: party,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  if (!verified?.verified) refuse('accounts.passkey.wrong')
  const { credential } = verified.registrationInfo
  await tx
    .insertInto('accounts_passkey')
    .values({
      id: credential.id,
      user_id: userId,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      relying_party: party,
      name: given.name,
      created_at: now,
      used_at: null,
    })
    .execute()
}

/** What the browser asks any passkey of this address with. */
export async function passkeyToAsk(origin: string) {
  const party = partyOrRefuse(origin)
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({ rpID: party, userVerification: 'required' })
}

/** Whose passkey proved itself on this challenge; undefined when the proof does not hold. */
export async function passkeyOwner(tx: Tx<'accounts'>, proof: z.output<typeof passkeyProof>, challenge: string, origin: string, now: Date): Promise<string | undefined> {
  const party = partyOrRefuse(origin)
  const key = await tx.selectFrom('accounts_passkey').where('id', '=', proof.id).where('relying_party', '=', party).select(['user_id', 'public_key', 'counter']).forUpdate().executeTakeFirst()
  if (key === undefined) return undefined
  const { userHandle, ...answer } = proof.response
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response: { ...proof, response: { ...answer, ...(userHandle === undefined ? {} : { userHandle }) } },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: party,
    credential: { id: proof.id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  await tx.updateTable('accounts_passkey').set({ counter: verified.authenticationInfo.newCounter, used_at: now }).where('id', '=', proof.id).execute()
  return key.user_id
}
