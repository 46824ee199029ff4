import { z } from 'zod'

/** Shortest password accepted when one is chosen (mật khẩu). */
export const shortestPassword = 10

/** A login name (tên đăng nhập) as it is chosen: lower case, begins with a letter or digit. */
export const usernameShape = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{2,99}$/))

export const chosenPassword = z.string().min(shortestPassword).max(200)
export const givenPassword = z.string().min(1).max(200)

/** Refusals of whoever chooses a password. */
export const passwordFaults = ['accounts.password.common', 'accounts.password.personal', 'accounts.password.repetitive'] as const

/** Six digits of an authenticator application, or a recovery code; blanks do not count. */
export const givenCode = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().min(6).max(20))

const base64 = z.string().regex(/^[A-Za-z0-9_-]{1,20000}$/)

/** A new passkey as the browser hands it over. */
export const passkeyCreated = z.object({
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64, attestationObject: base64, transports: z.array(z.string().max(20)).max(10).optional() }),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()),
})

/** A proof by passkey as the browser hands it over. */
export const passkeyProof = z.object({
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64, authenticatorData: base64, signature: base64, userHandle: base64.optional() }),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()),
})

/** What the browser asks an authenticator with; made by the server, only passed on. */
export const passkeyQuestion = z.looseObject({ challenge: z.string() })
