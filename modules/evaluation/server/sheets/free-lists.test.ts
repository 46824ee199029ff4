import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { act, adjust, decideAll, evaluationServer, octoberBody, resultOf } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { Refused, type Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { both, quantity, rulebookText } from '../rulebook/test-rulebook.ts'

// A body's own rulebook with a list to which rows are added by hand: initiatives of the month, at most three, at most 20 points.

const server = await evaluationServer(import.meta)

type Rows = Record<string, Record<string, string>>

const initiatives = {
  id: 'initiatives', name: both('Sáng kiến'), limit: 3, labelField: 'title',
  fields: [
    { id: 'title', type: 'text', name: both('Tên sáng kiến') },
    { id: 'reach', type: 'choice', name: both('Phạm vi áp dụng'), values: [{ value: 'unit', name: both('Đơn vị') }, { value: 'commune', name: both('Xã') }] },
    { id: 'points', type: 'number', integer: true, min: 0, max: 10, name: both('Điểm') },
    { id: 'recognised', type: 'boolean', default: false, name: both('Đã được công nhận') },
  ],
}
const ownRules = (id: string) =>
  rulebookText({
    id,
    lists: [initiatives],
    criteria: [{ code: 'points', name: both('Điểm'), max: 80, scoring: { kind: 'points' } }],
    raters: [
      { id: 'self', name: both('Tự chấm'), who: 'self', fills: ['criteria', 'tasks'], counts: false, whenMissing: 'insufficient_data' },
      { id: 'head', name: both('Thủ trưởng'), who: 'direct_superior', fills: ['criteria', 'tasks'], counts: true, whenMissing: 'insufficient_data' },
    ],
    sheet: {
      total: 'total', maximum: 100,
      limits: [{ path: 'initiatives', when: 'bonus > 20', message: both('Sáng kiến không quá 20 điểm'), expected: '≤ 20' }, { list: 'initiatives', path: 'points', when: 'not (recognised) and points > 5', message: both('Chưa công nhận thì không quá 5 điểm'), expected: '≤ 5' }],
      quantities: [
        quantity('earned', 'points * if(reach == "commune", 2, 1)', { list: 'initiatives', unit: 'points' }),
        quantity('bonus', 'sum(initiatives, earned)', { unit: 'points' }),
        quantity('total', 'criteria.points + bonus', { unit: 'points' }),
      ],
    },
    examples: [
      { name: 'Không có sáng kiến', given: { group: 'all', criteria: { points: 80 }, initiatives: [] }, expect: { total: '80.00' } },
      { name: 'Một sáng kiến cấp xã', given: { group: 'all', criteria: { points: 70 }, initiatives: [{ title: 'Sổ chung', reach: 'commune', points: 4 }] }, expect: { total: '78.00' } },
    ],
  })

/** Issues the rules and opens a campaign over October in which the clerk alone is scored. */
async function campaignOfOwnRules(): Promise<{ commune: SmallCommune; campaignId: CampaignId; clerk: PersonId }> {
  const commune = await smallCommune(server)
  const { officer } = commune.as
  const { editionId } = await officer.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Quy định có sáng kiến' } })
  const { edition } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
  const { version } = await officer.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: edition.version, source: ownRules(edition.rulebookId) } })
  await officer.call(editionRoutes.issueEdition, { params: { editionId }, body: { version, documentNumber: '12-QĐ/ĐU', documentDate: '2026-09-18', signer: 'Trần Văn Chủ', validFrom: '2026-10-01', validTo: null } })
  const { campaignId } = await officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: edition.rulebookId } })
  for (const person of ['chair', 'officeHead', 'typist', 'officer', 'divisionHead', 'engineer'] satisfies CommunePerson[]) await adjust(commune, campaignId, person, { excludedReason: 'Không thuộc diện' })
  await act(commune, campaignId, 'open')
  return { commune, campaignId, clerk: commune.people.clerk }
}

const texts = { judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }

async function save(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', points: Record<string, string>, rows?: Rows) {
  const { sheets } = await by.call(sheetRoutes.getSheet, { params: { campaignId, personId } })
  const version = sheets.find((sheet) => sheet.rater === rater)?.version ?? 0
  return by.call(sheetRoutes.saveSheet, { params: { campaignId, personId, rater }, body: { ...texts, version, points, ...(rows === undefined ? {} : { lists: { initiatives: rows } }) } })
}

