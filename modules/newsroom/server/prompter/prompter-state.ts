import type { z } from 'zod'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { prompterState } from '../../contract/prompter-routes.ts'
import { usualSpeed } from '../../domain/prompter/state.ts'
import type { RundownId } from '../rundown/rundown-row.ts'

/** Where the prompters of a rundown are. */
export type PrompterState = z.output<typeof prompterState>

/** Before anybody gave an order. */
export const atRest: PrompterState = { orders: 0, jumps: 0, orderedBy: null, running: false, speed: usualSpeed, at: null, leader: null }

/** A silent leader is followed for so long; then another may lead. */
export const leaderMs = 3000
/** When nobody has been heard for so long, nothing runs any more: a screen opened next day stands still. */
const runningMs = 10_000

export const prompterColumns = ['orders', 'jumps', 'ordered_by', 'running', 'speed', 'place_id', 'word', 'leader'] as const

interface Stored {
  readonly orders: number
  readonly jumps: number
  readonly ordered_by: string | null
  readonly running: boolean
  readonly speed: number
  readonly place_id: string | null
  readonly word: number
  readonly leader: string | null
}

/** A stored row as screens hear it. */
export function stateOf({ orders, jumps, ordered_by: orderedBy, running, speed, place_id: placeId, word, leader }: Stored): PrompterState {
  return { orders, jumps, orderedBy, running, speed, at: placeId === null ? null : { placeId, word }, leader }
}

/** How the prompters of rundowns stand, those that were ever used. */
export async function readPrompters(read: Reader, tenantId: TenantId, ids: readonly RundownId[], now: Date): Promise<Map<RundownId, PrompterState>> {
  const rows = await read.selectFrom('newsroom_prompter').where('tenant_id', '=', tenantId).where('rundown_id', 'in', [...ids]).select(['rundown_id', 'heard_at', ...prompterColumns]).execute()
  return new Map(rows.map((row) => [row.rundown_id as RundownId, stateOf({ ...row, running: row.running && now.getTime() - row.heard_at.getTime() < runningMs })]))
}
