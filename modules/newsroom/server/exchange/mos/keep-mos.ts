import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { asId, type TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import type { Services } from '#platform/http/serve.ts'
import { orderChanges, planOfRundown, roDelete, wholeOrder, type MosPlan } from '../../../domain/exchange/mos/index.ts'
import type { XmlElement } from '../../../domain/exchange/xml.ts'
import { createMosClient, type MosClient, type MosPatience } from './mos-client.ts'
import type { MosPeer } from './peer-settings.ts'
import { sentRundowns } from './sent-rundowns.ts'

/** What following rundowns needs. */
export type FollowedBy = Pick<Services, 'db' | 'clock'>

/** What a device has, by rundown; a rundown it refused waits until it is another one. */
interface Known {
  readonly tenantId: TenantId
  readonly plan: MosPlan
  readonly taken: boolean
}

const look = 2000

/** A line to one device, and what it has. */
export interface MosMirror {
  /** Looks once at every rundown and sends what changed. */
  lookOnce(): Promise<void>
  close(): Promise<void>
}

/** Brings a device what rundowns say, look by look. What the device refuses, it is given whole; what it then refuses again, it hears of no more until it changes. */
export function createMosMirror({ db, clock }: FollowedBy, peer: MosPeer, problem: (error: unknown) => void, patience: Partial<MosPatience> = {}): MosMirror {
  const client = createMosClient(peer, patience)
  const devices = { films: peer.mosId, graphics: peer.mosId }
  const known = new Map<string, Known>()

  const note = (tenantId: TenantId, id: string, messages: number, refused: number): Promise<void> =>
    inTenant(db, tenantId, 'write', (tx) =>
      writeLedger(tx, { tenantId, actor: null, now: clock(), entryId: uuidv7(), request: null }, { action: 'newsroom.rundown.sent', subject: { kind: 'rundown', id }, data: { device: peer.mosId, messages, refused } }, undefined),
    )
  const bring = async (tenantId: TenantId, plan: MosPlan): Promise<void> => {
    const { id } = plan.order
    const had = known.get(id)
    const messages = had === undefined ? wholeOrder(plan) : had.taken ? orderChanges(had.plan, plan) : alike(had.plan, plan) ? [] : wholeOrder(plan, true)
    if (messages.length === 0) return
    let refusal = await sendAll(client, messages)
    // It has another order under this id, as after a start of this program, or has lost a part of it.
    if (refusal !== null) refusal = await sendAll(client, wholeOrder(plan, true))
    known.set(id, { tenantId, plan, taken: refusal === null })
    if (refusal !== null) problem(new Error(`MOS: ${peer.mosId} refuses ${refusal}`))
    await note(tenantId, id, messages.length, refusal === null ? 0 : 1)
  }
  return {
    async lookOnce() {
      const tenants = (await readerOf(db).selectFrom('tenant').select('id').execute()).map(({ id }) => asId<'tenant'>(id))
      const wanted = new Set<string>()
      for (const tenantId of tenants) {
        const rundowns = await inTenant(db, tenantId, 'read', (tx) => sentRundowns(readerOf(tx), tenantId, new Set(known.keys()), clock()))
        for (const rundown of rundowns) {
          wanted.add(rundown.id)
          await bring(tenantId, planOfRundown(rundown, devices))
        }
      }
      for (const [id, { tenantId, taken }] of known) {
        if (wanted.has(id)) continue
        if (taken) await client.send(roDelete(id))
        known.delete(id)
        await note(tenantId, id, 1, 0)
      }
    },
    close: () => client.close(),
  }
}

/** Sends messages one by one until one is refused, and says which. */
async function sendAll(client: MosClient, messages: readonly XmlElement[]): Promise<string | null> {
  for (const message of messages) {
    const answer = await client.send(message)
    if (!answer.ok) return `${message.name}: ${answer.status}`
  }
  return null
}

function alike(one: MosPlan, other: MosPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Keeps a device up to date with the rundowns until stopped. */
export function keepMos(kept: FollowedBy, peer: MosPeer, problem: (error: unknown) => void): { stop(): Promise<void> } {
  const mirror = createMosMirror(kept, peer, problem)
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await mirror.lookOnce().catch((error: unknown) => stopping.signal.aborted || problem(error))
      await sleep(look, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await mirror.close()
      await running
    },
  }
}