const submit = (by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', version: number) => by.call(sheetRoutes.submitSheet, { params: { campaignId, personId, rater }, body: { version } })

/** The cells a refusal names, with what was found there. */
const named = (error: unknown): string[] => {
  assert.ok(error instanceof Refused, String(error))
  const { problems = [], missing = [] } = error.data as { problems?: { code: string; found: string }[]; missing?: string[] }
  return [...problems.map(({ code, found }) => `${code}=${found}`), ...missing]
}
const names = (...cells: string[]) => (error: unknown): true => {
  assert.deepEqual(named(error), cells)
  return true
}

const first = { title: 'Sổ theo dõi chung', reach: 'commune', points: '4' }

test('rows added by hand keep their numbers, gaps and all; the superior’s rows count, in the order of their numbers', async () => {
  const { commune, campaignId, clerk } = await campaignOfOwnRules()
  const { as } = commune
  const own = await save(as.clerk, campaignId, clerk, 'self', { points: '75' }, { '2': first, '10': { title: 'Mẫu đơn', reach: 'unit', points: '05' } })
  const { sheets } = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: clerk } })
  assert.deepEqual(sheets[0]?.lists, { initiatives: { '2': first, '10': { title: 'Mẫu đơn', reach: 'unit', points: '5' } } })
  await submit(as.clerk, campaignId, clerk, 'self', own.version)
  const theirs = await save(as.officeHead, campaignId, clerk, 'superior', { points: '70' }, { '10': { ...first, points: '7', recognised: 'true' }, '3': { title: 'Mẫu đơn', reach: 'unit', points: '2' } })
  await submit(as.officeHead, campaignId, clerk, 'superior', theirs.version)
  await act(commune, campaignId, 'compile')
  // 70 + 2 + 7 × 2.
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.total, row.provisionalLevel], ['86.00', 'good'])
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish')
  const { derivation } = await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: clerk } })
  const text = JSON.stringify(derivation)
  assert.ok(text.indexOf('Mẫu đơn') > 0 && text.indexOf('Mẫu đơn') < text.indexOf('Sổ theo dõi chung'), 'the entries are called by their titles, the third row before the tenth')
})

test('every wrong entry is refused under the name of its cell, and nothing of the sheet is lost by it', async () => {
  const { commune, campaignId, clerk } = await campaignOfOwnRules()
  const { as } = commune
  const write = (rows: Rows) => save(as.clerk, campaignId, clerk, 'self', { points: '75' }, rows)
  const kept = await write({ '1': first })
  await assert.rejects(write({ a: first }), names('initiatives.a=a'))
  await assert.rejects(write({ '0': first }), names('initiatives.0=0'))
  await assert.rejects(write({ __proto__x: first }), names('initiatives.__proto__x=__proto__x'))
  await assert.rejects(write({ '1': { ...first, worth: '3' } }), names('initiatives.1.worth=worth'))
  await assert.rejects(write({ '1': first, '7': { ...first, points: '11' } }), names('initiatives.7.points=11'))
  await assert.rejects(write({ '1': first, '7': { ...first, points: '2.5' } }), names('initiatives.7.points=2.5'))
  await assert.rejects(write({ '7': { ...first, points: '-1' } }), names('initiatives.7.points=-1'))
  await assert.rejects(write({ '4': { ...first, reach: 'country' }, '7': { ...first, recognised: 'maybe' } }), names('initiatives.4.reach=country', 'initiatives.7.recognised=maybe'))
  await assert.rejects(write({ '1': first, '2': first, '3': first, '4': first }), names('initiatives=4'))
  await assert.rejects(as.clerk.call(sheetRoutes.saveSheet, { params: { campaignId, personId: clerk, rater: 'self' }, body: { ...texts, version: kept.version, points: {}, lists: { ideas: { '1': first } } } }), names('ideas=ideas'))
  const { sheets } = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: clerk } })
  assert.deepEqual([sheets[0]?.version, sheets[0]?.lists], [kept.version, { initiatives: { '1': first } }])
})

test('what is unfinished or breaks a limit is kept while it is written, and stops the sheet from being sent on', async () => {
  const { commune, campaignId, clerk } = await campaignOfOwnRules()
  const { as } = commune
  const blank = await save(as.clerk, campaignId, clerk, 'self', { points: '75' }, { '1': first, '5': { title: 'Chưa xong' }, '6': {} })
  await assert.rejects(submit(as.clerk, campaignId, clerk, 'self', blank.version), names('initiatives.5.points', 'initiatives.5.reach', 'initiatives.6.points', 'initiatives.6.reach'))
  const tooMuch = await save(as.clerk, campaignId, clerk, 'self', { points: '75' }, { '1': { ...first, points: '9', recognised: 'true' }, '8': { title: 'Khác', reach: 'unit', points: '6' } })
  await assert.rejects(submit(as.clerk, campaignId, clerk, 'self', tooMuch.version), (error: unknown) => {
    assert.deepEqual(named(error).map((cell) => cell.split('=')[0]), ['initiatives', 'initiatives.8.points'])
    return true
  })
})

test('a save that says nothing of lists leaves them as they are; an empty one takes them away', async () => {
  const { commune, campaignId, clerk } = await campaignOfOwnRules()
  const { as } = commune
  const rowsNow = async () => (await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: clerk } })).sheets[0]?.lists
  await save(as.clerk, campaignId, clerk, 'self', { points: '60' }, { '1': first })
  await save(as.clerk, campaignId, clerk, 'self', { points: '61' }, { '1': first, '2': { title: 'Hai' } })
  const after = await save(as.clerk, campaignId, clerk, 'self', { points: '62' })
  assert.deepEqual(await rowsNow(), { initiatives: { '1': first, '2': { title: 'Hai' } } })
  const again = await save(as.clerk, campaignId, clerk, 'self', { points: '63' })
  assert.equal(again.version, after.version + 1)
  assert.deepEqual(await rowsNow(), { initiatives: { '1': first, '2': { title: 'Hai' } } })
  await assert.rejects(as.clerk.call(sheetRoutes.saveSheet, { params: { campaignId, personId: clerk, rater: 'self' }, body: { ...texts, version: after.version, points: {} } }), refused('evaluation.sheet.changed'))
  await as.clerk.call(sheetRoutes.saveSheet, { params: { campaignId, personId: clerk, rater: 'self' }, body: { ...texts, version: again.version, points: { points: '63' }, lists: {} } })
  assert.deepEqual(await rowsNow(), {})
})
