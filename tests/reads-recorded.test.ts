import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { z } from 'zod'
import { contracts } from '#apps/server/modules.ts'
import type { CampaignId, TaskId } from '#kernel/id.ts'
import { sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { ledgerRoutes } from '#modules/ledger/contract/routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { isFileReply, type Route } from '#platform/contract/route.ts'
import { act, decideAll, openOctober, resultOf, scoreAll } from './setup/evaluation-campaigns.ts'
import { assign, withProduct } from './setup/evaluation-tasks.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'

/** Members of a reply that say something about a person beyond name, post and unit. */
const personal = /^(birthDate|identityNumber|sex|absences|absenceReason|points|judgements|strengths|weaknesses|comment|generalPoints|taskPoints|provisionalLevel|decidedLevel|decisionReason|proposedLevel|text|qualityFaults|facts|relation|kinships|leniency|months)$/

/** Whether a route's reply holds personal detail by its contract; a file always does until somebody says why not. */
function showsPersons(route: Route): boolean {
  if (isFileReply(route.reply)) return true
  const look = (part: unknown): boolean => {
    if (Array.isArray(part)) return part.some(look)
    if (typeof part !== 'object' || part === null) return false
    const { properties } = part as { properties?: object }
    return Object.keys(properties ?? {}).some((name) => personal.test(name)) || Object.values(part).some(look)
  }
  return look(z.toJSONSchema(route.reply as z.ZodType, { io: 'output', unrepresentable: 'any' }))
}

/** Routes that show persons and leave an entry; the act it is kept under. */
const recorded: Readonly<Record<string, string>> = {
  'organisation.getPerson': 'organisation.person.detail-read',
  'organisation.readIdentity': 'organisation.identity.read',
  'organisation.exportAll': 'organisation.exported',
  'evaluation.simulateEdition': 'evaluation.rulebook.simulated',
  'evaluation.exportProducts': 'evaluation.catalogue.exported',
  'evaluation.listTasks': 'evaluation.tasks.listed',
  'evaluation.getTask': 'evaluation.task.read',
  'evaluation.downloadEvidence': 'evaluation.evidence.downloaded',
  'evaluation.listParticipants': 'evaluation.participants.listed',
  'evaluation.downloadDocument': 'evaluation.document.opened',
  'evaluation.getSheet': 'evaluation.sheet.read',
  'evaluation.getUnitCampaign': 'evaluation.units.listed',
  'evaluation.getUnitFile': 'evaluation.unit.read',
  'evaluation.unitForm': 'evaluation.unit-form.printed',
  'evaluation.listKinships': 'evaluation.kinship.read',
  'evaluation.listResults': 'evaluation.results.listed',
  'evaluation.getResult': 'evaluation.result.read',
  'evaluation.listPetitions': 'evaluation.petitions.listed',
  'evaluation.history': 'evaluation.history.read',
  'evaluation.form01': 'evaluation.form.printed',
  'evaluation.form02': 'evaluation.form.printed',
  'evaluation.resultForm': 'evaluation.form.printed',
  'evaluation.resultsWorkbook': 'evaluation.results.exported',
  'evaluation.meetingBoard': 'evaluation.board.read',
  'evaluation.minutesPdf': 'evaluation.minutes.printed',
  'evaluation.minutesDocx': 'evaluation.minutes.printed',
  'evaluation.analyseCampaign': 'evaluation.analysis.read',
  'evaluation.exportSheets': 'evaluation.sheet-file.exported',
  'evaluation.markedSheetFile': 'evaluation.sheet-file.marked',
  'evaluation.exportRatings': 'evaluation.rating-file.exported',
  'ledger.exportLedger': 'ledger.exported',
  'newsroom.getRecord': 'newsroom.record.read',
  'newsroom.evidencePack': 'newsroom.evidence.made',
  'newsroom.printCorrection': 'newsroom.correction.printed',
  'newsroom.getRoyalties': 'newsroom.royalties.read',
  'newsroom.royaltySheet': 'newsroom.royalties.exported',
  'newsroom.printStory': 'newsroom.story.printed',
  'newsroom.storyDocx': 'newsroom.story.printed',
  'newsroom.printCueSheet': 'newsroom.rundown.printed',
  'newsroom.exportNinjs': 'newsroom.story.exported',
  'newsroom.exportNewsml': 'newsroom.story.exported',
  'newsroom.exportCaptions': 'newsroom.story.exported',
  'personal-data.ownCopy': 'personal-data.own-copy.taken',
  'personal-data.printRegister': 'personal-data.register.printed',
  'ledger.listEntries': 'ledger.listed',
}

/** Routes that look as if they did, and why they leave none. */
const needsNone: Readonly<Record<string, string>> = {
  'organisation.downloadTemplate': 'an empty workbook',
  'evaluation.productTemplate': 'an empty workbook',
  'evaluation.listProducts': 'points of products',
  'evaluation.getRulebook': 'points of criteria in the rules',
  'evaluation.listRulebooks': 'the rules',
  'evaluation.getRatings': 'what the rater gave: one’s own',
  'evaluation.getMeeting': 'a meeting’s own list of who was called and excused, to those called',
  'evaluation.resultProof': 'one’s own only',
  'newsroom.getRundown': 'who reads and who ordered, to the newsroom that airs it',
  'newsroom.getRundownPrompter': 'scripts to be broadcast, to the newsroom that airs them',
  'newsroom.getStoryPrompter': 'the same',
  'newsroom.getFrozen': 'who approved what aired, to the newsroom that aired it',
  'newsroom.listAirings': 'what aired and who read it, to the newsroom that aired it',
  'newsroom.getStory': 'a script to be broadcast, to the newsroom that makes it',
  'newsroom.getStoryVersion': 'the same',
  'newsroom.searchStories': 'the same, by their words',
  'newsroom.getAfterAir': 'when it aired and who archived it, to the newsroom that aired it',
  'newsroom.listCorrections': 'corrections of what aired, to the newsroom that aired it',
  'newsroom.getCorrection': 'who opened and issued it, to the newsroom that aired it',
  'newsroom.listMedia': 'films and who brought them, to the newsroom that airs them',
  'newsroom.searchMedia': 'the same, with the stories that show them',
  'newsroom.getMedia': 'the same',
  'newsroom.playMedia': 'a film to be broadcast, to the newsroom that airs it, in hundreds of stretches',
  'newsroom.getPicture': 'the same',
  'newsroom.uploadOffset': 'a figure',
  'newsroom.getDesk': 'standing words of columns, nobody’s record',
  'newsroom.exportDictionary': 'how abbreviations are read',
  'personal-data.register': 'classes and periods, nobody’s records',
  'personal-data.listProposals': 'counts by class',
}

const routes = Object.entries(contracts).flatMap(([module, table]) => Object.entries(table).map(([name, route]) => ({ name: `${module}.${name}`, route: route as Route })))
const reads = routes.filter(({ route }) => route.method === 'GET' && route.permission !== 'public')

const server = await wholeServer(import.meta)

test('every read whose contract shows persons, and every file, is known: it leaves an entry, or it is said why not', () => {
  const found = reads.filter(({ route }) => showsPersons(route)).map(({ name }) => name)
  assert.ok(found.length > 25, `only ${found.length} routes show persons`)
  assert.deepEqual(found.filter((name) => !(name in recorded) && !(name in needsNone)), [], 'decide what these leave in the ledger')
  for (const name of [...Object.keys(recorded), ...Object.keys(needsNone)]) assert.ok(reads.some((read) => read.name === name), `${name} is no read`)
})

let commune: SmallCommune
let campaignId: CampaignId
let taskId: TaskId

before(async () => {
  commune = await smallCommune(server)
  taskId = await assign(commune.as.officeHead, commune.people.clerk, await withProduct(commune))
  campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish')
  const { resultId } = await resultOf(commune, campaignId, 'clerk')
  await commune.as.clerk.call(resultRoutes.filePetition, { params: { resultId: resultId! }, body: { text: 'Đề nghị xem lại tiêu chí III.1.' } })
})

const entries = () => server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').select(['action', 'about', 'person_id']).where('tenant_id', '=', commune.tenantId).orderBy('id').execute())

/** Reads of the clerk’s record by somebody else, by route. */
const looks = (): Readonly<Record<string, () => Promise<unknown>>> => ({
  'organisation.getPerson': () => commune.as.officer.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } }),
  'evaluation.listTasks': () => commune.as.officeHead.call(taskRoutes.listTasks, { query: { personId: commune.people.clerk } }),
  'evaluation.getTask': () => commune.as.officeHead.call(taskRoutes.getTask, { params: { taskId } }),
  'evaluation.getSheet': () => commune.as.officeHead.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } }),
  'evaluation.getResult': () => commune.as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } }),
  'evaluation.listResults': () => commune.as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: { sort: 'total' } }),
  'evaluation.listPetitions': () => commune.as.chair.call(resultRoutes.listPetitions, {}),
  'evaluation.history': () => commune.as.officer.call(resultRoutes.history, { params: { personId: commune.people.clerk } }),
  'evaluation.form01': () => commune.as.officer.call(resultRoutes.form01, { params: { campaignId }, query: {} }),
  'evaluation.resultsWorkbook': () => commune.as.officer.call(resultRoutes.resultsWorkbook, { params: { campaignId } }),
})

