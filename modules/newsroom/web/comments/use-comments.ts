import { useMemo, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { useLoad } from '#platform/web/load.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'

export type Comment = ReceivedOf<typeof commentRoutes.listComments>['items'][number]

/** The block somebody wants to comment on; another number asks anew, also for the same block. */
export interface AskedBlock {
  readonly blockId: string
  readonly asked: number
}

/** The comments of a story, and the open ones counted by block for the marks beside them. */
export function useComments(storyId: Id<'story'>) {
  const { data } = useLoad(commentRoutes.listComments, { params: { storyId } }, { every: 30_000 })
  const [about, setAbout] = useState<AskedBlock>()
  const marks = useMemo(() => {
    if (data === undefined || !data.can.add) return undefined
    const counts = new Map<string, number>()
    for (const { blockId, settled } of data.items) if (settled === null) counts.set(blockId, (counts.get(blockId) ?? 0) + 1)
    return { counts, onAsk: (blockId: string) => setAbout((before) => ({ blockId, asked: (before?.asked ?? 0) + 1 })) }
  }, [data])
  return useMemo(() => ({ data, about, marks }), [data, about, marks])
}

export type StoryComments = ReturnType<typeof useComments>
/** What blocks need for the marks beside them. */
export type CommentMarks = NonNullable<StoryComments['marks']>
