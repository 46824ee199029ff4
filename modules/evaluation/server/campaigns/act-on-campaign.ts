import { sql } from 'kysely'
import { transit } from '#kernel/transition.ts'
import { holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { campaignTransitions, type CampaignAct, type CampaignStatus } from '../../domain/campaign.ts'
import { requireClear } from '../../domain/obstacles.ts'
import { participantTransitions, type ParticipantAct } from '../../domain/participant.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { TenantId } from '#kernel/id.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { closeTallies, openTallies } from '../raters/tallies.ts'
import { computeResults, dropDrafts } from '../results/compute-results.ts'
import { publishResults } from '../results/publish-results.ts'
import { publishCampaignSet } from '../results/publish-set.ts'
import { requireManages } from './campaign-access.ts'
import { lockCampaign, type Campaign } from './campaign-row.ts'
import { loadCounts, stateOf } from './campaign-state.ts'
import { requireVersion } from './change-campaign.ts'
import { loadParticipants } from './participant-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** Moves a campaign: opens, compiles, submits to the authority, publishes, closes, sends back or cancels it. */
export const actOnCampaign = command(campaignRoutes.actOnCampaign, async ({ params, body, actor, tx, read, now, today, calendar, record }) => {
  const { tenantId } = actor
  if (body.act === 'open') await holdStructure(read, tenantId)
  const campaign = await lockCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  requireVersion(campaign, body.version)
  const status = transit<CampaignAct, CampaignStatus, 'evaluation:manage'>(campaignTransitions, body.act, campaign.status, 'evaluation.campaign.wrong-status')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const counts = (await loadCounts(read, tenantId, [campaign])).get(campaign.id)
  if (counts === undefined) throw new Error('campaign without counts')
  requireClear(body.act, await stateOf(read, tenantId, campaign, counts, rulebook, calendar), today, body.reason)

  const version = campaign.version + 1
  await tx
    .updateTable('evaluation_campaign')
    .set({
      status,
      version,
      ...(body.act === 'open' ? { opened_at: now } : {}),
      ...(body.act === 'publish' ? { published_at: now } : {}),
      ...(body.act === 'close' ? { closed_at: now } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', campaign.id)
    .execute()
  await consequences[body.act]({ tx, read, tenantId, campaign, rulebook, now })
  const published = body.act === 'publish' ? await publishCampaignSet(tx, read, tenantId, campaign.id, now) : undefined
  record({ action: `evaluation.campaign.${body.act}`, subject: { kind: 'campaign', id: campaign.id }, data: { from: campaign.status, to: status, hasReason: body.reason !== '', published } })
  return { version, status }
})

interface ActContext {
  readonly tx: Tx<'evaluation'>
  readonly read: Reader
  readonly tenantId: TenantId
  readonly campaign: Campaign
  readonly rulebook: CompiledRulebook
  readonly now: Date
}

/** What each act does to the files of the campaign. */
const consequences: Record<CampaignAct, (context: ActContext) => Promise<void>> = {
  open: async (context) => {
    await openTallies(context.tx, context.tenantId, context.campaign, context.rulebook)
    await moveFiles(context, 'start')
  },
  compile: async (context) => {
    await closeTallies(context.tx, context.tenantId, context.campaign)
    await compute(context)
    await moveFiles(context, 'compile')
  },
  return_to_scoring: async (context) => {
    const participants = await loadParticipants(context.read, context.tenantId, context.campaign.id)
    await dropDrafts(context.tx, context.tenantId, context.campaign, participants.map((participant) => participant.personId))
    await moveFiles(context, 'reopen')
  },
  submit: compute,
  return_to_compiling: async (context) => {
    await moveFiles(context, 'undo_decision')
    await undoDecisions(context)
  },
  publish: async (context) => {
    await publishResults(context.tx, context.tenantId, context.campaign, context.now)
    await moveFiles(context, 'publish')
  },
  close: async () => undefined,
  cancel: async () => undefined,
}

async function compute({ tx, read, tenantId, campaign, rulebook, now }: ActContext): Promise<void> {
  await computeResults(tx, read, tenantId, campaign, rulebook, await loadParticipants(read, tenantId, campaign.id), now)
}

/** Moves every file that an act may start from, all at once. */
async function moveFiles({ tx, tenantId, campaign }: ActContext, act: ParticipantAct): Promise<void> {
  const { from, to } = participantTransitions[act]
  await sql`update evaluation_participant set status = ${to}, version = version + 1
    where tenant_id = ${tenantId} and campaign_id = ${campaign.id} and excluded_reason = '' and status = any(${[...from]}::text[])`.execute(tx)
}

/** Decisions not yet made known are withdrawn when the file goes back; the authority decides again. */
async function undoDecisions({ tx, tenantId, campaign }: ActContext): Promise<void> {
  await tx
    .updateTable('evaluation_result')
    .set({ decided_level: null, decided_by: null, decided_at: null, decision_reason: '', version: sql<number>`version + 1` })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('published_at', 'is', null)
    .where('decided_level', 'is not', null)
    .execute()
}
