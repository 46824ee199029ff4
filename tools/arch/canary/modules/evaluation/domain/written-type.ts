export type Known = import('../../../platform/db/db.ts').Db
