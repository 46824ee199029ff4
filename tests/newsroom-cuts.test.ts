import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Id } from '#kernel/id.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { mergeScripts } from '#modules/newsroom/domain/diff/merge-scripts.ts'
import type { Block } from '#modules/newsroom/domain/story/block.ts'
import { sendStory, storyWork } from '#modules/newsroom/web/stories/send-story.ts'
import type { StoryContent } from '#modules/newsroom/web/stories/story-view.ts'
import { RefusedError } from '#platform/web/client.ts'
import { openOutbox, type Lane, type Outbox } from '#platform/web/offline/outbox.ts'
import type { Stored } from '#platform/web/offline/save-queue.ts'
import { openVault } from '#platform/web/offline/open-vault.ts'
import type { Vault } from '#platform/web/offline/vault.ts'
import { smallCommune } from './setup/small-commune.ts'
import type { Caller } from './setup/test-server.ts'
import { overWeakLink, seeded, type Fate } from './setup/weak-link.ts'
import { wholeServer } from './setup/whole-server.ts'

const seeds = Number(process.env['CUTS'] ?? 20)
const server = await wholeServer(import.meta)

/** Two editors with one story, over a link that is cut at any moment. */
interface Round {
  readonly random: () => number
  readonly cut: { now: boolean }
  /** Every word typed; each once, and nobody takes one out. */
  readonly typed: Set<string>
  /** Words that a page put before its writer, who chose the other text. */
  readonly chosenAgainst: Set<string>
}

const wordsIn = ({ blocks }: StoryContent): string[] => blocks.flatMap((block) => ('text' in block ? block.text.split(' ') : []))

/** One editor's page on one device: it can be switched off at any moment and opened again over what the device had kept. */
class Page {
  readonly who: Caller
  readonly device: string
  readonly round: Round
  readonly storyId: Id<'story'>
  outbox!: Outbox
  known!: Stored<StoryContent>
  #alive = { yes: true }
  #vault: Vault | undefined

  constructor(who: Caller, device: string, round: Round, storyId: Id<'story'>) {
    this.who = who
    this.device = device
    this.round = round
    this.storyId = storyId
  }

