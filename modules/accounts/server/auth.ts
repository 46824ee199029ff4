import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import { hashPassword, verifyPassword } from './password.ts'

/** Name of the session cookie. */
export const sessionCookie = 'thuocdo.session_token'

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

const sessionSeconds = 12 * 3600

/**
 * Credentials and sessions, kept by the accounts library on our own tables. It knows no rights. A session ends by the
 * program's clock, which is also the one that asks whether it has ended.
 */
export function createAuth(db: Kysely<Owned<'accounts'>>, secret: string, clock: () => Date) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: false,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { modelName: 'accounts_session', expiresIn: sessionSeconds, updateAge: 3600, fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...dates } },
    databaseHooks: { session: { create: { before: (session) => Promise.resolve({ data: { ...session, expiresAt: new Date(clock().getTime() + sessionSeconds * 1000) } }) } } },
    user: {
      modelName: 'accounts_user',
      fields: { emailVerified: 'email_verified', ...dates },
      additionalFields: {
        tenantId: { type: 'string', required: true, fieldName: 'tenant_id', input: true },
        personId: { type: 'string', required: false, fieldName: 'person_id', input: true },
      },
    },
    account: {
      modelName: 'accounts_credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
    },
    verification: { modelName: 'accounts_verification', fields: { expiresAt: 'expires_at', ...dates } },
    advanced: {
      cookiePrefix: 'thuocdo',
      useSecureCookies: false,
      database: { generateId: () => uuidv7() },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [username({ maxUsernameLength: 100, usernameValidator: () => true, schema: { user: { fields: { displayUsername: 'display_username' } } } })],
  })
}

export type Auth = ReturnType<typeof createAuth>
