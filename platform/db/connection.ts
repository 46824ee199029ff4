import pg from 'pg'
import type { DatabaseAddress } from './pool.ts'

// Upgrades and backups wait for a machine that is slow at its start; nobody waits at a screen for them.
const patienceMs = 60_000

/** One connection outside any pool, as whoever the address names; `name` is what the server shows of it. The caller ends it. */
export async function connect(address: DatabaseAddress, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...('url' in address ? { connectionString: address.url } : address), application_name: name, connectionTimeoutMillis: patienceMs })
  await client.connect()
  return client
}

/** Works on one connection of its own and ends it. */
export async function withConnection<T>(address: DatabaseAddress, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(address, name)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
