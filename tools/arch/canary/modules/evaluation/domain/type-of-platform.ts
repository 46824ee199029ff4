import type { Db } from '#platform/db/db.ts'

export type Known = Db
