import { storiesToSign } from '../signing/stories-to-sign.ts'
import { stretchesOfStories } from '../waiting/story-pasts.ts'
import type { Listener, Told } from './told.ts'

/** Stories that wait for somebody's signature, since they came to that level. */
export async function storiesWaiting(listener: Listener): Promise<Told[]> {
  const stories = await storiesToSign(listener)
  if (stories.length === 0) return []
  const stretches = await stretchesOfStories(listener.read, listener.actor.tenantId, stories.map(({ id }) => id))
  return stories.map(({ id, title, authorId, changedAt }) => ({ kind: 'waits', about: id, at: stretches.get(id)?.at(-1)?.from ?? changedAt, dueAt: null, story: { id, title }, assignment: null, by: authorId, said: '' }))
}
