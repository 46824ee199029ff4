import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import type { TransitionTable } from '#kernel/transition.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'

/** Statuses of a version of a body's own rulebook (bản bộ quy định của cơ quan). */
export const editionStatuses = ['draft', 'issued', 'retired'] as const
export type EditionStatus = (typeof editionStatuses)[number]

export const editionActs = ['edit', 'issue', 'retire'] as const
export type EditionAct = (typeof editionActs)[number]
export type EditionRight = 'evaluation:rulebooks' | 'evaluation:issue'

/** Only a draft is edited; what is issued is offered to campaigns until it is retired, and is never edited again. */
export const editionTransitions = {
  edit: { from: ['draft'], to: 'draft', by: 'evaluation:rulebooks' },
  issue: { from: ['draft'], to: 'issued', by: 'evaluation:issue' },
  retire: { from: ['issued'], to: 'retired', by: 'evaluation:issue' },
} as const satisfies TransitionTable<EditionAct, EditionStatus, EditionRight>

/** Whether the actor holds a right over the whole body: everywhere, or over the unit at its top. */
export function holdsOverBody(actor: Actor, permission: Permission, tops: ReadonlySet<UnitId>): boolean {
  const scope = scopeOf(actor, permission)
  return scope === null || scope.some((unit) => tops.has(unit))
}

/** An id for a new rulebook from its title: `Quy định đánh giá xã A` → `quy-dinh-danh-gia-xa-a`, with a number while that is taken. */
export function rulebookIdOf(title: string, taken: ReadonlySet<string>): string {
  const words = foldVietnamese(title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  const base = words.slice(0, 40).replace(/-+$/, '') || 'bo-quy-dinh'
  const start = base.length < 2 ? `${base}-rieng` : base
  let id = start
  for (let number = 2; taken.has(id); number += 1) id = `${start}-${number}`
  return id
}