for (const name of ['organisation.getPerson', 'evaluation.listTasks', 'evaluation.getTask', 'evaluation.getSheet', 'evaluation.getResult', 'evaluation.listResults', 'evaluation.listPetitions', 'evaluation.history', 'evaluation.form01', 'evaluation.resultsWorkbook']) {
  test(`${name} by somebody else is an entry about the person, who sees it`, async () => {
    const before = (await entries()).length
    await looks()[name]?.()
    const added = (await entries()).slice(before)
    assert.deepEqual(added.map((entry) => entry.action), [recorded[name]])
    assert.ok(added[0]?.about.includes(commune.people.clerk))
    const { items } = await commune.as.clerk.call(ledgerRoutes.recordReadings, {})
    assert.deepEqual([items[0]?.action, items[0]?.reader.personId], [recorded[name], added[0]?.person_id])
  })
}

test('looking at one’s own leaves no entry', async () => {
  const before = (await entries()).length
  const { clerk } = commune.as
  await clerk.call(taskRoutes.listTasks, { query: {} })
  await clerk.call(taskRoutes.getTask, { params: { taskId } })
  await clerk.call(resultRoutes.listPetitions, {})
  await clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  await clerk.call(resultRoutes.resultProof, { params: { campaignId, personId: commune.people.clerk } })
  await clerk.call(resultRoutes.history, { params: { personId: commune.people.clerk } })
  assert.equal((await entries()).length, before)
})
