import { tokenHash } from './keys.ts'

/** Name of the session cookie. */
export const sessionCookie = 'thuocdo.session_token'
/** Between a right password and the second factor. */
export const challengeCookie = 'thuocdo.challenge'
/** Between the question to a passkey and its proof. */
export const passkeyCookie = 'thuocdo.passkey'
/** Between leaving for the provider of another sign-in and coming back. */
export const elsewhereCookie = 'thuocdo.elsewhere'

/** Name of the cookie by which a device is known to have signed in to an account before. */
export function deviceCookie(username: string): string {
  return `thuocdo.device.${tokenHash(username).slice(0, 16)}`
}

interface CookieOptions {
  readonly seconds: number
  /** Only over https, where the request came that way. */
  readonly secure: boolean
}

/** A `Set-Cookie` value no script can read. */
export function setCookie(name: string, value: string, { seconds, secure }: CookieOptions): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** A `Set-Cookie` value that takes a cookie away. */
export function dropCookie(name: string): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
}

/** The value of a cookie in a Cookie header, if it looks like one of ours. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    const value = part.slice(at + 1).trim()
    return /^[A-Za-z0-9_.-]{16,300}$/.test(value) ? value : undefined
  }
  return undefined
}
