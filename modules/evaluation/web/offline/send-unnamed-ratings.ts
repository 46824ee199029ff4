import type { CampaignId } from '#kernel/id.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { deviceNow } from '#platform/web/offline/device.ts'
import { changeKept } from '#platform/web/offline/kept-reads.ts'
import type { Lane, Outbox, Sender } from '#platform/web/offline/outbox.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { places } from '../places.ts'
import type { Ratings } from '../raters/rating-view.ts'
import { sentWords } from './work-words.ts'

/** Everything one rater sends as one unnamed kind, in one act. */
export type UnnamedRatings = InputOf<typeof raterRoutes.submitUnnamedRatings>['body']

/** Where the draft of unnamed points lies on the device; nowhere else is there one. */
export function unnamedDraft(campaignId: string, kind: string): string {
  return `unnamed-ratings/${campaignId}/${kind}`
}

/** Unnamed points that were given out of hand, as work of the outbox. */
export function unnamedLane(outbox: Outbox, { campaign, kind }: Ratings): Lane<UnnamedRatings | null> {
  return outbox.lane<UnnamedRatings | null>(
    unnamedDraft(campaign.id, kind.id),
    { kind: 'evaluation.unnamed-ratings', params: { campaignId: campaign.id, kind: kind.id }, title: sentWords.unnamedRatings, detail: campaign.name, place: places.ratings(campaign.id, kind.id).to },
    { value: null, version: 0 },
  )
}

/** Sends them; under one request id they are added once, however often they are sent. Then nothing of them stays here either. */
export const sendUnnamedRatings: Sender = async (params, value, { requestId, signal }) => {
  const list = { campaignId: params['campaignId'] as CampaignId, kind: params['kind'] ?? '' }
  await call(raterRoutes.submitUnnamedRatings, { params: list, body: value as UnnamedRatings }, { requestId, ...(signal ? { signal } : {}) })
  await (await deviceNow())?.vault.remove('draft', unnamedDraft(list.campaignId, list.kind))
  await changeKept(raterRoutes.getRatings, { params: list }, withSent)
  return { version: 1 }
}

/** The page as it would be read now. */
function withSent(view: Ratings): Ratings {
  return { ...view, canRate: false, subjects: view.subjects.map((each) => (each.status === 'waiting' ? { ...each, status: 'submitted' } : each)) }
}
