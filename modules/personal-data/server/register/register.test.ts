import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText } from 'unpdf'
import { recordClasses } from '../../domain/record-classes.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { calendarDate as day } from '#kernel/calendar-date.ts'
import { shippedRegister } from './shipped-register.ts'

const server = await wholeServer(import.meta)
const commune = await smallCommune(server)
const { officer, chair } = commune.as

const ground = { groundIssuer: 'Đảng ủy xã', groundNumber: '12-QĐ/ĐU', groundDate: '2026-11-02' }
const lineOf = async (recordClass: string) => (await officer.call(registerRoutes.register, {})).items.find((line) => line.recordClass === recordClass)

test('every class of the register names texts that stand in its list of sources, and nothing else is in the list', () => {
  const classes = Object.values(shippedRegister.classes)
  assert.deepEqual(Object.keys(shippedRegister.classes).toSorted(), [...recordClasses].toSorted())
  const named = new Set(classes.flatMap((one) => [...one.basis, ...one.period, ...one.minimum.map((minimum) => minimum.source)]))
  assert.deepEqual([...named].toSorted(), Object.keys(shippedRegister.sources).toSorted())
})

test('what is deleted with another class names one that is proposed; sensitive classes say why they are', () => {
  for (const [name, one] of Object.entries(shippedRegister.classes)) {
    assert.equal(one.ends === 'with', one.with !== undefined, name)
    if (one.with !== undefined) assert.equal(shippedRegister.classes[one.with].ends, 'proposal', name)
    assert.equal(one.sensitivity === 'sensitive', one.sensitive_because !== undefined, name)
    if (one.ends !== 'proposal') assert.equal(one.unless_set, undefined, name)
  }
})

test('where no text gives a figure the program has none: the committee sets it', async () => {
  assert.equal((await lineOf('results'))?.inForce, null)
  assert.deepEqual((await lineOf('sessions'))?.inForce, { months: 12, source: 'shipped' })
})

test('the committee sets a period with its document from a day on, and what was set before stays on record', async () => {
  await officer.call(registerRoutes.setPeriod, { body: { recordClass: 'results', months: 240, from: '2026-11-20', ...ground } })
  await officer.call(registerRoutes.setPeriod, { body: { recordClass: 'results', months: 120, from: '2027-01-01', ...ground, groundNumber: '13-QĐ/ĐU' } })
  const line = await lineOf('results')
  assert.deepEqual(line?.inForce, { months: 240, source: 'committee' })
  assert.deepEqual(line?.set.map((one) => [one.months, one.from, one.groundNumber, one.setBy]), [[120, '2027-01-01', '13-QĐ/ĐU', 'Võ Thị Tổ'], [240, '2026-11-20', '12-QĐ/ĐU', 'Võ Thị Tổ']])
})

test('no period is shorter than the law or the program’s own work asks for, and a class that follows another has none of its own', async () => {
  const set = (recordClass: (typeof recordClasses)[number], months: number | null) => officer.call(registerRoutes.setPeriod, { body: { recordClass, months, from: '2026-11-20', ...ground } })
  assert.equal(await refusalOf(set('results', 35)), 'personal-data.period.below-minimum')
  assert.equal(await refusalOf(set('sessions', 2)), 'personal-data.period.below-minimum')
  assert.equal(await refusalOf(set('petitions', 240)), 'personal-data.period.not-set-here')
  assert.equal(await refusalOf(set('ledger', 240)), 'personal-data.period.not-set-here')
  await set('sessions', null)
  assert.deepEqual((await lineOf('sessions'))?.inForce, { months: null, source: 'committee' })
})

test('nobody without the right over the whole committee reads the register or sets a period', async () => {
  const ofTheOffice = server.as({ ...chair.actor, grants: [{ permission: 'personal-data:manage', unitId: commune.units.VP }] })
  for (const caller of [chair, ofTheOffice]) {
    assert.equal(await refusalOf(caller.call(registerRoutes.register, {})), 'platform.not-found')
    assert.equal(await refusalOf(caller.call(registerRoutes.setPeriod, { body: { recordClass: 'results', months: 240, from: day('2026-11-20'), ...ground } })), 'platform.not-found')
  }
})

for (const [heading, words] of [
  ['state', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'I. Thông tin chung']],
  ['party', ['ĐẢNG CỘNG SẢN VIỆT NAM', 'I- Thông tin chung']],
] as const) {
  test(`the record of processing prints under the heading of the ${heading}, with every class, its period and how each text is known`, async () => {
    const { bytes } = await officer.call(registerRoutes.printRegister, { query: { heading } })
    const { text } = await extractText(bytes, { mergePages: true })
    const said = text.replace(/\s+/g, ' ')
    for (const wanted of [...words, 'XÃ THỬ NGHIỆM', ...Object.values(shippedRegister.classes).map((one) => one.name.vi), '20 năm, theo văn bản số 12-QĐ/ĐU ngày 02/11/2026 của Đảng ủy xã', 'chưa đối chiếu được với văn bản', 'Thời hạn do cơ quan quyết định; chưa quy định, chưa xóa']) {
      assert.ok(said.includes(wanted), wanted)
    }
  })
}
