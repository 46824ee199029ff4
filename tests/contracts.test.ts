import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { contracts } from '#apps/server/modules.ts'
import { tables } from '#database/tables.ts'
import type { CampaignId, Id } from '#kernel/id.ts'
import { secrecyLevels } from '#kernel/secrecy.ts'
import { approvalStatuses } from '#modules/accounts/domain/approval.ts'
import { secondFactorRules, twoPersonRules } from '#modules/accounts/domain/policy.ts'
import { accountsRefusals } from '#modules/accounts/domain/refusals.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import { accountsText } from '#modules/accounts/web/messages.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { evidenceView, subjectSheetView } from '#modules/evaluation/contract/views.ts'
import { ballotMethods, conflictCauses, questionStatuses } from '#modules/evaluation/domain/ballot.ts'
import { campaignStatuses, periodKinds } from '#modules/evaluation/domain/campaign.ts'
import { productParts, productStatuses } from '#modules/evaluation/domain/catalogue.ts'
import { editionRoutes } from '#modules/evaluation/contract/edition-routes.ts'
import { editionStatuses } from '#modules/evaluation/domain/edition.ts'
import { kinshipRelations } from '#modules/evaluation/domain/kinship.ts'
import { attendeeRoles, meetingStatuses, paperHeadings, quorums } from '#modules/evaluation/domain/meeting.ts'
import { participantStatuses } from '#modules/evaluation/domain/participant.ts'
import { petitionStatuses } from '#modules/evaluation/domain/petition.ts'
import { proposedPlanStatuses } from '#modules/evaluation/domain/plan-status.ts'
import { raterStatuses } from '#modules/evaluation/domain/rater.ts'
import { evaluationRefusals } from '#modules/evaluation/domain/refusals.ts'
import { taskOrigins, taskStatuses } from '#modules/evaluation/domain/task.ts'
import { unitCampaignStatuses, unitFileStatuses, unitRaters } from '#modules/evaluation/domain/unit-campaign.ts'
import { refusalWordsEn, refusalWordsVi } from '#modules/evaluation/web/refusal-words.ts'
import { ledgerRefusals } from '#modules/ledger/domain/refusals.ts'
import { ledgerText } from '#modules/ledger/web/messages.ts'
import { airStates, approvalLevels, storyActs, storyStates } from '#modules/newsroom/domain/approval/state.ts'
import { assignmentStates } from '#modules/newsroom/domain/planning/state.ts'
import { itemKinds, itemStages, rundownStates } from '#modules/newsroom/domain/rundown/state.ts'
import { headingKinds } from '#modules/newsroom/domain/desk/heading.ts'
import { rightsColours } from '#modules/newsroom/domain/media/rights.ts'
import { mediaFaults, mediaStates } from '#modules/newsroom/domain/media/state.ts'
import { rateKinds } from '#modules/newsroom/domain/royalties/rates.ts'
import { royaltyRoles } from '#modules/newsroom/domain/royalties/split.ts'
import { newsroomRefusals } from '#modules/newsroom/domain/refusals.ts'
import { readKinds } from '#modules/newsroom/domain/speech/index.ts'
import { newsroomText } from '#modules/newsroom/web/messages.ts'
import { importRoutes } from '#modules/organisation/contract/import-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { importPhases, importStatuses, rowOutcomes } from '#modules/organisation/domain/import/import-state.ts'
import { absenceTerms, codesOf, holdingStatusTerms, identityTerms, postRoleTerms, sexTerms, unitChangeTerms } from '#modules/organisation/domain/reference-lists.ts'
import { organisationRefusals } from '#modules/organisation/domain/refusals.ts'
import { spreadsheetRefusalTexts } from '#modules/organisation/web/import/spreadsheet-words.ts'
import { refusalTexts as organisationWords } from '#modules/organisation/web/refusal-words.ts'
import { stubAbouts } from '#modules/personal-data/domain/classified/stub.ts'
import { proposalStatuses } from '#modules/personal-data/domain/proposal.ts'
import { personalDataRefusals } from '#modules/personal-data/domain/refusals.ts'
import { requestKinds, requestStatuses } from '#modules/personal-data/domain/requests/request.ts'
import { personalDataText } from '#modules/personal-data/web/messages.ts'
import { platformRefusals } from '#platform/http/refusals.ts'
import { spreadsheetRefusals } from '#platform/spreadsheet/refusals.ts'
import { refusalWords } from '#ui/refusal-words.ts'
import { decideAll, act, openOctober, scoreAll } from './setup/evaluation-campaigns.ts'
import { assign, withProduct } from './setup/evaluation-tasks.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'

