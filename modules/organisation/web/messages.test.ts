import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '#ui/refusal-words.ts'
import type { RefusalTexts } from '#ui/refusal-words.ts'
import { spreadsheetRefusals } from '#platform/spreadsheet/refusals.ts'
import { importRoutes } from '../contract/import-routes.ts'
import { organisationRoutes } from '../contract/routes.ts'
import { planFaults, planWarnings } from '../domain/import/import-draft.ts'
import { importPhases, importStatuses, rowOutcomes } from '../domain/import/import-state.ts'
import { cellFaults } from '../domain/import/parse-cell.ts'
import { codesOf, unitChangeTerms } from '../domain/reference-lists.ts'
import { organisationRefusals } from '../domain/refusals.ts'
import { importText } from './import/messages.ts'
import { describeProblem, problemWords } from './import/problem-words.ts'
import { spreadsheetRefusalTexts, spreadsheetWords } from './import/spreadsheet-words.ts'
import { refusalTexts } from './refusal-words.ts'
import { unitChangeText } from './unit-change/messages.ts'

const languages = ['vi', 'en'] as const
const sentence = /^\p{Lu}.{12,}\.$/su
const data = {
  code: 'KT', name: 'Phòng Kinh tế', parent: { code: 'UB', name: 'Ủy ban nhân dân' }, on: '2026-07-01', from: '2026-01-01', to: null,
  places: 2, count: 3, faulty: 4, children: [{ code: 'A', name: 'Tổ một' }], format: 'PDF', max: 60, maxMegabytes: 50, sheet: 'Đơn vị',
}

function told(texts: RefusalTexts, code: string, facts: object): string {
  const text = texts[code]
  assert.notEqual(text, undefined, code)
  return typeof text === 'function' ? text(facts as never) : (text ?? '')
}

test('every refusal a route of the organisation may answer with has words in both languages', () => {
  const named = new Set([
    ...Object.values({ ...organisationRoutes, ...importRoutes }).flatMap((route) => route.refusals as readonly string[]),
    ...Object.keys(organisationRefusals),
  ])
  assert.ok(named.size > 30)
  for (const language of languages) {
    for (const code of named) {
      const text = told({ ...refusalWords[language], ...refusalTexts[language] }, code, data)
      assert.match(text, sentence, `${code}: ${text}`)
      assert.equal(text, text.normalize('NFC'), code)
    }
    assert.deepEqual(Object.keys(refusalTexts[language]).filter((code) => !named.has(code)), [])
  }
})

test('a refusal without its facts is still a sentence that holds no “undefined”', () => {
  for (const language of languages) {
    for (const code of Object.keys(refusalTexts[language])) assert.doesNotMatch(told(refusalTexts[language], code, {}), /undefined|null|NaN|\[object|“”/, code)
  }
})

test('a cycle names both units and the day', () => {
  assert.equal(
    told(refusalTexts.vi, 'organisation.unit.cycle', data),
    'Đơn vị “Phòng Kinh tế” không thể trực thuộc “Ủy ban nhân dân”, vì đơn vị đó đang nằm dưới nó vào ngày 01/07/2026. Chọn đơn vị cấp trên khác.',
  )
})

test('everything the check of a workbook can find has words in both languages that say what was expected', () => {
  const facts = { sheet: 'Đơn vị', cell: 'B7', found: 'abc', expected: 'XYZ-1' }
  for (const language of languages) {
    for (const code of [...cellFaults, ...planFaults, ...planWarnings]) {
      const text = describeProblem(problemWords[language], code, facts)
      assert.match(text, sentence, `${code}: ${text}`)
      assert.equal(text, text.normalize('NFC'), code)
    }
  }
  assert.match(describeProblem(problemWords.vi, 'end-before-start', facts), /XYZ-1/)
})

test('a long list of choices is cut and says how many are left', () => {
  const expected = Array.from({ length: 40 }, (_, n) => `Loại đơn vị số ${n}`).join(' | ')
  const text = describeProblem(problemWords.vi, 'not-in-list', { sheet: '', cell: '', found: 'x', expected })
  assert.ok(text.length < 400)
  assert.match(text, /và \d+ mục khác/)
})

test('every way a file is no workbook has words in both languages', () => {
  for (const language of languages) {
    for (const code of Object.keys(spreadsheetRefusals)) {
      assert.match(told(spreadsheetRefusalTexts[language], code, data), sentence, code)
      assert.ok(code in spreadsheetWords[language], code)
    }
  }
  assert.match(told(spreadsheetRefusalTexts.vi, 'spreadsheet.other_office_file', data), /PDF/)
})

test('every state of an import and every act of reorganisation has a name in both languages', () => {
  for (const language of languages) {
    assert.deepEqual(Object.keys(importText[language].status), [...importStatuses])
    assert.deepEqual(Object.keys(importText[language].phase), [...importPhases])
    assert.deepEqual(Object.keys(importText[language].outcome), [...rowOutcomes])
    for (const kind of codesOf(unitChangeTerms)) {
      assert.ok(unitChangeText[language].acts[kind].length > 3)
      assert.match(unitChangeText[language].hints[kind], sentence)
    }
  }
})
