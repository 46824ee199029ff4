import { createHash } from 'node:crypto'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { rulebookIdOf } from '../../domain/edition.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import { shippedRulebook, shippedRulebookIds, shippedRulebookSource } from '../rulebook/rulebook-library.ts'
import { loadEdition, loadEditions, requireRight, textOf, type EditionId } from './edition-row.ts'
import { inWorker } from './in-worker.ts'

/** What a new draft is begun with. */
interface Beginning {
  readonly rulebookId: string
  readonly number: number
  readonly name: Bilingual
  readonly basis: { readonly id: string; readonly version: string }
  readonly source: string
}

/** Begins a draft: a new rulebook from a shipped one, or the next version of an issued one. One draft a rulebook. */
export const createEdition = command(editionRoutes.createEdition, async ({ body, actor, tx, read, now, today, newId, record }) => {
  const { tenantId } = actor
  await requireRight(actor, read, today, 'evaluation:rulebooks')
  const begun = body.from.kind === 'shipped' ? await fromShipped(read, tenantId, body.from.rulebookId, body.name, today) : await nextVersion(read, tenantId, body.from.editionId)
  const id = newId<'edition'>()
  const hash = createHash('sha256').update(begun.source, 'utf8').digest('hex')
  await tx
    .insertInto('evaluation_rulebook_edition')
    .values({
      tenant_id: tenantId,
      id,
      rulebook_id: begun.rulebookId,
      number: begun.number,
      name: JSON.stringify(begun.name),
      status: 'draft',
      source: begun.source,
      hash,
      basis_id: begun.basis.id,
      basis_version: begun.basis.version,
      created_at: now,
      created_by: actor.personId,
      changed_at: now,
      changed_by: actor.personId,
    })
    .execute()
  record({ action: 'evaluation.rulebook.drafted', subject: { kind: 'rulebook_edition', id }, data: { rulebook: `${begun.rulebookId}@${begun.number}`, basis: `${begun.basis.id}@${begun.basis.version}`, hash } })
  return { editionId: id }
})

async function fromShipped(read: Reader, tenantId: TenantId, shippedId: string, name: string, today: CalendarDate): Promise<Beginning> {
  const [rulebook, source] = [shippedRulebook(shippedId), shippedRulebookSource(shippedId)]
  if (rulebook === null || source === null) refuse('platform.not-found')
  if (name === '') refuse('evaluation.rulebook.name-needed')
  const own = await loadEditions(read, tenantId)
  const rulebookId = rulebookIdOf(name, new Set([...shippedRulebookIds(), ...own.map((edition) => edition.rulebookId)]))
  const tenant = await read.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()
  const title = { vi: name, en: name }
  const basis = { id: shippedId, version: String(rulebook.version) }
  const note = {
    about: 'basis',
    text: { vi: `Xây dựng từ ${rulebook.document.number} (${shippedId}, bản ${rulebook.version}).`, en: `Made from ${rulebook.document.number} (${shippedId}, version ${rulebook.version}).` },
    confidence: 'primary',
  }
  const edits: (readonly [SourcePath, SourceValue])[] = [
    [['id'], rulebookId],
    [['version'], 1],
    [['title', 'vi'], title.vi],
    [['title', 'en'], title.en],
    [['document', 'number'], 'Dự thảo'],
    [['document', 'date'], today],
    [['document', 'issuer', 'vi'], tenant.name],
    [['document', 'issuer', 'en'], tenant.name],
    [['document', 'title', 'vi'], title.vi],
    [['document', 'title', 'en'], title.en],
    [['notes', rulebook.notes.length], note],
  ]
  return { rulebookId, number: 1, name: title, basis, source: await inWorker('edit', { source, edits }) }
}

async function nextVersion(read: Reader, tenantId: TenantId, editionId: EditionId): Promise<Beginning> {
  const edition = await loadEdition(read, tenantId, editionId)
  if (edition.status === 'draft') refuse('platform.not-found')
  const versions = (await loadEditions(read, tenantId)).filter((each) => each.rulebookId === edition.rulebookId)
  const draft = versions.find((each) => each.status === 'draft')
  if (draft !== undefined) refuse('evaluation.rulebook.draft-exists', { editionId: draft.id })
  const number = Math.max(...versions.map((each) => each.number)) + 1
  const source = await inWorker('edit', { source: await textOf(read, tenantId, edition), edits: [[['version'], number], [['document', 'number'], 'Dự thảo']] })
  return { rulebookId: edition.rulebookId, number, name: edition.name, basis: { id: edition.rulebookId, version: String(edition.number) }, source }
}
