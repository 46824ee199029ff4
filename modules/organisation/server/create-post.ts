import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { mayManageUnit } from '../domain/policy.ts'
import { checkPost, type Post } from '../domain/post.ts'
import { lifeOf } from '../domain/unit-tree.ts'
import { loadPosts, loadTree } from './load.ts'
import { lockStructure, putPosts } from './rows.ts'

/** Creates a post in a unit. */
export async function createPost(tx: Tx<'organisation'>, actor: Actor, unitId: UnitId, fields: Omit<Post, 'id' | 'unitId' | 'version'>, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const tree = await loadTree(read, actor.tenantId)
  const unit = tree.get(unitId)
  if (unit === undefined || !mayManageUnit(actor, tree, unitId, today)) refuse('organisation.unit.not-found', { unitId })
  const taken = await loadPosts(read, actor.tenantId, { code: fields.code })
  if (taken.length > 0) refuse('organisation.post.code-taken', { code: fields.code })
  checkPost(fields, lifeOf(unit))
  const post: Post = { ...fields, id: asId<'post'>(uuidv7()), unitId, version: 1 }
  await putPosts(tx, actor.tenantId, [post])
  return { id: post.id, version: 1 }
}
