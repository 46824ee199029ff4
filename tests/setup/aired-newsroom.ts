import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Id } from '#kernel/id.ts'
import { deskRoutes } from '#modules/newsroom/contract/desk-routes.ts'
import { rundownRoutes } from '#modules/newsroom/contract/rundown-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import type { Block } from '#modules/newsroom/domain/story/block.ts'
import { smallCommune } from './small-commune.ts'
import type { Caller } from './test-server.ts'
import type { wholeServer } from './whole-server.ts'

type Given = 'reporter' | 'editor' | 'director' | 'producer' | 'gallery'

/** A lead-in of these words. */
export function leadIn(text: string): Block {
  return { id: randomUUID(), kind: 'lead_in', cuttable: false, text }
}

/** A newsroom with a programme at 19:45 on weekdays, and everybody it takes to write, approve and air a story in it. */
export async function airedNewsroom(server: Awaited<ReturnType<typeof wholeServer>>, now = '2026-11-20T11:30:00Z') {
  server.clock.now = new Date(now)
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const over = (role: Given, unitId = units.VP) => [{ role, unitId }]
  const as = {
    reporter: await server.signedIn(tenantId, people.clerk, over('reporter')),
    editor: await server.signedIn(tenantId, people.officeHead, over('editor')),
    director: await server.signedIn(tenantId, people.chair, over('director', units.XA)),
    producer: await server.signedIn(tenantId, people.typist, over('producer', units.XA)),
    gallery: await server.signedIn(tenantId, people.engineer, over('gallery', units.XA)),
    officer: commune.as.officer,
    stranger: await server.signedIn(tenantId, people.divisionHead, []),
  }
  const { id: programmeId } = await as.producer.call(deskRoutes.addHeading, { body: { unitId: units.XA, kind: 'programme', name: 'Thời sự', firstDay: '2026-01-01' } })
  await as.producer.call(deskRoutes.addSlot, { params: { programmeId }, body: { weekdays: [1, 2, 3, 4, 5], startMinute: 1185, plannedSeconds: 900, hardOut: false, firstDay: '2026-01-01', replaces: null } })
  const get = (storyId: Id<'story'>, who: Caller = as.producer) => who.call(storyRoutes.getStory, { params: { storyId } })
  const save = async (storyId: Id<'story'>, blocks: readonly Block[], who: Caller = as.reporter) => {
    const story = await get(storyId, who)
    return who.call(storyRoutes.saveStory, { params: { storyId }, body: { revision: story.revision, content: { ...story.content, blocks: [...blocks] } } })
  }
  const act = async (who: Caller, storyId: Id<'story'>, name: 'submit' | 'approve') =>
    who.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: (await get(storyId, who)).revision, act: name, note: '', blockId: null, orderedBy: null } })
  const approve = async (storyId: Id<'story'>, author: Caller = as.reporter) => {
    await act(author, storyId, 'submit')
    await act(as.editor, storyId, 'approve')
    await act(as.director, storyId, 'approve')
  }
  const write = async (title: string, blocks: readonly Block[], column: string | null = 'Xây dựng Đảng', category: string | null = 'Tin') => {
    const { id } = await as.reporter.call(storyRoutes.createStory, { body: { title, column, category } })
    await save(id, blocks)
    return id
  }
  /** Airs an approved story for a minute in the programme of the day it is. */
  const air = async (storyId: Id<'story'>) => {
    const date = new Date(server.clock.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
    await as.producer.call(rundownRoutes.openRundowns, { body: { from: date, to: date } })
    const rundown = (await as.producer.call(rundownRoutes.listRundowns, { query: { from: date, to: date } })).items[0] ?? assert.fail(`no programme on ${date}`)
    const params = { rundownId: rundown.id }
    const { items, state } = await as.producer.call(rundownRoutes.getRundown, { params })
    const itemId = items.find((item) => item.story?.id === storyId)?.id ?? (await as.producer.call(rundownRoutes.addItem, { params, body: { item: { kind: 'story', storyId }, plannedMs: null, after: items.at(-1)?.id ?? null } })).id
    if (state === 'planned') await as.producer.call(rundownRoutes.actOnRundown, { params, body: { act: 'lock' } })
    const mark = (name: 'next' | 'take' | 'end') => as.gallery.call(rundownRoutes.air, { params, body: { act: name, itemId } })
    await mark('next')
    await mark('take')
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    await mark('end')
  }
  const aired = async (title: string, blocks: readonly Block[] = [leadIn(`${title}.`)], column: string | null = 'Xây dựng Đảng', category: string | null = 'Tin') => {
    const id = await write(title, blocks, column, category)
    await approve(id)
    await air(id)
    return id
  }
  return { ...commune, as, programmeId, get, save, act, approve, write, air, aired }
}
