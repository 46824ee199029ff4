import type { CampaignId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import type { Answered } from './answered.ts'
import { callerFor, type Caller } from './caller.ts'

export type Participant = Answered<typeof campaignRoutes.listParticipants>['items'][number]

/** Logins of the sample by the person's code; everybody else's login is the person's id (office.ts). */
const sampleLogins: Readonly<Record<string, string>> = {
  CL012: 'tochuc', CL028: 'chutich', CL038: 'quantri', CL043: 'truongphong', CL044: 'photruongphong', CL046: 'congchuc1', CL047: 'congchuc2',
}

/** 28 of the 30 points of the general criteria. */
export const goodPoints: Readonly<Record<string, string>> = {
  'I.1': '5', 'I.2': '5', 'II.1': '2.5', 'II.2': '2.5', 'II.3': '2.5', 'II.4': '2.5', 'III.1': '2', 'III.2': '2', 'III.3': '2', 'III.4': '2',
}

const written = { strengths: 'Chủ động, phối hợp tốt.', weaknesses: 'Báo cáo còn chậm.', comment: '', proposedLevel: null }

/** People who have no login in the sample. */
export function withoutLogin(participants: readonly Participant[]): Participant[] {
  return participants.filter((one) => sampleLogins[one.code] === undefined)
}

/** Sessions by person, each signed in once. */
export function sessionsOf(address: string, participants: readonly Participant[]): (personId: string) => Promise<Caller> {
  const logins = new Map<string, string>(participants.map((one) => [one.person.id, sampleLogins[one.code] ?? one.person.id]))
  const sessions = new Map<string, Promise<Caller>>()
  return (personId) => {
    const known = sessions.get(personId) ?? callerFor(address, logins.get(personId) ?? personId)
    sessions.set(personId, known)
    return known
  }
}

/** Saves and sends one column of a file as its rater, on top of what is there. */
export async function sendSheet(by: Caller, campaignId: CampaignId, subject: Participant, rater: 'self' | 'superior', points = goodPoints): Promise<void> {
  const file = { campaignId, personId: subject.person.id }
  const { sheets } = await by.call(sheetRoutes.getSheet, { params: file })
  const chosen = { value: '100', reason: '' }
  const judgements = rater === 'superior' && subject.group === 'leader' ? { d: chosen, đ: chosen, e: chosen } : {}
  const comment = rater === 'superior' ? 'Hoàn thành nhiệm vụ được giao trong quý.' : ''
  const { version } = await by.call(sheetRoutes.saveSheet, {
    params: { ...file, rater },
    body: { ...written, version: sheets.find((sheet) => sheet.rater === rater)?.version ?? 0, points: { ...points }, judgements, comment },
  })
  await by.call(sheetRoutes.submitSheet, { params: { ...file, rater }, body: { version } })
}

/** Does the rest over HTTP: whoever has not scored does so, then whoever scores them; a few points apart from one another. */
export async function scoreTheRest(address: string, campaignId: CampaignId, officer: Caller): Promise<void> {
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  const session = sessionsOf(address, items)
  const open = items.filter((one) => one.excludedReason === '' && one.superior !== null)
  for (const [at, subject] of open.entries()) {
    const points = { ...goodPoints, 'I.1': ['5', '4.5', '4'][at % 3] ?? '5' }
    if (subject.status === 'self_scoring') await sendSheet(await session(subject.person.id), campaignId, subject, 'self', points)
    if (subject.status !== 'scored') await sendSheet(await session(subject.superior?.id ?? ''), campaignId, subject, 'superior', points)
  }
}
