import { randomUUID } from 'node:crypto'
import type { PersonId, UnitId } from '#kernel/id.ts'
import type { GivenRole } from '#modules/accounts/server/index.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { smallCommune, type SmallCommune } from './small-commune.ts'
import type { Caller, TestServer } from './test-server.ts'

type NewsroomRole = 'reporter' | 'editor' | 'director' | 'producer'
type Act = 'submit' | 'withdraw' | 'return' | 'approve' | 'air_first'

/** The newsroom of the small commune's office; the roles stand in the accounts too, where holders of a right are looked up. */
export interface SmallNewsroom extends SmallCommune {
  readonly newsroom: Readonly<Record<'reporter' | 'editor' | 'director' | 'producer' | 'stranger', Caller>>
  readonly given: (personId: PersonId, role: NewsroomRole, unitId: UnitId) => Promise<Caller>
  /** Begins a story with one block and says their ids. */
  readonly begun: (who: Caller, title: string, text: string) => Promise<{ readonly storyId: StoryId; readonly blockId: string }>
  readonly write: (who: Caller, storyId: StoryId, blockId: string, text: string) => Promise<unknown>
  readonly step: (who: Caller, storyId: StoryId, act: Act, more?: { readonly note?: string; readonly orderedBy?: PersonId }) => Promise<unknown>
}

type StoryId = Awaited<ReturnType<typeof createdId>>
const createdId = async (who: Caller, title: string) => (await who.call(storyRoutes.createStory, { body: { title, column: null, category: null } })).id

/** Founds it: the clerk writes, the head of the office reviews, the chair approves to air, the typist keeps the desk; the engineer does so elsewhere. */
export async function smallNewsroom(server: TestServer): Promise<SmallNewsroom> {
  const commune = await smallCommune(server)
  const { tenantId, people, units } = commune
  const given = async (personId: PersonId, role: NewsroomRole, unitId: UnitId) => {
    const account = randomUUID()
    await server.inTenant(tenantId, async (tx) => {
      await tx.insertInto('accounts_user').values({ id: account, tenant_id: tenantId, person_id: personId, name: role, username: account }).execute()
      await tx.insertInto('accounts_grant').values({ tenant_id: tenantId, id: randomUUID(), account_id: account, role, unit_id: unitId, valid_from: '2026-01-01' }).execute()
    })
    return server.signedIn(tenantId, personId, [{ role, unitId }] satisfies GivenRole[])
  }
  const newsroom = {
    reporter: await given(people.clerk, 'reporter', units.VP),
    editor: await given(people.officeHead, 'editor', units.VP),
    director: await given(people.chair, 'director', units.XA),
    producer: await given(people.typist, 'producer', units.VP),
    stranger: await given(people.engineer, 'producer', units.KT),
  }
  const write: SmallNewsroom['write'] = async (who, storyId, blockId, text) => {
    const { content, revision } = await who.call(storyRoutes.getStory, { params: { storyId } })
    return who.call(storyRoutes.saveStory, { params: { storyId }, body: { revision, content: { ...content, blocks: [{ id: blockId, kind: 'voice_over', cuttable: false, text }] } } })
  }
  return {
    ...commune,
    newsroom,
    given,
    write,
    begun: async (who, title, text) => {
      const storyId = await createdId(who, title)
      const blockId = randomUUID()
      await write(who, storyId, blockId, text)
      return { storyId, blockId }
    },
    step: async (who, storyId, act, more = {}) => {
      const { revision } = await who.call(storyRoutes.getStory, { params: { storyId } })
      return who.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision, act, note: more.note ?? '', blockId: null, orderedBy: more.orderedBy ?? null } })
    },
  }
}