const server = await wholeServer(import.meta)
const owner = new pg.Client({ connectionString: server.database.ownerUrl })
await owner.connect()
after(() => owner.end())

const catalogues: Readonly<Record<string, Readonly<Record<string, number>>>> = { organisation: organisationRefusals, accounts: accountsRefusals, ledger: ledgerRefusals, evaluation: evaluationRefusals, newsroom: newsroomRefusals, 'personal-data': personalDataRefusals }

test('every refusal a route names stands in its module’s catalogue or the platform’s', () => {
  for (const [module, table] of Object.entries(contracts)) {
    for (const [name, route] of Object.entries(table)) {
      for (const code of route.refusals) assert.ok(code in (catalogues[module] ?? {}) || code in platformRefusals || code in spreadsheetRefusals, `${module}.${name} names ${code}`)
    }
  }
})

const serversFault = new Set(['platform.stored-file-damaged', 'platform.field-key-missing', 'platform.sealed-field-broken', 'platform.no-space', 'platform.database-away'])

test('every refusal has a status that says whose fault it is', () => {
  for (const [code, status] of [platformRefusals, spreadsheetRefusals, ...Object.values(catalogues)].flatMap((catalogue) => Object.entries(catalogue))) {
    // The server's own fault, and known to be.
    assert.ok((status >= 400 && status < 500) || (status === 503 && serversFault.has(code)), `${code}: ${status}`)
  }
})

for (const [module, codes, words] of [
  ['the platform', platformRefusals, refusalWords],
  ['workbooks', spreadsheetRefusals, spreadsheetRefusalTexts],
  ['organisation', organisationRefusals, organisationWords],
  ['accounts', accountsRefusals, { vi: accountsText.vi.refusals, en: accountsText.en.refusals }],
  ['ledger', ledgerRefusals, { vi: ledgerText.vi.refusals, en: ledgerText.en.refusals }],
  ['newsroom', newsroomRefusals, { vi: newsroomText.vi.refusals, en: newsroomText.en.refusals }],
  ['personal data', personalDataRefusals, { vi: personalDataText.vi.refusals, en: personalDataText.en.refusals }],
  ['evaluation', evaluationRefusals, { vi: refusalWordsVi, en: refusalWordsEn }],
] as const) {
  test(`every refusal of ${module} has Vietnamese and English words`, () => {
    for (const code of Object.keys(codes)) {
      for (const language of ['vi', 'en'] as const) {
        const text: unknown = (words[language] as Readonly<Record<string, unknown>>)[code]
        assert.ok(typeof text === 'function' || (typeof text === 'string' && text.length > 5), `${code} in ${language}`)
        if (typeof text === 'string') assert.equal(text, text.normalize('NFC'))
      }
    }
  })
}

