import type { PersonId, TenantId } from '#kernel/id.ts'
import { mul, roundTo, toDecimal, whole, type Rational } from '#kernel/rational.ts'
import type { Tx } from '#platform/db/database.ts'
import { knownOf, learnRate as learnFrom, type AiredBlock, type Learned, type ReadKind } from '../../domain/speech/index.ts'

/** One block as somebody read it on air. */
export interface ReadBlock extends AiredBlock {
  readonly personId: PersonId
  readonly kind: ReadKind
}

const count = (value: Rational): number => Number(toDecimal(roundTo(value, whole(1)), 0))

/**
 * Learns from one aired block (as-run): keeps the reader's new rate for its kind, or says why the block teaches nothing. A rate set by hand stays in
 * front of it. The caller sees to it that a block is learnt from once.
 */
export async function learnRate(tx: Tx<'newsroom'>, tenantId: TenantId, { personId, kind, ...aired }: ReadBlock, now: Date): Promise<Learned> {
  const kept = await tx
    .selectFrom('newsroom_reader_rate')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .select(['blocks', 'syllables', 'milliseconds'])
    .forUpdate()
    .executeTakeFirst()
  const before = kept ?? { blocks: 0, syllables: 0, milliseconds: 0 }
  const learned = learnFrom(knownOf(before), aired)
  if (!learned.taken) return learned
  const { rate } = learned
  const next = { blocks: before.blocks + 1, syllables: count(rate.syllables), milliseconds: count(mul(rate.seconds, whole(1000))), learnt_at: now }
  await tx
    .insertInto('newsroom_reader_rate')
    .values({ tenant_id: tenantId, person_id: personId, kind, ...next })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'kind']).doUpdateSet(next))
    .execute()
  return learned
}
