import type { CampaignId, PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { changeKept } from '#platform/web/offline/kept-reads.ts'
import type { Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { places } from '../places.ts'
import type { RatedSubject, Ratings } from '../raters/rating-view.ts'
import { sentWords } from './work-words.ts'

/** One named sheet of a further rater. */
export interface RatingDraft {
  readonly points: Readonly<Record<string, string>>
  readonly comment: string
}

/** Under which keys the named sheets of one kind of rater wait. */
export function ratingKeys(campaignId: string, kind: string): string {
  return `rating/${campaignId}/${kind}/`
}

/** One named sheet on one subject as work of the outbox. */
export function ratingWork({ campaign, kind }: Ratings, { person }: RatedSubject): { key: string; about: WorkAbout } {
  const params = { campaignId: campaign.id, kind: kind.id, personId: person.id }
  return {
    key: `${ratingKeys(campaign.id, kind.id)}${person.id}`,
    about: { kind: 'evaluation.rating', params, title: sentWords.rating, detail: `${person.fullName} · ${campaign.name}`, place: places.ratings(campaign.id, kind.id).to },
  }
}

/** Saves a named sheet; what was read of the list before now carries it, or a reload without a link would begin from the older one. */
export const sendRating: Sender = async (params, value, { requestId, version, signal }) => {
  const list = { campaignId: params['campaignId'] as CampaignId, kind: params['kind'] ?? '' }
  const personId = params['personId'] as PersonId
  const { points, comment } = value as RatingDraft
  const saved = await call(raterRoutes.saveRating, { params: { ...list, personId }, body: { version, points: { ...points }, comment } }, { requestId, ...(signal ? { signal } : {}) })
  await changeKept(raterRoutes.getRatings, { params: list }, (view) => ({
    ...view,
    subjects: view.subjects.map((each) => (each.person.id === personId && each.version < saved.version ? { ...each, points: { ...points }, comment, version: saved.version } : each)),
  }))
  return saved
}
