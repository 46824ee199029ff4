import { createHash, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { after } from 'node:test'
import pg from 'pg'
import { asId, type PersonId, type UnitId } from '#kernel/id.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { ballotRoutes } from '#modules/evaluation/contract/ballot-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { identityRoutes } from '#modules/organisation/contract/identity-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { classifiedRoutes } from '#modules/personal-data/contract/classified-routes.ts'
import { requestRoutes } from '#modules/personal-data/contract/request-routes.ts'
import { decidingOctober, openMeeting } from '#tests/setup/council.ts'
import { act, decideAll } from '#tests/setup/evaluation-campaigns.ts'
import { assign, withProduct } from '#tests/setup/evaluation-tasks.ts'
import type { KnownIds } from '#tests/setup/plausible.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { TestServer } from '#tests/setup/test-server.ts'
import { openRound, scoreUnit, decideUnit } from '#tests/setup/unit-rounds.ts'
import type { Place } from './people.ts'

/** A commune in which everything a route can be about exists once. */
export interface FullCommune {
  readonly commune: SmallCommune
  readonly unit: Readonly<Record<Place, UnitId>>
  readonly person: Readonly<Record<string, PersonId>>
  /** Ids by the name of a parameter, for the file of the clerk. */
  readonly ids: KnownIds
  /** The result of the typist, whose file has others. */
  readonly typistResult: string
  /** Runs statements as the owner of the database, past every rule but the constraints. */
  readonly asOwner: (text: string, values?: readonly unknown[]) => Promise<void>
}

async function founded(commune: SmallCommune, code: string, parentId: UnitId | null, kind: 'party_committee' | 'other'): Promise<UnitId> {
  const done = await commune.as.officer.call(organisationRoutes.changeUnits, {
    body: { kind: 'found', effectiveOn: '2026-11-01', documentNumber: '1/QĐ', documentDate: null, note: '', unit: { code, name: code, shortName: code, kind, level: 'commune', parentId, takes: [] } },
  })
  return done.unitId
}

async function employed(commune: SmallCommune, code: string, fullName: string, unitId: UnitId, head: boolean): Promise<PersonId> {
  const { officer } = commune.as
  const post = { code: `P-${code}`, title: head ? 'Trưởng' : 'Chuyên viên', role: head ? ('head' as const) : ('staff' as const), isLeader: head, publicContact: false, peerGroup: '', places: 1, from: '2026-11-01', to: null }
  const { id: postId } = await officer.call(organisationRoutes.createPost, { params: { unitId }, body: post })
  const { id } = await officer.call(organisationRoutes.createPerson, { body: { code, fullName, sex: null, birthDate: null } })
  await officer.call(organisationRoutes.appoint, { body: { personId: id, postId, status: 'civil_servant', isPrimary: true, from: '2026-11-01', to: null, decisionNumber: '', decisionDate: null } })
  return asId<'person'>(id)
}

/** Founds it: a published campaign over October with a petition, a meeting with an open ballot, a decided round, a task, an edition. */
export async function fullCommune(server: TestServer): Promise<FullCommune> {
  const commune = await smallCommune(server)
  const { as, people, units, tenantId } = commune
  const productId = await withProduct(commune)
  const taskId = await assign(as.officeHead, people.clerk, productId, { deadline: '2026-10-20' })
  const evidence = await as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName: 'van-ban.pdf', secrecy: 'none' }, body: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') })
  const { id: stubId } = await as.clerk.call(classifiedRoutes.addStub, { body: { about: { kind: 'task', id: taskId }, number: '12/TB', issuedOn: '2026-11-02', issuer: 'Tỉnh', secrecy: 'confidential', keptAt: 'Văn thư' } })
  const campaignId = await decidingOctober(server, commune)
  const { documentId } = await as.officer.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName: 'bien-ban.pdf', kind: 'minutes', secrecy: 'none' }, body: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') })
  const meetingId = await openMeeting(commune, campaignId)
  const { questionId } = await as.officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: null, title: 'Mức xếp loại', method: 'devices', choices: ['Đồng ý', 'Không'] } })
  const client = new pg.Client({ connectionString: server.database.ownerUrl })
  await client.connect()
  after(() => client.end())
  const asOwner = async (text: string, values: readonly unknown[] = []): Promise<void> => void (await client.query(text, [...values]))
  await asOwner('set session_replication_role = replica')
  await asOwner(`update evaluation_meeting set status = 'closed', closed_at = now() where id = $1`, [meetingId])
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo kết luận của tập thể lãnh đạo')
  const resultOf = async (person: PersonId): Promise<string> => {
    const row = await server.inTenant(tenantId, (tx) => tx.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where('person_id', '=', person).select('id').executeTakeFirstOrThrow())
    return row.id
  }
  const resultId = await resultOf(people.clerk)
  const { petitionId } = await as.clerk.call(resultRoutes.filePetition, { params: { resultId: asId<'result'>(resultId) }, body: { text: 'Đề nghị xem lại' } })

  const unitCampaignId = await openRound(commune)
  await scoreUnit(unitCampaignId, as.officeHead, as.chair, units.VP)
  await decideUnit(as.chair, unitCampaignId, units.VP, 'good', 'Căn cứ hồ sơ theo dõi bằng giấy')
  const editionId = randomUUID()
  // As beginning a draft leaves it; the text itself is the decree's.
  const source = await readFile(new URL('../../modules/evaluation/rulebooks/nd-335-2025.yaml', import.meta.url), 'utf8')
  const draft = { tenant_id: tenantId, id: editionId, rulebook_id: 'quy-dinh-cua-xa', number: 1, name: JSON.stringify({ vi: 'Quy định của xã', en: 'Rules of the commune' }), status: 'draft', source, hash: createHash('sha256').update(source).digest('hex'), basis_id: 'nd-335-2025', basis_version: '1', created_at: server.clock.now, changed_at: server.clock.now }
  await server.inTenant(tenantId, (tx) => tx.insertInto('evaluation_rulebook_edition').values(draft).execute())
  const { id: absenceId } = await as.officer.call(organisationRoutes.addAbsence, { params: { personId: people.clerk }, body: { kind: 'sick_leave', from: '2027-01-01', to: '2027-01-05', decisionNumber: '' } })

  const unit = { committee: units.XA, office: units.VP, division: units.KT, team: await founded(commune, 'TO', units.VP, 'other'), party: await founded(commune, 'DU', null, 'party_committee') }
  const person: Record<string, PersonId> = {
    ...people,
    teamHead: await employed(commune, 'TT', 'Đỗ Văn Tổ', unit.team, true),
    teamStaff: await employed(commune, 'TV', 'Lý Thị Viên', unit.team, false),
    committeeStaff: await employed(commune, 'UB', 'Mai Văn Bàn', unit.committee, false),
    secretary: await employed(commune, 'BT', 'Tô Văn Thư', unit.party, true),
    partyStaff: await employed(commune, 'DV', 'Hà Thị Đảng', unit.party, false),
    retired: await employed(commune, 'HT', 'Ông Văn Hưu', unit.office, true),
  }
  await asOwner(`update organisation_holding set valid_to = '2026-11-19' where person_id = $1`, [person['retired']])
  const { kinshipId } = await as.officer.call(raterRoutes.declareKinship, { params: { personId: people.clerk }, body: { relativeId: people.engineer, relation: 'sibling', note: '' } })
  // The typist's file names a superior who heads nothing and an authority of the Party committee.
  await asOwner('update evaluation_participant set superior_id = $1, decider_id = $2 where person_id = $3', [people.engineer, person['partyStaff'], people.typist])
  const [accountId, roleId] = [randomUUID(), randomUUID()]
  await asOwner(`insert into accounts_user (id, tenant_id, person_id, name, username, created_at) values ($1, $2, $3, 'Kỹ sư', 'kysu', now())`, [accountId, tenantId, people.engineer])
  await asOwner(`insert into accounts_grant (tenant_id, id, account_id, role, unit_id, valid_from) values ($1, $2, $3, 'decider', $4, '2026-11-01')`, [tenantId, roleId, accountId, units.KT])
  // Assignments are given to people of the newsroom only.
  await asOwner(`insert into accounts_grant (tenant_id, id, account_id, role, unit_id, valid_from) values ($1, $2, $3, 'reporter', $4, '2026-11-01')`, [tenantId, randomUUID(), accountId, units.VP])
  const importId = randomUUID()
  const params = { personId: people.clerk, identityKind: 'personal_id' as const }
  await as.officer.call(identityRoutes.saveIdentity, { params, body: { version: 0, number: '099185012345', accepted: ['place', 'sex', 'birth-year'] } })
  const { requestId } = await as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'access', recordClass: 'people', recordId: null, reason: 'Để đối chiếu' } })
  const proposalId = randomUUID()
  await asOwner(`insert into personal_data_proposal (tenant_id, id, record_class, months, ended_before, things, held, status, proposed_at) values ($1, $2, 'tasks', 60, '2021-11-20', 1, 0, 'open', now())`, [tenantId, proposalId])
  await asOwner(
    `insert into organisation_import (tenant_id, id, file_hash, file_name, byte_size, status, phase, uploaded_by, uploaded_at, beat_at) values ($1, $2, repeat('a', 64), 'to-chuc.xlsx', 1, 'refused', 'done', $2, now(), now())`,
    [tenantId, importId],
  )
  const [storyId, mediaId] = [randomUUID(), randomUUID()]
  await asOwner(`insert into newsroom_story (tenant_id, id, unit_id, author_id, state, title, created_at, changed_at) values ($1, $2, $3, $4, 'draft', 'Tin', now(), now())`, [tenantId, storyId, units.VP, people.clerk])
  await asOwner(`insert into newsroom_story_version (tenant_id, story_id, version, content, hash, saved_by, saved_at) values ($1, $2, 1, $3, sha256('tin'), $4, now())`, [tenantId, storyId, JSON.stringify({ title: 'Tin', column: null, category: null, people: [], blocks: [{ id: storyId, kind: 'closing', cuttable: false, text: 'Xin chào.' }] }), people.clerk])
  await asOwner(`insert into newsroom_story_record (tenant_id, story_id, file_name, bytes, steps, faults, imported_by, imported_at) values ($1, $2, 'tin.txt', 'tin', '[]', '[]', $3, now())`, [tenantId, storyId, people.clerk])
  const { media } = server.services
  await asOwner(`insert into newsroom_media (tenant_id, id, unit_id, story_id, name, bytes, fingerprint, state, sha256, facts, rights, uploaded_by, begun_at, finished_at) values ($1, $2, $3, $4, 'phim.mp4', 4, 'phim', 'ready', sha256('phim'), '{"container":"MPEG-4","durationMs":null,"picture":null,"sound":null}', 'green', $5, now(), now())`, [tenantId, mediaId, units.VP, storyId, people.clerk])
  await asOwner(`insert into newsroom_media_picture (tenant_id, media_id, bytes) values ($1, $2, 'hinh')`, [tenantId, mediaId])
  await media.uploads.begin(mediaId)
  await writeFile(media.uploads.fileOf(mediaId), 'phim')
  await media.putAway(mediaId)
  const [headingId, programmeId, slotId] = [randomUUID(), randomUUID(), randomUUID()]
  await asOwner(`insert into newsroom_heading (tenant_id, id, unit_id, kind, name, first_day) values ($1, $2, $4, 'column', 'Xây dựng Đảng', '2026-01-01'), ($1, $3, $4, 'programme', 'Thời sự', '2026-01-01')`, [tenantId, headingId, programmeId, units.VP])
  await asOwner(`insert into newsroom_slot (tenant_id, id, programme_id, weekdays, start_minute, planned_seconds, hard_out, first_day) values ($1, $2, $3, '{1,3,5}', 1185, 900, true, '2026-01-01')`, [tenantId, slotId, programmeId])
  await asOwner(`insert into newsroom_reader (tenant_id, person_id, unit_id, first_day) values ($1, $2, $3, '2026-01-01')`, [tenantId, people.clerk, units.VP])
  await asOwner(`insert into newsroom_dictionary_entry (tenant_id, written, spoken, changed_at) values ($1, '1', 'một', now())`, [tenantId])
  const [rundownId, itemId, frozenId, airingId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await asOwner(`insert into newsroom_rundown (tenant_id, id, unit_id, name, on_date, start_ms, created_by, created_at, changed_at) values ($1, $2, $3, 'Thời sự', '2026-11-20', 68400000, $4, now(), now())`, [tenantId, rundownId, units.VP, people.clerk])
  await asOwner(`insert into newsroom_rundown_item (tenant_id, id, rundown_id, order_key, kind, title, added_by, changed_by, changed_at) values ($1, $2, $3, 'i', 'ident', 'Hình hiệu', $4, $4, now())`, [tenantId, itemId, rundownId, people.clerk])
  await asOwner(`insert into newsroom_rundown_frozen (tenant_id, id, rundown_id, item_id, approvals, kind, title, cut_blocks, frozen_by, frozen_at) values ($1, $2, $3, $4, '[]', 'ident', 'Hình hiệu', '{}', $5, now())`, [tenantId, frozenId, rundownId, itemId, people.clerk])
  await asOwner(`insert into newsroom_airing (tenant_id, id, rundown_id, item_id, frozen_id, programme, kind, title, started_at, ended_at, actual_ms, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, 'Thời sự', 'ident', 'Hình hiệu', now(), now(), 0, $6, now())`, [tenantId, airingId, rundownId, itemId, frozenId, people.clerk])
  const delegationId = randomUUID()
  await asOwner(`insert into newsroom_delegation (tenant_id, id, from_id, to_id, level, from_day, to_day, document_number, document_date, recorded_by, recorded_at) values ($1, $2, $3, $4, 'leadership', '2026-11-20', '2026-11-30', '15-UQ', '2026-11-19', $3, now())`, [tenantId, delegationId, people.typist, people.clerk])
  const [assignmentId, commentId] = [randomUUID(), randomUUID()]
  await asOwner(`insert into newsroom_assignment (tenant_id, id, unit_id, topic, on_date, writer_id, due_at, planned_by, planned_at, changed_at) values ($1, $2, $3, 'Chi bộ thôn', '2026-11-20', $4, now(), $4, now(), now())`, [tenantId, assignmentId, units.VP, people.clerk])
  await asOwner(`insert into newsroom_comment (tenant_id, id, story_id, block_id, version, quoted, body, by_id, at) values ($1, $2, $3, $3, 1, 'Xin chào.', 'Ngắn hơn', $4, now())`, [tenantId, commentId, storyId, people.clerk])
  const [correctionId, lineId] = [randomUUID(), randomUUID()]
  await asOwner(`insert into newsroom_correction (tenant_id, id, story_id, airing_id, document_number, document_issuer, document_date, received_on, work_name, column_name, aired_on, false_content, corrected_content, apology, opened_by, opened_at, changed_at) values ($1, $2, $3, $4, '45/KL', 'Sở Văn hóa', '2026-11-20', '2026-11-20', 'Tin', 'Xây dựng Đảng', '2026-11-20', 'Sai', 'Đúng', 'Xin lỗi', $5, now(), now())`, [tenantId, correctionId, storyId, airingId, people.clerk])
  await asOwner(`insert into newsroom_royalty_line (tenant_id, id, unit_id, month, story_id, title, genre, aired_on, person_id, role, percent, amount, basis, recorded_by, recorded_at) values ($1, $2, $3, '2026-10-01', $4, 'Tin', 'Tin', '2026-10-20', $5, 'author', 100, 50000, '12/QĐ', $5, now())`, [tenantId, lineId, units.VP, storyId, people.clerk])
  await asOwner('insert into evaluation_rulebook (tenant_id, id, version, hash, source, pinned_at) select tenant_id, rulebook_id, number::text, hash, source, now() from evaluation_rulebook_edition where tenant_id = $1', [tenantId])
  const holding = await server.inTenant(tenantId, (tx) => tx.selectFrom('organisation_holding').where('tenant_id', '=', tenantId).where('person_id', '=', people.clerk).select(['id', 'post_id']).executeTakeFirstOrThrow())
  for (const table of ['organisation_unit', 'organisation_post', 'organisation_person', 'organisation_holding', 'organisation_absence', 'evaluation_campaign', 'evaluation_participant', 'evaluation_sheet', 'evaluation_task', 'evaluation_meeting', 'evaluation_meeting_attendee', 'evaluation_meeting_question', 'evaluation_result', 'evaluation_petition', 'evaluation_unit_campaign', 'evaluation_unit_file', 'evaluation_unit_sheet', 'evaluation_rulebook_edition', 'evaluation_product']) {
    await asOwner(`update ${table} set version = 1 where tenant_id = $1`, [tenantId])
  }
  for (const table of ['result', 'petition', 'period_score', 'unit_sheet', 'unit_result']) await asOwner(`create table kept_${table} as select * from evaluation_${table}`)
  return {
    commune,
    unit,
    person,
    typistResult: await resultOf(people.typist),
    asOwner,
    ids: {
      campaignId, documentId, editionId, evidenceId: evidence.id, meetingId, productId, questionId, taskId, petitionId, unitCampaignId, resultId, kinshipId, importId, absenceId, requestId, stubId, proposalId, delegationId, assignmentId, commentId, storyId, rundownId, itemId, frozenId, airingId, correctionId, lineId, mediaId, headingId, programmeId, slotId, readKind: 'voice_over', version: '1', identityKind: 'personal_id',
      personId: people.clerk, unitId: units.VP, postId: holding.post_id, holdingId: holding.id, raterId: people.engineer,
      rulebookId: 'nd-335-2025', rater: 'self', kind: 'colleagues', month: '2026-08-01', approvalId: randomUUID(), sessionId: randomUUID(), roleId,
    },
  }
}
