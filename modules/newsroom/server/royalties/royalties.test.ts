import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { airedNewsroom } from '#tests/setup/aired-newsroom.ts'
import { refused } from '#tests/setup/refused.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'

const server = await wholeServer(import.meta)
const month = '2026-11'
const rate = { kind: 'amount' as const, genre: 'Tin', value: 100_001, firstDay: '2026-01-01', documentNumber: '12/QĐ-ĐPTTH', documentDate: '2026-01-05' }

test('royalties of what aired: by dated rates, shared exactly, closed for good and corrected by a line that replaces one', async () => {
  const { as, aired, people } = await airedNewsroom(server)
  const storyId = await aired('=Chi bộ thôn')
  const read = () => as.producer.call(royaltyRoutes.getRoyalties, { query: { month } })
  const close = () => as.producer.call(royaltyRoutes.closeRoyalties, { body: { month } })
  await assert.rejects(as.reporter.call(royaltyRoutes.getRoyalties, { query: { month } }))
  assert.deepEqual((await read()).items.map(({ problem, parts }) => [problem, parts.map(({ amount }) => amount)]), [['no-rate', [null]]])
  await assert.rejects(close(), refused('newsroom.royalty.month-not-over'))
  server.clock.now = new Date('2026-12-02T02:00:00Z')
  await assert.rejects(close(), refused('newsroom.royalty.unpriced', { titles: ['=Chi bộ thôn'] }))
  await as.producer.call(royaltyRoutes.addRate, { body: rate })
  await assert.rejects(as.producer.call(royaltyRoutes.addRate, { body: { ...rate, kind: 'point_value' } }), refused('newsroom.royalty.genre-of-points'))
  const share = (shares: { personId: typeof people.clerk; role: 'author' | 'camera'; percent: number }[], revision = 0) => as.producer.call(royaltyRoutes.setShares, { params: { storyId }, body: { revision, genre: null, shares } })
  await assert.rejects(share([{ personId: people.clerk, role: 'author', percent: 90 }]), refused('newsroom.royalty.shares', { problem: 'sum' }))
  const stranger = randomUUID() as typeof people.clerk
  await assert.rejects(share([{ personId: stranger, role: 'author', percent: 100 }]), refused('newsroom.royalty.no-such-person', { people: [stranger] }))
  await share([{ personId: people.clerk, role: 'author', percent: 50 }, { personId: people.engineer, role: 'camera', percent: 50 }])
  await assert.rejects(share([{ personId: people.clerk, role: 'author', percent: 100 }]), refused('newsroom.royalty.changed'))
  assert.deepEqual((await read()).totals.map(({ person, amount }) => [person.id, amount]), [[people.clerk, 50_001], [people.engineer, 50_000]])
  assert.deepEqual(await close(), { lines: 2 })
  await assert.rejects(close(), refused('newsroom.royalty.nothing'))
  await assert.rejects(share([{ personId: people.clerk, role: 'author', percent: 100 }], 1), refused('newsroom.royalty.closed'))
  await as.producer.call(royaltyRoutes.addRate, { body: { ...rate, value: 900_000, documentNumber: '90/QĐ-ĐPTTH' } })
  assert.equal((await read()).total, 100_001, 'a rate recorded later changes nothing that is closed')
  const lineId = (await read()).items[0]?.parts[0]?.lineId ?? assert.fail()
  const replace = () => as.producer.call(royaltyRoutes.replaceLine, { params: { lineId }, body: { amount: 70_000, reason: 'Tính thiếu phần dựng' } })
  await replace()
  await assert.rejects(replace(), refused('newsroom.royalty.replaced'))
  assert.deepEqual([(await read()).total, (await read()).items[0]?.parts.map(({ amount, replaced }) => [amount, replaced])], [120_000, [[50_001, true], [70_000, false], [50_000, false]]])
  const mine = (await as.reporter.call(royaltyRoutes.getOwnRoyalties, {})).items
  assert.deepEqual(mine.map(({ amount, replaced, reason }) => [amount, replaced, reason]).sort(), [[50_001, true, ''], [70_000, false, 'Tính thiếu phần dựng']])
  assert.deepEqual((await as.editor.call(royaltyRoutes.getOwnRoyalties, {})).items, [])
  const { bytes } = await as.producer.call(royaltyRoutes.royaltySheet, { query: { month } })
  const workbook = JSON.stringify(await readWorkbook(new Uint8Array(bytes)))
  for (const part of ['120000', '70000', '=Chi bộ thôn', 'Tính thiếu phần dựng']) assert.ok(workbook.includes(part), part)
  assert.ok(!workbook.includes('"formula":"Chi'), 'no title becomes a formula')
})
