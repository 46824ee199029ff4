import { sql } from 'kysely'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TenantCipher } from '#platform/crypto/tenant-cipher.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { IdentityNumber } from '../domain/identity-number.ts'
import type { IdentityKind } from '../domain/reference-lists.ts'
import { identityField } from './sealed-columns.ts'

/** An identity number as stored. */
export interface SealedIdentity {
  readonly personId: PersonId
  readonly kind: IdentityKind
  readonly version: number
  readonly sealed: Buffer
}

/** The numbers of everybody, of one person, or of whoever has a number with one of these prints. */
export async function loadIdentities(read: Reader, tenantId: TenantId, only: { readonly personId?: PersonId; readonly prints?: readonly Buffer[] } = {}): Promise<SealedIdentity[]> {
  let query = read.selectFrom('organisation_identity').where('tenant_id', '=', tenantId).select(['person_id', 'kind', 'version', 'sealed']).orderBy('person_id').orderBy('kind', 'desc')
  if (only.personId !== undefined) query = query.where('person_id', '=', only.personId)
  if (only.prints !== undefined) query = query.where('print', 'in', [...only.prints])
  return (await query.execute()).map((row) => ({ personId: row.person_id as PersonId, kind: row.kind as IdentityKind, version: row.version, sealed: row.sealed }))
}

/** The number itself. Refuses when its key is missing, or when it was sealed for another person. */
export function openIdentity(cipher: TenantCipher, { personId, kind, sealed }: SealedIdentity): string {
  return cipher.open(identityField, `${personId}/${kind}`, sealed).toString('utf8')
}

/** The number, or null when it cannot be read at the moment: a page shows the rest then. */
export function openIfPossible(cipher: TenantCipher, identity: SealedIdentity): string | null {
  try {
    return openIdentity(cipher, identity)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Inserts numbers, sealed, or overwrites those of the same person and kind. */
export async function putIdentities(tx: Tx<'organisation'>, cipher: TenantCipher, tenantId: TenantId, identities: readonly IdentityNumber[]): Promise<void> {
  const rows = identities.map(({ personId, kind, number, version }) => ({
    person_id: personId,
    kind,
    version,
    sealed: cipher.seal(identityField, `${personId}/${kind}`, Buffer.from(number, 'utf8')).toString('hex'),
    print: cipher.print(identityField, number).toString('hex'),
  }))
  if (rows.length === 0) return
  await sql`insert into organisation_identity (tenant_id, person_id, kind, version, sealed, print)
    select ${tenantId}::uuid, r.person_id, r.kind, r.version, decode(r.sealed, 'hex'), decode(r.print, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, kind text, version int, sealed text, print text)
    on conflict (tenant_id, person_id, kind) do update set version = excluded.version, sealed = excluded.sealed, print = excluded.print`.execute(tx)
}
