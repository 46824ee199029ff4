import type { PersonId } from '#kernel/id.ts'
import type { CampaignId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import type { CampaignAct } from '#modules/evaluation/domain/campaign.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { registerEvaluation } from '#modules/evaluation/server/index.ts'
import type { CommunePerson, SmallCommune } from './small-commune.ts'
import { testServer, type Caller, type TestServer } from './test-server.ts'

/** A server with all routes of evaluation, at 20 November 2026, nine o'clock in Vietnam. */
export function evaluationServer(meta: Pick<ImportMeta, 'filename'>): Promise<TestServer> {
  return testServer(meta, registerEvaluation, { refusals: [evaluationRefusals], now: new Date('2026-11-20T02:00:00Z') })
}

/** 28 points of the 30 general criteria. */
export const goodPoints: Readonly<Record<string, string>> = {
  'I.1': '5', 'I.2': '5', 'II.1': '2.5', 'II.2': '2.5', 'II.3': '2.5', 'II.4': '2.5', 'III.1': '2', 'III.2': '2', 'III.3': '2', 'III.4': '2',
}

const texts = { strengths: 'Chủ động.', weaknesses: 'Còn chậm báo cáo.', comment: '', proposedLevel: null }
const leaderChoices = { d: { value: '100', reason: '' }, đ: { value: '100', reason: '' }, e: { value: '100', reason: '' } }

/** The body of a campaign over October 2026 in the whole commune. */
export function octoberBody(commune: SmallCommune) {
  return {
    name: 'Đánh giá tháng 10',
    rulebookId: 'nd-335-2025',
    settings: {},
    period: { kind: 'month' as const, year: 2026, number: 10 },
    scopeUnitId: commune.units.XA,
    subjectStatuses: ['civil_servant' as const],
    due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' },
  }
}

/** Somebody's row of the participants, as the officer sees it. */
export async function participantOf(commune: SmallCommune, campaignId: CampaignId, person: CommunePerson) {
  const { items } = await commune.as.officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: {} })
  const found = items.find((item) => item.person.id === commune.people[person])
  if (found === undefined) throw new Error(`${person} is not in the campaign`)
  return found
}

/** Changes parts of a file by hand, the rest as it is. */
export async function adjust(commune: SmallCommune, campaignId: CampaignId, person: CommunePerson, change: Partial<{ superiorId: PersonId | null; deciderId: PersonId | null; excludedReason: string; facts: Record<string, unknown>; group: string }>) {
  const now = await participantOf(commune, campaignId, person)
  return commune.as.officer.call(campaignRoutes.adjustParticipant, {
    params: { campaignId, personId: commune.people[person] },
    body: {
      version: now.version,
      group: now.group,
      peerGroup: now.peerGroup,
      variants: now.variants,
      superiorId: now.superior?.id ?? null,
      deciderId: now.decider?.id ?? null,
      excludedReason: now.excludedReason,
      facts: now.facts ?? {},
      factsNote: '',
      ...change,
    },
  })
}

/** Does one act on the campaign with its present version. */
export async function act(commune: SmallCommune, campaignId: CampaignId, name: CampaignAct, reason = '') {
  const { version } = await commune.as.officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  return commune.as.officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version, act: name, reason } })
}

/** Drafts the campaign over October with the chair, who has nobody above, left out, and opens it. */
export async function openOctober(commune: SmallCommune): Promise<CampaignId> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
  await adjust(commune, campaignId, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  await act(commune, campaignId, 'open')
  return campaignId
}

/** Saves and sends on one column of somebody's sheet. */
export async function sendSheet(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', points = goodPoints, isLeader = false) {
  const params = { campaignId, personId, rater }
  const judgements = rater === 'superior' && isLeader ? leaderChoices : {}
  const before = (await by.call(sheetRoutes.getSheet, { params: { campaignId, personId } })).sheets.find((sheet) => sheet.rater === rater)
  const { version } = await by.call(sheetRoutes.saveSheet, { params, body: { version: before?.version ?? 0, points: { ...points }, judgements, ...texts, comment: rater === 'superior' ? 'Đồng ý.' : '' } })
  return by.call(sheetRoutes.submitSheet, { params, body: { version } })
}

/** Whom each scored person of the small commune is scored by. */
export const superiors = { officeHead: 'chair', divisionHead: 'chair', clerk: 'officeHead', typist: 'officeHead', officer: 'officeHead', engineer: 'divisionHead' } as const

/** Everybody scores and is scored; `points` of the superior by person. */
export async function scoreAll(commune: SmallCommune, campaignId: CampaignId, points: Partial<Record<keyof typeof superiors, Readonly<Record<string, string>>>> = {}): Promise<void> {
  for (const [person, superior] of Object.entries(superiors) as [keyof typeof superiors, CommunePerson][]) {
    await sendSheet(commune.as[person], campaignId, commune.people[person], 'self')
    await sendSheet(commune.as[superior], campaignId, commune.people[person], 'superior', points[person] ?? goodPoints, person.endsWith('Head'))
  }
}

/** A result of the list as the chair, who decides for everybody, sees it. */
export async function resultOf(commune: SmallCommune, campaignId: CampaignId, person: CommunePerson, by: Caller = commune.as.chair) {
  const { items } = await by.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  const found = items.find((item) => item.person.id === commune.people[person])
  if (found === undefined) throw new Error(`${person} has no row`)
  return found
}

/** The chair decides everybody at the proposed level, the ones without enough data at `otherwise`. */
export async function decideAll(commune: SmallCommune, campaignId: CampaignId, otherwise = 'good'): Promise<void> {
  const { items } = await commune.as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  for (const row of items) {
    if (!row.can.includes('decide')) continue
    const known = row.provisionalLevel !== null && row.provisionalLevel !== 'insufficient_data'
    await commune.as.chair.call(resultRoutes.decide, {
      params: { campaignId, personId: row.person.id },
      body: { version: row.version, level: known ? (row.provisionalLevel ?? '') : otherwise, reason: known ? '' : 'Căn cứ hồ sơ theo dõi bằng giấy' },
    })
  }
}

/** A finished task of October, straight into the table: how tasks come about is tested elsewhere. */
export interface FinishedTask {
  readonly assigned: number
  readonly completed: number
  readonly coefficient: string
  readonly month?: string
  readonly qualityFaults?: number
  readonly lateEvents?: number
  readonly status?: string
}

/** Gives somebody finished tasks. */
export async function putTasks(server: TestServer, commune: SmallCommune, person: CommunePerson, tasks: readonly FinishedTask[]): Promise<void> {
  await server.inTenant(commune.tenantId, async (tx) => {
    await tx
      .insertInto('evaluation_task')
      .values(
        tasks.map((task, at) => ({
          tenant_id: commune.tenantId,
          id: crypto.randomUUID(),
          person_id: commune.people[person],
          unit_id: commune.units.VP,
          title: `Nhiệm vụ ${at + 1}`,
          coefficient: task.coefficient,
          origin: 'assigned',
          month: task.month ?? '2026-10-01',
          assigned: task.assigned,
          deadline: (task.month ?? '2026-10-01').replace(/01$/, '20'),
          assigned_at: server.clock.now,
          status: task.status ?? 'confirmed',
          completed: task.completed,
          quality_faults: task.qualityFaults ?? 0,
          late_events: task.lateEvents ?? 0,
        })),
      )
      .execute()
  })
}
