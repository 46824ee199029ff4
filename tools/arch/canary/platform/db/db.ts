import type { Kysely } from 'kysely'

export type Db = Kysely<unknown>
export const connect = (): Db | undefined => undefined
