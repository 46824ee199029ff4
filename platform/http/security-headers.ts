// Everything comes from our own files; the screens write no style element (ui/theme-provider.tsx).
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** What every answer tells the browser, whatever it answers. */
export const onEveryReply = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': contentSecurityPolicy,
} as const

/** The same, and over HTTPS that the browser stays with it for a year. */
export function securityHeaders(protocol: string): Readonly<Record<string, string>> {
  return protocol === 'https' ? { ...onEveryReply, 'strict-transport-security': 'max-age=31536000' } : onEveryReply
}
