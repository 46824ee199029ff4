import { addDays } from '#kernel/calendar-date.ts'
import type { CatalogueId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import { command, type CommandContext } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { requireGroups, requireHeadFits } from '../../domain/catalogue.ts'
import { requireManagesCatalogue } from './catalogue-rights.ts'
import { allCatalogues, groupUses, lockCatalogue, type Catalogue } from './catalogue-rows.ts'

type Context = CommandContext<typeof catalogueRoutes.saveCatalogue>

/** Issues a catalogue (article 13.2) or changes the head of a known one. A new one ends the one before it. */
export const saveCatalogue = command(catalogueRoutes.saveCatalogue, async (context) => {
  const { body, actor, read, today } = context
  await requireManagesCatalogue(read, actor, today)
  requireGroups(body.groups)
  return body.id === null ? issue(context) : change(context, body.id)
})

async function issue({ body, actor, tx, read, newId, record }: Context): Promise<{ id: CatalogueId; version: number }> {
  const id = newId<'catalogue'>()
  const before = (await allCatalogues(read, actor.tenantId)).at(-1)
  if (before !== undefined && (before.validFrom >= body.validFrom || (before.validTo !== null && before.validTo >= body.validFrom))) refuseOverlap(before)
  if (before !== undefined && before.validTo === null) await endOn(tx, actor.tenantId, before, addDays(body.validFrom, -1))
  await tx
    .insertInto('evaluation_catalogue')
    .values({ tenant_id: actor.tenantId, id, ...headOf(body) })
    .execute()
  record({ action: 'evaluation.catalogue.issued', subject: { kind: 'catalogue', id }, data: { decisionNumber: body.decisionNumber, validFrom: body.validFrom, ended: before?.id ?? null } })
  return { id, version: 1 }
}

async function change({ body, actor, tx, read, record }: Context, id: CatalogueId): Promise<{ id: CatalogueId; version: number }> {
  const known = await lockCatalogue(tx, actor.tenantId, id)
  if (known.version !== body.version) {
    const { version, name, decisionNumber, standardProduct, standardPoints, groups } = known
    refuse('evaluation.catalogue.changed', { version, name, decisionNumber, standardProduct, standardPoints, groups })
  }
  const others = (await allCatalogues(read, actor.tenantId)).filter((one) => one.id !== id)
  const overlapped = others.find((one) => (known.validTo === null || one.validFrom <= known.validTo) && (one.validTo === null || one.validTo >= body.validFrom))
  if (overlapped !== undefined) refuseOverlap(overlapped)
  if (known.validTo !== null && known.validTo < body.validFrom) refuseOverlap(known)
  requireHeadFits(known, body, await groupUses(read, actor.tenantId, id))
  const version = known.version + 1
  await tx
    .updateTable('evaluation_catalogue')
    .set({ ...headOf(body), version })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  record({ action: 'evaluation.catalogue.changed', subject: { kind: 'catalogue', id }, data: { version, decisionNumber: body.decisionNumber, validFrom: body.validFrom } })
  return { id, version }
}

function headOf(body: Context['body']) {
  return {
    name: body.name,
    decision_number: body.decisionNumber,
    decision_date: body.decisionDate,
    issuer: body.issuer,
    valid_from: body.validFrom,
    standard_product: body.standardProduct,
    standard_points: body.standardPoints,
    groups: JSON.stringify(body.groups),
  }
}

async function endOn(tx: Tx<'evaluation'>, tenantId: TenantId, catalogue: Catalogue, day: string): Promise<void> {
  await tx
    .updateTable('evaluation_catalogue')
    .set({ valid_to: day, version: catalogue.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', catalogue.id)
    .where('version', '=', catalogue.version)
    .execute()
}

function refuseOverlap({ id, name, decisionNumber, validFrom, validTo }: Catalogue): never {
  return refuse('evaluation.catalogue.overlap', { id, name, decisionNumber, validFrom, validTo })
}