/** Closed sets by the column that keeps them; the rest of the schema has no other. */
const closedSets: Readonly<Record<string, readonly string[]>> = {
  'accounts_approval.status': approvalStatuses,
  'accounts_grant.role': grantedRoles,
  'accounts_policy.second_factor': secondFactorRules,
  'accounts_policy.two_persons': twoPersonRules,
  'evaluation_campaign.period_kind': periodKinds,
  'evaluation_campaign.status': campaignStatuses,
  'evaluation_document.kind': campaignRoutes.addDocument.query.shape.kind.options,
  'evaluation_evidence.kind': evidenceView.shape.kind.options,
  'evaluation_kinship.relation': kinshipRelations,
  'evaluation_meeting.heading': paperHeadings,
  'evaluation_meeting.quorum': quorums,
  'evaluation_meeting.status': meetingStatuses,
  'evaluation_meeting_attendee.role': attendeeRoles,
  'evaluation_meeting_question.method': ballotMethods,
  'evaluation_meeting_question.status': questionStatuses,
  'evaluation_meeting_voter.barred': conflictCauses,
  'evaluation_participant.status': participantStatuses,
  'evaluation_period_score.source': subjectSheetView.shape.months.element.shape.source.options,
  'evaluation_petition.status': petitionStatuses,
  'evaluation_plan.status': proposedPlanStatuses,
  'evaluation_product.part': productParts,
  'evaluation_product.status': productStatuses,
  'evaluation_rater.status': raterStatuses,
  'evaluation_rulebook_edition.status': editionStatuses,
  'evaluation_sheet_return.rater': sheetRoutes.saveSheet.params.shape.rater.options,
  'evaluation_task.origin': taskOrigins,
  'evaluation_task.status': taskStatuses,
  'evaluation_unit_campaign.period_kind': periodKinds,
  'evaluation_unit_campaign.status': unitCampaignStatuses,
  'evaluation_unit_file.status': unitFileStatuses,
  'evaluation_unit_sheet.rater': unitRaters,
  'newsroom_assignment.state': assignmentStates,
  'newsroom_rundown.state': rundownStates,
  'newsroom_rundown_item.kind': itemKinds,
  'newsroom_rundown_item.stage': itemStages,
  'newsroom_heading.kind': headingKinds,
  'newsroom_reader_rate.kind': readKinds,
  'newsroom_media.fault': mediaFaults,
  'newsroom_media.rights': rightsColours,
  'newsroom_media.state': mediaStates,
  'newsroom_royalty_line.role': royaltyRoles,
  'newsroom_royalty_rate.kind': rateKinds,
  'newsroom_story.state': storyStates,
  'newsroom_delegation.level': approvalLevels,
  'newsroom_signing.level': approvalLevels,
  'newsroom_story.air': airStates,
  'newsroom_story_step.act': storyActs,
  'organisation_absence.kind': codesOf(absenceTerms),
  'organisation_identity.kind': codesOf(identityTerms),
  'organisation_holding.status': codesOf(holdingStatusTerms),
  'organisation_import.phase': importPhases,
  'organisation_import.status': importStatuses,
  'organisation_import_row.outcome': rowOutcomes,
  'organisation_person.sex': codesOf(sexTerms),
  'organisation_post.role': codesOf(postRoleTerms),
  'organisation_unit_change.kind': codesOf(unitChangeTerms),
  'personal_data_classified_stub.about_kind': stubAbouts,
  'personal_data_classified_stub.secrecy': secrecyLevels,
  'personal_data_proposal.status': proposalStatuses,
  'personal_data_request.kind': requestKinds,
  'personal_data_request.status': requestStatuses,
}

/** Sets that only statements know. */
const keptInTheDatabase = ['accounts_challenge.kind', 'evaluation_unit_sheet_return.rater', 'organisation_unit_change_unit.side', 'working_day_exception.kind']

