import { call, RefusedError } from '#platform/web/client.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { accountsRoutes } from '../contract/routes.ts'

type Proof = InputOf<typeof accountsRoutes.signInWithPasskey>['body']['proof']
type Created = InputOf<typeof accountsRoutes.addPasskey>['body']['created']

/** Whether this browser can use passkeys at this address at all. */
export function passkeysWork(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname)
}

/** The person gave up, waited too long, or the authenticator said no: the browser does not tell which. */
export class PasskeyFailed extends Error {}

/** Lets any passkey of this address prove its owner. */
export async function provePasskey(): Promise<Proof> {
  const { question } = await call(accountsRoutes.askPasskey, {})
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return asFailure(() => startAuthentication({ optionsJSON: question as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'] })) as unknown as Promise<Proof>
}

/** Makes a new passkey for the account signed in. */
export async function makePasskey(): Promise<Created> {
  const { question } = await call(accountsRoutes.startPasskey, {})
  const { startRegistration } = await import('@simplewebauthn/browser')
  return asFailure(() => startRegistration({ optionsJSON: question as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] })) as unknown as Promise<Created>
}

async function asFailure<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony()
  } catch (error) {
    if (error instanceof RefusedError) throw error
    throw new PasskeyFailed(String(error))
  }
}
