import type { Id, UnitId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { changeKept } from '#platform/web/offline/kept-reads.ts'
import type { Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import { places } from '../places.ts'
import type { UnitFile } from '../units/round-types.ts'
import type { UnitSheetContent } from '../units/unit-content.ts'
import { sentWords } from './work-words.ts'

/** Under which keys the sheets of one organisation wait. */
export function unitSheetKeys(unitCampaignId: string, unitId: string): string {
  return `unit-sheet/${unitCampaignId}/${unitId}/`
}

/** One side's sheet on an organisation as work of the outbox. */
export function unitSheetWork({ campaign, node }: UnitFile, rater: UnitRater): { key: string; about: WorkAbout } {
  return {
    key: `${unitSheetKeys(campaign.id, node.unit.id)}${rater}`,
    about: {
      kind: 'evaluation.unit-sheet',
      params: { unitCampaignId: campaign.id, unitId: node.unit.id, rater },
      title: sentWords.unitSheet[rater],
      detail: `${node.unit.name} · ${campaign.name}`,
      place: places.unitFile(campaign.id, node.unit.id).to,
    },
  }
}

/** Saves an organisation's sheet; what was read of it before now carries this content and version. */
export const sendUnitSheet: Sender = async (params, value, { requestId, version, signal }) => {
  const file = { unitCampaignId: params['unitCampaignId'] as Id<'unit-campaign'>, unitId: params['unitId'] as UnitId }
  const rater = params['rater'] as UnitRater
  const content = value as UnitSheetContent
  const body = { version, points: { ...content.points }, facts: { ...content.facts }, lists: listsOf(content), comment: content.comment, proposedLevel: content.proposedLevel }
  const saved = await call(unitRoutes.saveUnitSheet, { params: { ...file, rater }, body }, { requestId, ...(signal ? { signal } : {}) })
  await changeKept(unitRoutes.getUnitFile, { params: file }, (view) => {
    const known = view.sheets.find((sheet) => sheet.rater === rater)
    const raterPerson = known?.raterPerson ?? (rater === 'self' ? view.node.self : view.node.recogniser)
    if (raterPerson === null || (known !== undefined && known.version > saved.version)) return view
    return { ...view, sheets: [...view.sheets.filter((sheet) => sheet.rater !== rater), { rater, raterPerson, submittedAt: null, ...body, ...saved }] }
  })
  return saved
}

type SentLists = Record<string, Record<string, Record<string, string | boolean | null>>>

/** Entries as the contract takes them: texts, yes or no, or nothing. */
function listsOf({ lists }: UnitSheetContent): SentLists {
  const valueOf = (value: unknown): string | boolean | null => (typeof value === 'string' || typeof value === 'boolean' ? value : value == null ? null : String(value))
  return Object.fromEntries(Object.entries(lists).map(([id, items]) => [id, Object.fromEntries(Object.entries(items).map(([key, fields]) => [key, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueOf(value)]))]))]))
}
