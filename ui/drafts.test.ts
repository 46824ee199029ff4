import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { countDrafts, draftStore, forgetDrafts } from './drafts.ts'

const draft = (value: string) => ({ value, version: 3, keptAt: '2026-11-22T03:32:00.000Z' })

/** A stand-in for the browser's store with its enumerable keys. */
function browserStore(full = false) {
  const methods = {
    getItem: (name: string) => (Object.hasOwn(store, name) ? (store[name] as string) : null),
    setItem: (name: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      store[name] = text
    },
    removeItem: (name: string) => {
      delete store[name]
    },
  }
  const store: Record<string, unknown> = Object.create(methods) as Record<string, unknown>
  return store
}

beforeEach(() => {
  Object.defineProperty(globalThis, 'localStorage', { value: browserStore(), configurable: true })
})

test('unsaved work is found again by the same account only', () => {
  draftStore<string>('an', 'sheet.1').write(draft('28'))
  assert.deepEqual(draftStore<string>('an', 'sheet.1').read(), draft('28'))
  assert.equal(draftStore<string>('binh', 'sheet.1').read(), undefined)
  assert.equal(countDrafts('an'), 1)
  assert.equal(countDrafts('binh'), 0)
})

test('signing out leaves nothing of this account and everything of others', () => {
  draftStore<string>('an', 'sheet.1').write(draft('28'))
  draftStore<string>('binh', 'sheet.1').write(draft('30'))
  forgetDrafts('an')
  assert.equal(countDrafts('an'), 0)
  assert.equal(countDrafts('binh'), 1)
})

test('when the store is full the work is still there while the page is open', () => {
  Object.defineProperty(globalThis, 'localStorage', { value: browserStore(true), configurable: true })
  const store = draftStore<string>('an', 'sheet.1')
  store.write(draft('28'))
  assert.deepEqual(store.read(), draft('28'))
})
