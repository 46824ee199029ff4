import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PostId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { mayManageUnit } from '../domain/policy.ts'
import { checkPostChange, type Post } from '../domain/post.ts'
import { lifeOf } from '../domain/unit-tree.ts'
import { loadHoldings, loadPosts, loadTree } from './load.ts'
import { lockStructure, putPosts } from './rows.ts'

/** Changes or ends a post; nobody may be left holding it on a day it does not exist. */
export async function changePost(tx: Tx<'organisation'>, actor: Actor, postId: PostId, fields: Omit<Post, 'id' | 'unitId'>, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const read = readerOf(tx)
  const tree = await loadTree(read, actor.tenantId)
  const post = (await loadPosts(read, actor.tenantId, { ids: [postId] }))[0]
  const unit = post && tree.get(post.unitId)
  if (post === undefined || unit === undefined || !mayManageUnit(actor, tree, unit.id, today)) refuse('organisation.post.not-found', { postId })
  if (post.version !== fields.version) refuse('organisation.post.changed', { ...post })
  const taken = (await loadPosts(read, actor.tenantId, { code: fields.code })).filter((other) => other.id !== postId)
  if (taken.length > 0) refuse('organisation.post.code-taken', { code: fields.code })
  const next: Post = { ...fields, id: postId, unitId: post.unitId, version: post.version + 1 }
  checkPostChange(next, lifeOf(unit), await loadHoldings(read, actor.tenantId, { posts: [postId] }))
  await putPosts(tx, actor.tenantId, [next])
  return { id: postId, version: next.version }
}
