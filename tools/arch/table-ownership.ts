/**
 * Sins against table ownership, planted for the type checker; never run. `@ts-expect-error` breaks the build as soon
 * as one of them compiles.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { evaluationRoutes } from '#modules/evaluation/contract/routes.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { command, type CommandContext } from '#platform/http/handler.ts'

type Context = CommandContext<(typeof evaluationRoutes)['respond']>

/** Clean: own tables and shared ones are written, everything is read, the whole database may be handed down. */
export function clean({ tx, read }: Context, whole: Kysely<Database>): readonly unknown[] {
  const own: Tx<'organisation'> = whole
  return [
    own,
    tx.deleteFrom('evaluation_task'),
    tx.deleteFrom('stored_file'),
    read.selectFrom('evaluation_task as t').innerJoin('organisation_unit as u', 'u.id', 't.unit_id').select('u.id'),
  ]
}

/** What must not compile. */
export function refused({ tx, read }: Context, organisation: Tx<'organisation'>): readonly unknown[] {
  return [
    // @ts-expect-error another module's table
    tx.insertInto('organisation_unit'),
    // @ts-expect-error another module's table
    tx.updateTable('organisation_unit'),
    // @ts-expect-error another module's table
    tx.deleteFrom('organisation_unit'),
    // @ts-expect-error a table that another module shares
    tx.deleteFrom('tenant'),
    // @ts-expect-error the ledger is the wrapper's
    tx.insertInto('ledger_entry'),
    // @ts-expect-error a reader writes nothing
    read.insertInto('evaluation_task').values({}),
    // @ts-expect-error another module's transaction
    tx satisfies Tx<'organisation'>,
    // @ts-expect-error another module's transaction
    organisation satisfies Tx<'evaluation'>,
    // @ts-expect-error a transaction is handed down as a reader by readerOf only
    tx satisfies Reader,
  ]
}

/** The contract's path decides the module, not the folder of the handler. */
export const stray = command(evaluationRoutes.respond, ({ tx }) => {
  // @ts-expect-error another module's table
  void tx.deleteFrom('organisation_holding')
  return Promise.reject(new Error('never run'))
})
