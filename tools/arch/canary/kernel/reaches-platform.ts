import type { Db } from '#platform/db/db.ts'

export type Leak = Db
