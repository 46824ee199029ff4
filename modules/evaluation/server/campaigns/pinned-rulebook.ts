import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { campaignObstacle } from '../../domain/campaign-obstacle.ts'
import { unitCampaignObstacle } from '../../domain/unit-campaign.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { compileRulebook } from '../rulebook/compile-rulebook.ts'
import { shippedRulebook, shippedRulebookSource } from '../rulebook/rulebook-library.ts'

/** Which text of a rulebook a campaign scores with. */
export interface RulebookPin {
  readonly id: string
  readonly version: string
  readonly hash: string
}

// By hash of the source: a pinned text never changes, so neither does what it compiles to.
const compiled = new Map<string, CompiledRulebook>()

/** Which rulebook a new campaign asks for; without a version the newest of that name. */
export interface WantedRulebook {
  readonly id: string
  readonly version?: string | undefined
}

/** The rulebook a new campaign scores with: a shipped one, its text kept with the tenant from now on, or one the body has issued. Refuses an unknown or retired one, and one whose sheets a campaign does not collect. */
export async function pinRulebook(tx: Tx<'evaluation'>, tenantId: TenantId, wanted: WantedRulebook, now: Date): Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }> {
  const pinned = await pinWanted(tx, tenantId, wanted, now)
  if (pinned.rulebook.subject !== 'person') refuse('evaluation.campaign.unknown-rulebook', { rulebookId: wanted.id })
  const obstacle = campaignObstacle(pinned.rulebook)
  if (obstacle !== null) refuse('evaluation.campaign.rulebook-obstacle', { rulebookId: wanted.id, obstacle })
  return pinned
}

/** The rulebook a round of organisations scores with, kept as `pinRulebook` keeps it. Refuses one that does not rate organisations. */
export async function pinUnitRulebook(tx: Tx<'evaluation'>, tenantId: TenantId, wanted: WantedRulebook, now: Date): Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }> {
  const pinned = await pinWanted(tx, tenantId, wanted, now)
  if (unitCampaignObstacle(pinned.rulebook) !== null) refuse('evaluation.campaign.unknown-rulebook', { rulebookId: wanted.id })
  return pinned
}

function pinWanted(tx: Tx<'evaluation'>, tenantId: TenantId, wanted: WantedRulebook, now: Date): Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }> {
  const shipped = shippedRulebook(wanted.id)
  return shipped === null ? pinOwn(tx, tenantId, wanted) : pinShipped(tx, tenantId, shipped, now)
}

async function pinOwn(tx: Tx<'evaluation'>, tenantId: TenantId, { id, version }: WantedRulebook): Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }> {
  let issued = tx.selectFrom('evaluation_rulebook_edition').where('tenant_id', '=', tenantId).where('rulebook_id', '=', id).where('status', '=', 'issued').select(['number', 'hash'])
  if (version !== undefined) issued = issued.where('number', '=', /^[1-9]\d{0,6}$/.test(version) ? Number(version) : 0)
  const row = await issued.orderBy('number', 'desc').limit(1).forShare().executeTakeFirst()
  if (row === undefined) refuse('evaluation.campaign.unknown-rulebook', { rulebookId: id })
  const pin = { id, version: String(row.number), hash: row.hash }
  return { pin, rulebook: await pinnedRulebook(tx, tenantId, pin) }
}

async function pinShipped(tx: Tx<'evaluation'>, tenantId: TenantId, rulebook: CompiledRulebook, now: Date): Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }> {
  const { id } = rulebook
  const source = shippedRulebookSource(id)
  if (source === null) refuse('evaluation.campaign.unknown-rulebook', { rulebookId: id })
  const version = String(rulebook.version)
  await tx
    .insertInto('evaluation_rulebook')
    .values({ tenant_id: tenantId, id, version, hash: rulebook.hash, source, pinned_at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id', 'version']).doNothing())
    .execute()
  const kept = await tx
    .selectFrom('evaluation_rulebook')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .select('hash')
    .executeTakeFirstOrThrow()
  const pin = { id, version, hash: kept.hash }
  return { pin, rulebook: await pinnedRulebook(tx, tenantId, pin) }
}

/** The rulebook a campaign pinned, compiled once per process; always from the kept text, never from a newer file. */
export async function pinnedRulebook(read: Reader | Tx<'evaluation'>, tenantId: TenantId, pin: RulebookPin): Promise<CompiledRulebook> {
  const known = compiled.get(pin.hash)
  if (known !== undefined) return known
  const shipped = shippedRulebook(pin.id)
  if (shipped !== null && shipped.hash === pin.hash) {
    compiled.set(pin.hash, shipped)
    return shipped
  }
  const row = await (read as Reader)
    .selectFrom('evaluation_rulebook')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', pin.id)
    .where('version', '=', pin.version)
    .select('source')
    .executeTakeFirstOrThrow()
  const rulebook = compileRulebook(row.source)
  compiled.set(pin.hash, rulebook)
  return rulebook
}
