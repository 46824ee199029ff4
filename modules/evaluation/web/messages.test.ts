import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalWords } from '#ui/refusal-words.ts'
import { campaignActs, campaignStatuses, periodKinds } from '../domain/campaign.ts'
import { participantStatuses } from '../domain/participant.ts'
import { evaluationRefusals } from '../domain/refusals.ts'
import { evaluationRoutes } from '../contract/routes.ts'
import { resolutionProblems, taskOrigins, taskStatuses } from '../contract/views.ts'
import { evaluationText } from './messages.ts'

const named = new Set([...Object.values(evaluationRoutes).flatMap((route) => route.refusals as readonly string[]), ...Object.keys(evaluationRefusals)])

test('every refusal a route of evaluation may answer with has words in both languages', () => {
  assert.ok(named.size > 50)
  for (const code of named) {
    for (const language of ['vi', 'en'] as const) {
      const text = evaluationText[language].refusals[code] ?? refusalWords[language][code]
      assert.ok(typeof text === 'string' || typeof text === 'function', `${code} (${language})`)
    }
  }
})

test('no words are kept for a refusal that no route names', () => {
  for (const language of ['vi', 'en'] as const) {
    assert.deepEqual(Object.keys(evaluationText[language].refusals).filter((code) => !named.has(code)), [])
  }
})

test('a refusal is a whole sentence that says what to do', () => {
  for (const language of ['vi', 'en'] as const) {
    for (const [code, text] of Object.entries(evaluationText[language].refusals)) {
      assert.match(text, /^\p{Lu}.{15,}\.$/u, `${code}: ${text}`)
      assert.equal(text, text.normalize('NFC'), code)
    }
  }
})

test('every status, act and kind has a name in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const words = evaluationText[language]
    assert.deepEqual(Object.keys(words.campaignStatus), [...campaignStatuses])
    assert.deepEqual(Object.keys(words.campaignAct), [...campaignActs])
    assert.deepEqual(Object.keys(words.participantStatus), [...participantStatuses])
    assert.deepEqual(Object.keys(words.periodKind), [...periodKinds])
    assert.deepEqual(Object.keys(words.taskStatus), [...taskStatuses])
    assert.deepEqual(Object.keys(words.taskOrigin), [...taskOrigins])
    assert.deepEqual(Object.keys(words.resolutionProblem), [...resolutionProblems])
  }
})
