import assert from 'node:assert/strict'
import { test } from 'node:test'
import { campaignObstacle } from '../../domain/campaign-obstacle.ts'
import { shippedRulebook } from './rulebook-library.ts'
import { both, testRulebook } from './test-rulebook.ts'

test('a campaign collects two columns, the tasks, further raters and the rulebook’s own lists; others say what is not collected', () => {
  const obstacle = (id: string) => {
    const rulebook = shippedRulebook(id)
    assert.ok(rulebook, id)
    return campaignObstacle(rulebook)
  }
  assert.equal(obstacle('nd-335-2025'), null)
  assert.equal(obstacle('nd-335-2025-organisation'), 'organisations')
  for (const id of ['da-nang-2014', 'school-20-30-50', 'six-groups-2018', '366-qd-tw', 'thanh-hoa-hd-03', 'hcmc-hd-06', 'kon-tum-college', 'dak-lak-land-office', 'ha-noi-qd-3814', 'hung-yen-statistics', 'customs-viii']) assert.equal(obstacle(id), null, id)
})

test('a rulebook whose points two bodies give without rules to combine them, or whose tasks have a field nobody writes, cannot be opened', () => {
  const council = (id: string) => ({ id, name: both('Hội đồng'), who: 'council', fills: ['criteria'], counts: true, whenMissing: 'insufficient_data' })
  assert.equal(campaignObstacle(testRulebook({ raters: [council('one')] })), null)
  assert.equal(campaignObstacle(testRulebook({ raters: [council('one'), council('other')] })), 'other_raters')
  const tasks = (more: Record<string, unknown>) => [{ id: 'tasks', name: both('Nhiệm vụ'), fields: [{ id: 'progress', type: 'number', name: both('Tiến độ'), ...more }] }]
  const writes = (fills: string[]) => [{ ...council('superior'), who: 'direct_superior', fills }]
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({}), raters: writes(['criteria']) })), 'other_lists')
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({}), raters: writes(['criteria', 'tasks']) })), null)
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({ default: 100 }), raters: writes(['criteria']) })), null)
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({ optional: true }), raters: writes(['criteria']) })), null)
  assert.equal(campaignObstacle(testRulebook()), null)
})
