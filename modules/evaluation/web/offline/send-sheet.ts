import type { CampaignId, PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { changeKept } from '#platform/web/offline/kept-reads.ts'
import type { Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { places } from '../places.ts'
import type { SubjectSheet } from '../sheet/sheet-content.ts'
import { sentWords } from './work-words.ts'

/** One rater's sheet as work of the outbox. */
export function sheetWork({ campaign, subject }: SubjectSheet, rater: RaterColumn): { key: string; about: WorkAbout } {
  const params = { campaignId: campaign.id, personId: subject.person.id, rater }
  return {
    key: `sheet/${campaign.id}/${subject.person.id}/${rater}`,
    about: { kind: 'evaluation.sheet', params, title: sentWords.sheet[rater], detail: `${subject.person.fullName} · ${campaign.name}`, place: places.sheet(campaign.id, subject.person.id).to },
  }
}

/** Saves a sheet. What was read of it before now carries this content and version, or a reload without a link would begin from the older one. */
export const sendSheet: Sender = async (params, value, { requestId, version, signal }) => {
  const file = { campaignId: params['campaignId'] as CampaignId, personId: params['personId'] as PersonId }
  const rater = params['rater'] as RaterColumn
  const content = value as SheetContent
  const saved = await call(
    sheetRoutes.saveSheet,
    { params: { ...file, rater }, body: { version, ...content, points: { ...content.points }, judgements: { ...content.judgements }, lists: { ...content.lists } } },
    { requestId, ...(signal ? { signal } : {}) },
  )
  await changeKept(sheetRoutes.getSheet, { params: file }, (view) => withSaved(view, rater, content, saved))
  return saved
}

/** A sheet's page as it would be read now; a column saved for the first time is the person's whose turn it is. */
function withSaved(view: SubjectSheet, rater: RaterColumn, content: SheetContent, saved: { version: number; savedAt: string }): SubjectSheet {
  const known = view.sheets.find((sheet) => sheet.rater === rater)
  const raterPerson = known?.raterPerson ?? (rater === 'self' ? view.subject.person : view.subject.superior)
  if (raterPerson === null || (known !== undefined && known.version > saved.version)) return view
  const sheet = { rater, raterPerson, submittedAt: null, ...content, points: { ...content.points }, judgements: { ...content.judgements }, lists: { ...content.lists }, ...saved }
  return { ...view, sheets: [...view.sheets.filter((one) => one.rater !== rater), sheet] }
}