  async open(): Promise<void> {
    this.#alive.yes = false
    // A write that had reached the disk's queue when the page died is still done, before anybody reads.
    await this.#vault?.remove('work', 'nothing')
    const alive = (this.#alive = { yes: true })
    const gone = new Promise<never>(() => undefined)
    const vault = (this.#vault = await openVault('editor', this.device))
    const send: typeof sendStory = async (params, value, attempt) => {
      if (!alive.yes) return gone
      const saved = await sendStory(params, value, attempt)
      if (!alive.yes) return gone
      this.known = { value: value as StoryContent, version: saved.version }
      return saved
    }
    this.outbox = await openOutbox({
      vault: { ...vault, put: (...write) => (alive.yes ? vault.put(...write) : gone), remove: (...write) => (alive.yes ? vault.remove(...write) : gone) },
      senders: { 'newsroom.story': () => Promise.resolve(send) },
      signInAgain: () => gone,
      newRequestId: randomUUID,
      windows: { own: randomUUID(), whenClosed: (_, work) => work() },
      later: () => () => {},
    })
  }

  lane(): Lane<StoryContent> {
    const { key, about } = storyWork({ id: this.storyId, title: '' } as Parameters<typeof storyWork>[0])
    return this.outbox.lane<StoryContent>(key, about, this.known)
  }

  /** Reads what is stored, as the page does while the link is up. */
  async read(): Promise<void> {
    const stored = await this.stored()
    if (!this.lane().waiting() && stored.version > (this.known?.version ?? 0)) this.known = stored
  }

  async stored(): Promise<Stored<StoryContent>> {
    const { content, revision } = await this.who.call(storyRoutes.getStory, { params: { storyId: this.storyId } })
    return { value: content, version: revision }
  }

  /** Types a word into a block, or begins a block with it. */
  type(): void {
    const { random, typed } = this.round
    const lane = this.lane()
    const { blocks } = lane.value()
    const word = `từ-${randomUUID().slice(0, 8)}`
    typed.add(word)
    const at = Math.floor(random() * blocks.length)
    const old = blocks[at]
    const begins = random() < 0.15 || old === undefined || !('text' in old)
    const written: Block[] = begins ? blocks.toSpliced(at, 0, { id: randomUUID(), kind: 'voice_over', cuttable: false, text: word }) : blocks.with(at, { ...old, text: `${old.text} ${word}` })
    lane.change({ ...lane.value(), blocks: written })
  }

  async send(): Promise<void> {
    const sending = this.lane().flush()
    if (this.round.random() < 0.8) await sending
    // Otherwise the page goes on, or is switched off, in mid-save.
    else void sending.catch(() => undefined)
  }

  /** With the link up: sends everything; texts that meet are put side by side, and the writer chooses one. */
  async comeBack(): Promise<void> {
    for (let turn = 0; this.outbox.unsent().length > 0; turn++) {
      assert.ok(turn < 50, 'the outbox comes to rest')
      await this.outbox.flushAll()
      for (const lane of this.outbox.unsent() as Lane<StoryContent>[]) await this.#settle(lane)
    }
  }

  async #settle(lane: Lane<StoryContent>): Promise<void> {
    const { error, status } = lane.progress()
    if (status !== 'refused') return
    assert.ok(error instanceof RefusedError && error.code === 'newsroom.story.changed', String(error))
    const theirs = await this.stored()
    const mine = lane.value()
    const merged = mergeScripts(lane.stored().value, mine, theirs.value)
    const chosen = merged ?? (this.round.random() < 0.5 ? mine : theirs.value)
    const left = new Set(wordsIn(chosen))
    for (const word of [...wordsIn(mine), ...wordsIn(theirs.value)]) {
      // What the other editor chose against before is not brought back by a merge.
      if (left.has(word) || this.round.chosenAgainst.has(word)) continue
      assert.equal(merged, null, `a merge nobody looked at keeps every word: ${word}`)
      this.round.chosenAgainst.add(word)
    }
    lane.rebase(theirs)
    lane.change(chosen)
    await lane.flush()
  }
}

/** Whose page a request comes from: they stand on two machines, and here in one process. */
const atPage = new AsyncLocalStorage<Page>()

async function play(pages: readonly Page[], { random, cut }: Round, goHome: () => void): Promise<void> {
  for (const page of pages) {
    page.known = await page.stored()
    await atPage.run(page, () => page.open())
  }
  const acts = 6 + Math.floor(random() * 6)
  for (let at = 0; at < acts; at++) {
    const page = pages[random() < 0.5 ? 0 : 1] as Page
    cut.now = random() < 0.5
    await atPage.run(page, async () => {
      page.type()
      await page.send()
      if (random() < 0.2) await page.open()
      else if (!cut.now && random() < 0.3) await page.read()
    })
  }
  goHome()
  // Twice: the second to come back may have moved on what the first has.
  for (const page of [...pages, ...pages]) await atPage.run(page, () => page.comeBack())
}

test(`two editors of one story lose no word over ${seeds} randomised cuts: it is stored, or was shown beside the text chosen`, async () => {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const roles = [{ role: 'editor' as const, unitId: units.VP }]
  const editors = [await server.signedIn(tenantId, people.officeHead, roles), await server.signedIn(tenantId, people.clerk, roles)] as const
  const [typed, against] = [new Set<string>(), new Set<string>()]
  for (let seed = 1; seed <= seeds; seed++) {
    const round: Round = { random: seeded(seed), cut: { now: false }, typed: new Set(), chosenAgainst: new Set() }
    const { random, cut } = round
    const { id } = await editors[1].call(storyRoutes.createStory, { body: { title: `Bài ${seed}`, column: null, category: null } })
    const { content, revision } = await editors[1].call(storyRoutes.getStory, { params: { storyId: id } })
    const blocks = Array.from({ length: 4 }, (): Block => ({ id: randomUUID(), kind: 'voice_over', cuttable: false, text: 'Đoạn' }))
    const saved = await editors[1].call(storyRoutes.saveStory, { params: { storyId: id }, body: { revision, content: { ...content, blocks } } })
    await editors[1].call(storyRoutes.actOnStory, { params: { storyId: id }, body: { revision: saved.revision, act: 'submit', note: '', blockId: null, orderedBy: null } })
    let home = false
    const fateOf = (): Fate => {
      if (home) return 'arrives'
      if (cut.now) return random() < 0.6 ? 'lost' : 'answer lost'
      const draw = random()
      return draw < 0.2 ? 'lost' : draw < 0.4 ? 'answer lost' : draw < 0.5 ? 'twice' : 'arrives'
    }
    const pages = editors.map((who, at) => new Page(who, `story-${seed}-${at}`, round, id))
    await overWeakLink(server.app, () => ({ 'x-test-account': atPage.getStore()?.who.actor.accountId ?? '' }), fateOf, () => play(pages, round, () => (home = true)))
    const { value } = await (pages[0] as Page).stored()
    const stored = new Set(wordsIn(value))
    const lost = [...round.typed].filter((word) => !stored.has(word) && !round.chosenAgainst.has(word))
    assert.deepEqual(lost, [], `seed ${seed}: words neither stored nor shown`)
    assert.equal(wordsIn(value).filter((word) => word.startsWith('từ-')).length, [...stored].filter((word) => word.startsWith('từ-')).length, `seed ${seed}: no word stands twice`)
    for (const page of pages) assert.deepEqual(await (await openVault('editor', page.device)).list('work'), [])
    round.typed.forEach((word) => typed.add(word))
    round.chosenAgainst.forEach((word) => against.add(word))
  }
  assert.ok(seeds < 20 || against.size > 5, `texts that meet are put side by side: ${against.size} words`)
  assert.ok(typed.size - against.size > typed.size / 2, `most words are merged or saved without a question: ${typed.size - against.size} of ${typed.size}`)
})
