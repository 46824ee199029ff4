import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

/** What the database calls the rule it breaks for us. */
const undone = 'undone_by_the_test'

/**
 * From now on every act of the program is done up to its entry in the ledger, which is its last statement, and then
 * undone with it: what may be done is seen, and nothing changes. Reads go on; of their entries none bears the id of a request.
 */
export async function undoCommands(database: TestDatabase): Promise<void> {
  await asOwner(
    database,
    `drop trigger if exists ${undone} on ledger_entry;
    create or replace function ${undone}() returns trigger language plpgsql as $$
      begin raise exception 'undone' using errcode = 'unique_violation', constraint = '${undone}'; end $$;
    create trigger ${undone} before insert on ledger_entry for each row when (new.request_id is not null) execute function ${undone}()`,
  )
}

/** Acts stay done again. */
export async function keepCommands(database: TestDatabase): Promise<void> {
  await asOwner(database, `drop trigger if exists ${undone} on ledger_entry`)
}

async function asOwner(database: TestDatabase, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** Whether an answer is a success, undone or not. */
export function wasDone(answer: { readonly statusCode: number; readonly body: string }): boolean {
  return answer.statusCode < 300 || (answer.statusCode === 409 && answer.body.includes(undone))
}
