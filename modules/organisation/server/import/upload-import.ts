import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import { asId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Tx } from '#platform/db/database.ts'
import { refuseUnlessZip } from '#platform/spreadsheet/recognise-file.ts'
import { mayManageAll } from '../../domain/policy.ts'
import { importFileField } from '../sealed-columns.ts'

/** Takes a workbook in to be checked. What is plainly no workbook is refused at once. */
export async function uploadImport(tx: Tx<'organisation'>, fields: FieldCipher, actor: Actor, fileName: string, body: Uint8Array, now: Date) {
  if (!mayManageAll(actor)) refuse('platform.not-found')
  if (!(body instanceof Uint8Array)) refuse('organisation.import.not-a-workbook')
  refuseUnlessZip(body)
  const id = asId<'import'>(uuidv7())
  const fileHash = createHash('sha256').update(body).digest('hex')
  await tx
    .insertInto('organisation_import')
    .values({
      tenant_id: actor.tenantId,
      id,
      file_hash: fileHash,
      file_name: fileName,
      byte_size: body.byteLength,
      status: 'checking',
      phase: 'waiting',
      uploaded_by: actor.accountId,
      uploaded_at: now,
      beat_at: now,
    })
    .execute()
  const sealed = (await fields.forWriting(tx, actor.tenantId)).seal(importFileField, id, body)
  await tx.insertInto('organisation_import_file').values({ tenant_id: actor.tenantId, import_id: id, sealed }).execute()
  return { id, fileHash, byteSize: body.byteLength }
}
