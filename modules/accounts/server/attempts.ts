import { sql, type Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { refuse } from '#kernel/refusal.ts'
import { accountDelay, codeDelay, placeDelay, placeOf, type DelayRule } from '../domain/attempt-delay.ts'
import { tokenHash } from './keys.ts'

/** Who tries to sign in, as far as it is known before it succeeds. */
export interface Attempt {
  readonly username: string
  readonly source: string
  /** The device has signed in to this account before: what strangers do does not slow it down. */
  readonly deviceId: string | undefined
}

interface Counter {
  readonly key: string
  readonly rule: DelayRule
}

/** Counters of an attempt. A stranger is counted by place, a known device only by itself. */
function countersOf(attempt: Attempt, kind: 'password' | 'code'): Counter[] {
  const { username, source, deviceId } = attempt
  const key = (...parts: string[]): string => tokenHash(parts.join('\n'))
  if (deviceId !== undefined) return [{ key: key(kind, 'device', username, deviceId), rule: accountDelay }]
  const place = placeOf(source)
  const own = { key: key(kind, 'account', username, place), rule: accountDelay }
  return kind === 'code' ? [own, { key: key('codes', username), rule: codeDelay }] : [own, { key: key('place', place), rule: placeDelay }]
}

/**
 * Counts an attempt as failed before it is judged, so that many at once are not judged for the price of one. Refuses
 * while an earlier failure still delays. State is in the database: it holds for every server.
 */
export async function beginAttempt(db: Kysely<Owned<'accounts'>>, attempt: Attempt, kind: 'password' | 'code', now: Date): Promise<void> {
  for (const { key, rule } of countersOf(attempt, kind)) {
    const counted = await sql`
      insert into accounts_attempt as a (key, failures, last_at, until) values (${key}, 1, ${now}, ${now})
      on conflict (key) do update set
        failures = ${nextCount(rule, now)},
        last_at = ${now},
        until = ${now}::timestamptz + make_interval(secs => ${waitFor(nextCount(rule, now), rule)})
      where a.until <= ${now} or a.until <= a.last_at or ${beforeSetBack(now)}
      returning a.failures`.execute(db)
    if (counted.rows.length > 0) continue
    const found = await db.selectFrom('accounts_attempt').where('key', '=', key).select('until').executeTakeFirst()
    const seconds = Math.max(1, Math.ceil(((found?.until.getTime() ?? now.getTime()) - now.getTime()) / 1000))
    refuse('accounts.sign-in.too-many-attempts', { seconds, minutes: Math.ceil(seconds / 60) })
  }
}

/** Whether the last attempt was before the clock was set back; servers' clocks may differ by some minutes. */
function beforeSetBack(now: Date) {
  return sql`a.last_at > ${now}::timestamptz + interval '5 minutes'`
}

/** The count after one more failure; long ago, or before the clock was set back, is forgotten. */
function nextCount(rule: DelayRule, now: Date) {
  return sql`case when a.last_at < ${now}::timestamptz - make_interval(secs => ${rule.forgottenAfterSeconds}) or ${beforeSetBack(now)} then 1 else a.failures + 1 end`
}

/** `waitAfter` of the domain, for the count the statement has just made. */
function waitFor(count: ReturnType<typeof nextCount>, rule: DelayRule) {
  return sql`case when ${count} <= ${rule.free}::int then 0 else least(${rule.longestSeconds}::float8, ${rule.firstSeconds}::float8 * 2 ^ least(${count} - ${rule.free}::int - 1, 30)) end`
}

/** Takes a successful attempt back; what is older than a day goes with it. */
export async function attemptSucceeded(db: Kysely<Owned<'accounts'>>, attempt: Attempt, kind: 'password' | 'code', now: Date): Promise<void> {
  const [own, shared] = countersOf(attempt, kind)
  if (own !== undefined) await db.deleteFrom('accounts_attempt').where('key', '=', own.key).execute()
  if (shared !== undefined) {
    await sql`update accounts_attempt set failures = greatest(failures - 1, 0), until = least(until, ${now}) where key = ${shared.key}`.execute(db)
  }
  await db.deleteFrom('accounts_attempt').where('last_at', '<', new Date(now.getTime() - 86_400_000)).execute()
}
