/**
 * Over HTTPS the program's cookies bear the prefix by which a browser lets nobody but this very host, over HTTPS, set
 * them (RFC 6265bis, 4.1.3); its code knows them by their plain names. Over plain HTTP browsers refuse such names.
 */
const prefix = '__Host-'

/** A `Set-Cookie` value as it goes out over HTTPS. */
export function guardedCookie(line: string): string {
  return `${prefix}${line}${/; Secure(;|$)/.test(line) ? '' : '; Secure'}`
}

/** The Cookie header of a request over HTTPS by plain names: what came without the prefix may be another host's and is left out. */
export function guardedCookies(header: string): string {
  const parts = header.split(';').map((part) => part.trim())
  return parts.flatMap((part) => (part.startsWith(prefix) ? [part.slice(prefix.length)] : [])).join('; ')
}
