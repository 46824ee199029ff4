import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import { exchanged } from '../samples/exchanged.ts'
import { writeXml, type XmlElement } from '../xml.ts'
import { planOfRundown, type SentItem, type SentRundown } from './plan-of-rundown.ts'
import { orderChanges, wholeOrder } from './plan.ts'

const devices = { films: 'f', graphics: 'g' }
const item = (id: string, title = id): SentItem => ({ id, kind: 'advert', title, story: null, presenter: null })
const rundown = (items: readonly SentItem[], more: Partial<SentRundown> = {}): SentRundown => ({ id: 'r', name: 'Thời sự', date: calendarDate('2018-10-19'), startMs: 64_800_000, outMs: 66_000_000, ready: true, items, ...more })
const plan = (...given: Parameters<typeof rundown>) => planOfRundown(rundown(...given), devices)
const names = (messages: readonly XmlElement[]) => messages.map(({ name, attributes }) => attributes['operation'] ?? name)

const children = (element: XmlElement | undefined, name: string): XmlElement[] => (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)
const words = (element: XmlElement | undefined): string => (element?.children ?? []).filter((child) => typeof child === 'string').join('')

/** What a device makes of messages: ids and slugs in order. */
function played(had: readonly (readonly [string, string])[], messages: readonly XmlElement[]): (readonly [string, string])[] {
  let list = [...had]
  const putBefore = (before: string, put: readonly (readonly [string, string])[]) => {
    const at = before === '' ? list.length : list.findIndex(([id]) => id === before)
    assert.notEqual(at, -1, `no story ${before}`)
    list.splice(at, 0, ...put)
  }
  for (const message of messages.filter(({ name }) => name === 'roElementAction')) {
    const [target] = children(message, 'element_target')
    const [source] = children(message, 'element_source')
    const before = words(children(target, 'storyID')[0])
    const ids = children(source, 'storyID').map(words)
    const stories = children(source, 'story').map((story) => [words(children(story, 'storyID')[0]), words(children(story, 'storySlug')[0])] as const)
    const moved = list.filter(([id]) => ids.includes(id))
    if (message.attributes['operation'] === 'INSERT') putBefore(before, stories)
    else if (message.attributes['operation'] === 'REPLACE') list = list.flatMap((story) => (story[0] === before ? stories : [story]))
    else {
      list = list.filter(([id]) => !ids.includes(id))
      if (message.attributes['operation'] === 'MOVE') putBefore(before, moved)
    }
  }
  return list
}

test('whatever was changed, a device that follows the messages has what it should have', () => {
  const items = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom('x', 'y')), { selector: ([id]) => id, maxLength: 8 })
  fc.assert(
    fc.property(items, items, (had, wanted) => {
      const changes = orderChanges(plan(had.map(([id, title]) => item(id, title))), plan(wanted.map(([id, title]) => item(id, title))))
      assert.deepEqual(played(had, changes), wanted)
    }),
    { numRuns: 300 },
  )
})

test('one story brought forward is one move, and what is alike sends nothing', () => {
  const abcd = 'abcd'.split('').map((id) => item(id))
  assert.deepEqual(names(orderChanges(plan(abcd), plan(abcd))), [])
  assert.deepEqual(names(orderChanges(plan(abcd), plan([item('d'), ...abcd.slice(0, 3)]))), ['MOVE'])
  assert.deepEqual(names(orderChanges(plan(abcd), plan(abcd, { name: 'Thời sự tối', ready: false }))), ['roReadyToAir', 'roMetadataReplace'])
})

test('words go with the story, and again when they change; what may not air leaves no words', () => {
  const told = (story = exchanged): SentItem => ({ id: 'i', kind: 'story', title: 'x', story, presenter: 'Lê Thử' })
  assert.deepEqual(names(wholeOrder(plan([told()]))), ['roCreate', 'roStorySend', 'roReadyToAir'])
  assert.deepEqual(names(wholeOrder(plan([told({ ...exchanged, approvedToAir: false })]), true)), ['roReplace', 'roReadyToAir'])
  assert.deepEqual(names(orderChanges(plan([]), plan([told()]))), ['INSERT', 'roStorySend'])
  assert.deepEqual(names(orderChanges(plan([told()]), plan([told({ ...exchanged, version: 4, content: { ...exchanged.content, blocks: exchanged.content.blocks.slice(0, 9) } })]))), ['roStorySend'])
  assert.match(writeXml(wholeOrder(plan([told()]))[0] as XmlElement), /<roEdStart>2018-10-19T18:00:00\+07:00<\/roEdStart><roEdDur>00:20:00<\/roEdDur><story><storyID>i<\/storyID>/)
})
