import { v7 as uuidv7 } from 'uuid'
import { deviceCookie, readCookie, setCookie } from './cookies.ts'
import type { Keys } from './keys.ts'

const days = 180

/** The id of a device that signed in to this account before, from its signed cookie. */
export function knownDevice(keys: Keys, cookies: string | null, username: string, now: Date): string | undefined {
  const [id, issued, signature] = readCookie(cookies, deviceCookie(username))?.split('.') ?? []
  if (id === undefined || issued === undefined || signature === undefined) return undefined
  if (!keys.isSigned(signed(username, id, issued), signature)) return undefined
  return Number(issued) > now.getTime() / 1000 - days * 86_400 ? id : undefined
}

/** The cookie that makes the device known from here on; an id it has already is kept. */
export function knowDevice(keys: Keys, username: string, known: string | undefined, now: Date, secure: boolean): string {
  const id = known ?? uuidv7()
  const issued = String(Math.floor(now.getTime() / 1000))
  return setCookie(deviceCookie(username), `${id}.${issued}.${keys.sign(signed(username, id, issued))}`, { seconds: days * 86_400, secure })
}

function signed(username: string, id: string, issued: string): string {
  return `device\n${username}\n${id}\n${issued}`
}