test('every closed set of the rules is the set its column accepts', async () => {
  const { rows } = await owner.query<{ place: string; rule: string }>(
    `select c.conrelid::regclass || '.' || a.attname as place, pg_get_constraintdef(c.oid) as rule
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'c' and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { place, rule } of rows) {
    if (/^CHECK \(\(\w+ = ANY \(ARRAY\[/.test(rule)) found[place] = [...rule.matchAll(/'([^']+)'::text/g)].map(([, value]) => value ?? '').toSorted()
  }
  for (const place of keptInTheDatabase) delete found[place]
  const wanted = Object.fromEntries(Object.entries(closedSets).map(([place, values]) => [place, [...values].toSorted()]))
  assert.deepEqual(Object.fromEntries(Object.entries(found).toSorted()), wanted)
})

test('the application role sees no row without a tenant, and cannot write one', async () => {
  const commune = await smallCommune(server)
  await owner.query('begin')
  try {
    await owner.query('set local role thuocdo_app')
    for (const [table, kind] of Object.entries(tables)) {
      if (kind === 'tenant') assert.equal((await owner.query(`select 1 from ${table}`)).rowCount, 0, table)
    }
    await assert.rejects(owner.query(`insert into ledger_entry (tenant_id, id, at, action, subject_kind, subject_id, data) values ($1, $2, now(), 'a.b', 'x', '', '{}')`, [commune.tenantId, randomUUID()]), /row-level security/)
  } finally {
    await owner.query('rollback')
  }
})

test('the application role sees only its tenant’s rows, whatever it asks for', async () => {
  const first = await smallCommune(server)
  const second = await smallCommune(server)
  await server.inTenant(second.tenantId, async (tx) => {
    const people = await tx.selectFrom('organisation_person').select('tenant_id').execute()
    assert.deepEqual([...new Set(people.map((row) => row.tenant_id))], [second.tenantId])
    assert.equal((await tx.selectFrom('organisation_person').selectAll().where('tenant_id', '=', first.tenantId).execute()).length, 0)
    const { numUpdatedRows } = await tx.updateTable('organisation_person').set({ code: 'X' }).where('tenant_id', '=', first.tenantId).executeTakeFirstOrThrow()
    assert.equal(numUpdatedRows, 0n)
  })
})

for (const statement of [`update ledger_entry set action = 'x.y'`, 'delete from ledger_entry', 'truncate ledger_entry', 'drop table ledger_entry', 'alter table ledger_entry disable row level security']) {
  test(`the application role cannot ${statement.split(' ledger_entry')[0]} the ledger`, async () => {
    const client = new pg.Client({ connectionString: server.database.url })
    await client.connect()
    try {
      await client.query('set role thuocdo_app')
      await assert.rejects(client.query(statement), (error: { code?: string }) => error.code === '42501')
    } finally {
      await client.end()
    }
  })
}

let commune: SmallCommune
let campaignId: CampaignId
let evidenceId: string
let documentId: string
let editionId: Id<'edition'>

before(async () => {
  commune = await smallCommune(server)
  const { officer, officeHead, clerk } = commune.as
  const taskId = await assign(officeHead, commune.people.clerk, await withProduct(commune))
  ;({ id: evidenceId } = await clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'bao-cao.txt', secrecy: 'none' }, body: new TextEncoder().encode('Báo cáo tháng 10') }))
  campaignId = await openOctober(commune)
  ;({ documentId } = await officer.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName: 'bien-ban.txt', kind: 'minutes', secrecy: 'none' }, body: new TextEncoder().encode('Biên bản họp') }))
  ;({ editionId } = await officer.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Quy định của xã' } }))
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish')
})

/** Reads that leave an entry: who reads, what, and the action kept. */
const readsKept: Readonly<Record<string, { readonly action: string; readonly read: () => Promise<unknown> }>> = {
  'a person’s particulars': { action: 'organisation.person.detail-read', read: () => commune.as.officer.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } }) },
  'another’s sheet': { action: 'evaluation.sheet.read', read: () => commune.as.officeHead.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } }) },
  'another’s result': { action: 'evaluation.result.read', read: () => commune.as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } }) },
  'another’s history': { action: 'evaluation.history.read', read: () => commune.as.officer.call(resultRoutes.history, { params: { personId: commune.people.clerk } }) },
  'a file of evidence': { action: 'evaluation.evidence.downloaded', read: () => commune.as.officeHead.call(taskRoutes.downloadEvidence, { params: { evidenceId } }) },
  'a paper of the campaign': { action: 'evaluation.document.opened', read: () => commune.as.officer.call(campaignRoutes.downloadDocument, { params: { documentId } }) },
  'form 01': { action: 'evaluation.form.printed', read: () => commune.as.officer.call(resultRoutes.form01, { params: { campaignId }, query: { personId: commune.people.clerk } }) },
  'the workbook of results': { action: 'evaluation.results.exported', read: () => commune.as.officer.call(resultRoutes.resultsWorkbook, { params: { campaignId } }) },
  'who a draft would move': { action: 'evaluation.rulebook.simulated', read: () => commune.as.officer.call(editionRoutes.simulateEdition, { params: { editionId }, query: { campaignId } }) },
  'the workbook of the organisation': { action: 'organisation.exported', read: () => commune.as.officer.call(importRoutes.exportAll, {}) },
  'the workbook of the catalogue': { action: 'evaluation.catalogue.exported', read: () => commune.as.officer.call(catalogueRoutes.exportProducts, {}) },
}

const entriesOf = (action: string) => server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').select(['person_id', 'subject_kind', 'subject_id']).where('tenant_id', '=', commune.tenantId).where('action', '=', action).execute())

for (const [what, { action, read }] of Object.entries(readsKept)) {
  test(`reading ${what} is in the ledger when the answer leaves`, async () => {
    const before = (await entriesOf(action)).length
    await read()
    const entries = await entriesOf(action)
    assert.equal(entries.length, before + 1)
    assert.ok(entries.every((entry) => entry.person_id !== null && entry.subject_id !== ''))
  })
}

test('reading one’s own sheet and result leaves no entry', async () => {
  const before = (await entriesOf('evaluation.sheet.read')).length + (await entriesOf('evaluation.result.read')).length
  await commune.as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } })
  await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  assert.equal((await entriesOf('evaluation.sheet.read')).length + (await entriesOf('evaluation.result.read')).length, before)
})
