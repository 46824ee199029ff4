import assert from 'node:assert/strict'
import { test } from 'node:test'
import { campaignObstacle } from '../../domain/campaign-obstacle.ts'
import { shippedRulebook } from './rulebook-library.ts'
import { both, testRulebook } from './test-rulebook.ts'

test('a campaign collects two columns and the tasks: Nghị định 335 for people can be opened, others say what is not collected', () => {
  const obstacle = (id: string) => {
    const rulebook = shippedRulebook(id)
    assert.ok(rulebook, id)
    return campaignObstacle(rulebook)
  }
  assert.equal(obstacle('nd-335-2025'), null)
  assert.equal(obstacle('nd-335-2025-organisation'), 'organisations')
  assert.notEqual(obstacle('366-qd-tw'), null)
  assert.equal(obstacle('hcmc-hd-06'), 'other_lists')
  assert.equal(obstacle('thanh-hoa-hd-03'), 'other_raters')
  assert.equal(obstacle('kon-tum-college'), 'other_lists')
  for (const id of ['ha-noi-qd-3814', 'hung-yen-statistics', 'customs-viii']) assert.equal(obstacle(id), null, id)
})

test('a rulebook whose points a council gives, or whose tasks have a field nobody collects, cannot be opened', () => {
  const council = { id: 'council', name: both('Hội đồng'), who: 'council', fills: ['criteria'], counts: true, whenMissing: 'insufficient_data' }
  assert.equal(campaignObstacle(testRulebook({ raters: [council] })), 'other_raters')
  const tasks = (more: Record<string, unknown>) => [{ id: 'tasks', name: both('Nhiệm vụ'), fields: [{ id: 'progress', type: 'number', name: both('Tiến độ'), ...more }] }]
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({}) })), 'other_lists')
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({ default: 100 }) })), null)
  assert.equal(campaignObstacle(testRulebook({ lists: tasks({ optional: true }) })), null)
  assert.equal(campaignObstacle(testRulebook()), null)
})
