import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { buildWeb } from '#apps/server/build-web.ts'
import { compose, type Program } from '#apps/server/compose.ts'
import { sampleDatabase, testDatabase } from '#tests/setup/test-database.ts'

/** The real program on a free loopback port, over a database of this file's own. */
export interface RunningProgram {
  readonly program: Program
  readonly address: string
  /** The only clock of the program; a journey moves it from day to day. */
  readonly clock: { now: Date }
}

const root = path.join(import.meta.dirname, '../../..')

/** Starts it with the screens built from today's sources, empty or with the sample; ended and cleared away after the file. */
export async function startedForJourney(meta: Pick<ImportMeta, 'filename'>, now: string, holding: 'nothing' | 'sample' = 'nothing'): Promise<RunningProgram> {
  const database = await (holding === 'sample' ? sampleDatabase(meta, new Date(now)) : testDatabase(meta))
  const webDir = await buildWeb(root, () => undefined)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-journey-'))
  const clock = { now: new Date(now) }
  const program = await compose({ database: { url: database.ownerUrl }, dataDir, secret: randomUUID(), clock: () => clock.now, log: 'warn', webDir })
  after(async () => {
    // A browser's spare connection, opened and not yet used, counts as busy until it is a minute old.
    program.app.server.closeAllConnections()
    await program.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const address = await program.app.listen({ host: '127.0.0.1', port: 0 })
  return { program, address, clock }
}
