import { v7 as uuidv7 } from 'uuid'
import { asId, type PersonId, type ResultId } from '#kernel/id.ts'
import { writeLedger, type LedgerFact } from '#platform/audit/ledger.ts'
import type { Campaign } from './campaigns/campaign-row.ts'
import { publishCampaignSet, publishReplacingSet } from './results/publish-set.ts'
import type { SampleContext } from './sample-context.ts'

/** Keeps what a month of the sample made known as a set with its root, and in the ledger, as publishing does. */
export async function publishSampleSet(context: SampleContext, campaign: Campaign, at: Date): Promise<void> {
  const published = await publishCampaignSet(context.tx, context.read, context.tenantId, campaign.id, at)
  await enter(context, null, { action: 'evaluation.campaign.publish', subject: { kind: 'campaign', id: campaign.id }, data: { from: campaign.status, to: 'published', hasReason: false, published } }, at)
}

/** The same for the replacing decision that answered a petition. */
export async function publishSampleReplacement(context: SampleContext, by: PersonId, petitionId: string, about: PersonId, resultId: ResultId, at: Date): Promise<void> {
  const subject = { kind: 'petition', id: petitionId }
  const published = await publishReplacingSet(context.tx, context.read, context.tenantId, resultId, subject, at)
  await enter(context, by, { action: 'evaluation.petition.answered', subject, about: [about], data: { outcome: 'replaced', resultId, late: false, published } }, at)
}

function enter({ tx, tenantId }: SampleContext, by: PersonId | null, fact: LedgerFact, at: Date): Promise<void> {
  const actor = by === null ? null : { tenantId, personId: by, accountId: asId<'account'>(by), displayName: '', posts: [], grants: [] }
  return writeLedger(tx, { tenantId, actor, now: at, entryId: uuidv7(), request: null }, fact, undefined)
}
