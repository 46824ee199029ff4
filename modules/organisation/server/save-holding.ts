import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type HoldingId, type PersonId, type PostId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Reader, type Tx } from '#platform/db/database.ts'
import { checkHolding } from '../domain/holding.ts'
import { mayManageUnit } from '../domain/policy.ts'
import type { Holding, Post } from '../domain/post.ts'
import { loadHoldings, loadPeople, loadPosts, loadTree } from './load.ts'
import { lockStructure, putHoldings } from './rows.ts'

type HoldingFields = Omit<Holding, 'id' | 'version' | 'personId' | 'postId'>

/** A person takes up a post (giữ chức vụ). */
export async function appoint(tx: Tx<'organisation'>, actor: Actor, input: HoldingFields & { personId: PersonId; postId: PostId }, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const post = (await managedPost(read, actor, input.postId, today)) ?? refuse('organisation.post.not-found', { postId: input.postId })
  const person = (await loadPeople(read, actor.tenantId, { ids: [input.personId] }))[0]
  if (person === undefined) refuse('organisation.person.not-found', { personId: input.personId })
  const holding: Holding = { ...input, id: asId<'holding'>(uuidv7()), version: 1 }
  await save(tx, actor, holding, post)
  return { id: holding.id, version: 1 }
}

/** Corrects or ends a holding. */
export async function changeHolding(tx: Tx<'organisation'>, actor: Actor, holdingId: HoldingId, input: HoldingFields & { version: number }, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const { holding: before, post } = await managedHolding(read, actor, holdingId, input.version, today)
  const holding: Holding = { ...before, ...input, version: before.version + 1 }
  await save(tx, actor, holding, post)
  return { id: holdingId, version: holding.version, personId: before.personId, postId: before.postId }
}

/** The holding with its post; refused when it is not the actor's to manage or no longer what was seen. */
export async function managedHolding(read: Reader, actor: Actor, holdingId: HoldingId, version: number, today: CalendarDate): Promise<{ holding: Holding; post: Post }> {
  const holding = (await loadHoldings(read, actor.tenantId, { ids: [holdingId] }))[0]
  const post = holding && (await managedPost(read, actor, holding.postId, today))
  if (holding === undefined || post === undefined) refuse('organisation.holding.not-found', { holdingId })
  if (holding.version !== version) refuse('organisation.holding.changed', { ...holding })
  return { holding, post }
}

async function managedPost(read: Reader, actor: Actor, postId: PostId, today: CalendarDate): Promise<Post | undefined> {
  const post = (await loadPosts(read, actor.tenantId, { ids: [postId] }))[0]
  const tree = await loadTree(read, actor.tenantId)
  return post !== undefined && mayManageUnit(actor, tree, post.unitId, today) ? post : undefined
}

async function save(tx: Tx<'organisation'>, actor: Actor, holding: Holding, post: Post): Promise<void> {
  const read = readerOf(tx)
  checkHolding(holding, {
    post,
    ofPerson: await loadHoldings(read, actor.tenantId, { people: [holding.personId] }),
    ofPost: await loadHoldings(read, actor.tenantId, { posts: [holding.postId] }),
  })
  await putHoldings(tx, actor.tenantId, [holding])
}
