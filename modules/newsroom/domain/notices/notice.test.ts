import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrderOfNeed, noticeKey } from './notice.ts'

test('what presses stands first, then what is unread, then what was read; the latest first', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
  const notices = [
    { kind: 'approved', at: at(5), read: true, id: 'read' },
    { kind: 'mentioned', at: at(4), read: false, id: 'mention' },
    { kind: 'waits', at: at(6), read: false, id: 'waits' },
    { kind: 'sign_overdue', at: at(1), read: false, id: 'overdue' },
    { kind: 'late', at: at(7), read: true, id: 'late-read' },
  ] as const
  assert.deepEqual(inOrderOfNeed(notices).map(({ id }) => id), ['overdue', 'waits', 'mention', 'late-read', 'read'])
})

test('a story that waits anew is another notice', () => {
  assert.notEqual(noticeKey('waits', 's', new Date(1)), noticeKey('waits', 's', new Date(2)))
})
