import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { shippedRulebookSource, shippedRulebooks } from '../rulebook/rulebook-library.ts'
import { loadEdition, loadEditions, requireRight, textOf, type Edition } from './edition-row.ts'
import { inWorker, namingTooLong } from './in-worker.ts'

type Choice = z.input<typeof editionRoutes.compareEdition.reply>['choices'][number]

/** What a version changes, in words, against the one in force or another that the reader names. */
export const compareEdition = query(editionRoutes.compareEdition, async ({ params, query: asked, actor, read, today }) => {
  const { tenantId } = actor
  await requireRight(actor, read, today, 'evaluation:rulebooks', 'evaluation:issue')
  const edition = await loadEdition(read, tenantId, params.editionId)
  const others = (await loadEditions(read, tenantId)).filter((each) => each.status !== 'draft' && each.id !== edition.id)
  const usual = usualChoice(edition, others, today)
  const choices: Choice[] = [
    ...others.map((each): Choice => ({ value: `edition:${each.id}`, id: each.rulebookId, version: String(each.number), name: each.name, documentNumber: each.documentNumber, inForce: each === usual })),
    ...shippedRulebooks().map((each): Choice => ({ value: `shipped:${each.id}`, id: each.id, version: String(each.version), name: each.title, documentNumber: each.document.number, inForce: false })),
  ]
  const against = asked.against ?? (usual === undefined ? `shipped:${edition.basis.id}` : `edition:${usual.id}`)
  if (!choices.some((choice) => choice.value === against)) refuse('platform.not-found')
  const other = others.find((each) => `edition:${each.id}` === against)
  const before = other === undefined ? shippedRulebookSource(against.slice('shipped:'.length)) : await textOf(read, tenantId, other)
  if (before === null) refuse('platform.not-found')
  const { problems, changes } = await namingTooLong(inWorker('changes', { before, after: await textOf(read, tenantId, edition) }), (faults) => ({ problems: faults, changes: [] }))
  return { against, choices, problems: [...problems], changes: [...changes] }
})

/** The issued version of the same rulebook in force today, else the newest before this one; none for a new rulebook. */
function usualChoice(edition: Edition, others: readonly Edition[], today: CalendarDate): Edition | undefined {
  const own = others.filter((each) => each.rulebookId === edition.rulebookId)
  const inForce = own.find((each) => each.status === 'issued' && each.validFrom !== null && each.validFrom <= today && (each.validTo === null || today <= each.validTo))
  return inForce ?? own.find((each) => each.number < edition.number)
}
