import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { airStates, approvalLevels, levelWaitedFor, nextState, partsOfStage, stageOf, stateAfterChange, storyActs, storyStages, storyStates, storyTransitions, type AirState, type ApprovalLevel, type StoryAct, type StoryState } from './state.ts'

const after = (state: StoryState, act: StoryAct, standing: readonly ApprovalLevel[] = [], reason = '', air: AirState = 'none'): string => {
  const next = nextState(state, act, { standing, air, reason })
  return next.ok ? next.state : next.why
}

test('a story goes to the department, to leadership, and is approved to air', () => {
  assert.equal(after('draft', 'submit'), 'department')
  assert.equal(after('department', 'approve'), 'leadership')
  assert.equal(after('leadership', 'approve', ['department']), 'approved')
})

test('a story that comes back goes to the first level whose approval does not stand', () => {
  assert.equal(after('draft', 'submit', ['department']), 'leadership')
  assert.equal(after('draft', 'submit', ['leadership']), 'department')
  assert.equal(after('department', 'approve', ['leadership']), 'approved')
})

test('the author takes a story back while it waits, a reviewer returns it and says why', () => {
  for (const state of approvalLevels) {
    assert.equal(after(state, 'withdraw'), 'draft')
    assert.equal(after(state, 'return', [], 'Thiếu nguồn số liệu'), 'draft')
    assert.equal(after(state, 'return', [], ' \n'), 'no-reason')
  }
  assert.equal(after('approved', 'withdraw'), 'wrong-state')
  assert.equal(after('approved', 'return', [], 'Sai tên'), 'wrong-state')
  assert.equal(after('draft', 'approve'), 'wrong-state')
  assert.equal(after('department', 'submit'), 'wrong-state')
})

test('after a change an approved story waits for who must look again; a draft stays a draft', () => {
  assert.equal(stateAfterChange('approved', ['leadership']), 'department')
  assert.equal(stateAfterChange('approved', ['department', 'leadership']), 'approved')
  assert.equal(stateAfterChange('leadership', []), 'department')
  assert.equal(stateAfterChange('draft', ['department', 'leadership']), 'draft')
})

test('only approving every level that does not stand makes a story approved, whatever else is done', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...storyActs), { maxLength: 20 }), (acts) => {
      let state: StoryState = 'draft'
      const standing = new Set<ApprovalLevel>()
      for (const act of acts) {
        const next = nextState(state, act, { standing: [...standing], air: 'none', reason: 'Sửa lại' })
        const from: readonly StoryState[] = storyTransitions[act].from
        assert.equal(next.ok, from.includes(state))
        if (!next.ok) continue
        const level = levelWaitedFor(state)
        if (act === 'approve' && level !== null) standing.add(level)
        state = next.state
        assert.ok(storyStates.includes(state))
        if (state === 'approved') assert.deepEqual([...standing].toSorted(), [...approvalLevels].toSorted())
      }
    }),
  )
})

test('what has aired can only be signed, and letting on air before signing changes nothing of what is waited for', () => {
  assert.equal(after('leadership', 'air_first', ['department'], 'Tin bão, lãnh đạo đồng ý qua điện thoại'), 'leadership')
  assert.equal(after('leadership', 'air_first', ['department'], ' '), 'no-reason')
  assert.equal(after('draft', 'air_first', [], 'Tin bão'), 'wrong-state')
  for (const air of ['aired', 'archived'] as const) {
    assert.equal(after('leadership', 'approve', ['department'], '', air), 'approved')
    for (const act of ['withdraw', 'return', 'air_first'] as const) assert.equal(after('leadership', act, [], 'Sai tên', air), 'wrong-state')
  }
})

test('every state and way to air is of one stage', () => {
  for (const state of storyStates) {
    for (const air of airStates) {
      const stages = storyStages.filter((stage) => partsOfStage(stage).states.includes(state) && partsOfStage(stage).airs.includes(air))
      assert.deepEqual(stages, [stageOf(state, air)])
    }
  }
})
