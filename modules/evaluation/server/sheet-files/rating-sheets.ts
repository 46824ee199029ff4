import type { Actor } from '#kernel/actor.ts'
import type { CampaignId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { checkPoints } from '../../domain/sheet.ts'
import { ratingColumns } from '../../domain/sheet-file/sheet-columns.ts'
import type { Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from '../raters/kinships.ts'
import { kindOrNotFound, loadRaterFiles, subjectOf } from '../raters/rater-files.ts'
import { emptyContent, type OpenSheet } from './open-sheets.ts'

/** A campaign with the kind of further rater the actor is in it. */
export interface RatingPlace {
  readonly campaign: Campaign
  readonly rater: Rater
}

/** The campaign and the kind, or not found for whoever rates nobody as it. */
export async function ratingPlace(read: Reader, actor: Actor, campaignId: CampaignId, kind: string): Promise<RatingPlace> {
  const campaign = await loadCampaign(read, actor.tenantId, campaignId)
  if (campaign.status === 'draft' || (await loadRaterFiles(read, actor, campaign.id, kind)).length === 0) refuse('platform.not-found')
  return { campaign, rater: kindOrNotFound(await pinnedRulebook(read, actor.tenantId, campaign.rulebook), kind) }
}

/** The actor's sheets of this kind that wait, as the workbook lays them out: named ones as stored, unnamed ones blank, since none is kept. */
export async function loadOpenRatings(read: Reader, actor: Actor, { campaign, rater }: RatingPlace): Promise<OpenSheet<string>[]> {
  if (campaign.status !== 'scoring') return []
  const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
  const waiting = (await loadRaterFiles(read, actor, campaign.id, rater.id)).filter((file) => file.status === 'waiting')
  const areRelatives = await relativesOf(read, actor.tenantId, waiting.map((file) => file.personId))
  const comments = !rater.anonymous && rater.fills.includes('comment')
  return waiting
    .filter((file) => actor.personId !== null && !areRelatives(file.personId, actor.personId))
    .map((file): OpenSheet<string> => {
      const subject = subjectOf(campaign, rulebook, file)
      return {
        personId: file.personId,
        unitId: file.unitId,
        title: file.title,
        sortName: '',
        rater: rater.id,
        version: rater.anonymous ? 0 : file.version,
        content: rater.anonymous ? emptyContent : { ...emptyContent, points: file.points, comment: file.comment },
        subject,
        columns: ratingColumns(subject, comments),
        selfPoints: null,
        judge: (written) => ({ ...written, points: checkPoints(subject, rater.id, written.points) }),
      }
    })
}
