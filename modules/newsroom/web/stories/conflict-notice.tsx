import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import type { Autosave } from '#platform/web/offline/use-autosave.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { mergeScripts } from '../../domain/diff/merge-scripts.ts'
import { newsroomText } from '../messages.ts'
import { Differences } from './differences.tsx'
import type { Story, StoryContent } from './story-view.ts'
import c from './story.module.css'

/** When the story was saved elsewhere meanwhile: what is different, merged where the changes do not meet, else the writer chooses. Any other refusal is said in words. */
export function ConflictNotice({ story, draft }: { story: Story; draft: Autosave<StoryContent> }) {
  const words = useText(newsroomText)
  const { progress } = draft
  const refresh = useRefresh()
  const stored = useAct((_: null, options) => call(storyRoutes.getStory, { params: { storyId: story.id } }, { ...options }))
  const mergedWith = (theirs: StoryContent) => mergeScripts(draft.stored().value, draft.valueNow(), theirs)
  const settle = async (choice: 'merge' | 'mine' | 'theirs') => {
    const now = await stored.act(null)
    if (now === undefined) return
    const theirs = { value: now.content, version: now.revision }
    const merged = choice === 'merge' ? mergedWith(now.content) : null
    if (choice === 'theirs') draft.takeTheirs(theirs)
    // Saved elsewhere once more meanwhile, and no longer to be merged: the page shows the new text and asks again.
    else if (choice === 'merge' && merged === null) await refresh(storyRoutes.getStory)
    else await draft.keepMine(theirs, merged ?? draft.valueNow())
  }
  const refused = progress.status === 'refused'
  const conflict = refused && isRefused(progress.error) && progress.error.code === 'newsroom.story.changed'
  useEffect(() => {
    // What is compared is what is stored now, not what this page once read.
    if (conflict) void refresh(storyRoutes.getStory)
  }, [conflict, refresh])
  const mergeable = conflict && story.revision > draft.stored().version && mergedWith(story.content) !== null
  const settleNow = useEffectEvent(async () => {
    await settle('merge')
    if (!draft.waiting()) toast(words.merged)
  })
  useEffect(() => {
    // Where the changes do not meet there is nothing to choose.
    if (mergeable) void settleNow()
  }, [mergeable])
  if (!refused) return null
  if (!conflict) return <ErrorNotice error={progress.error} refusals={words.refusals} />
  return (
    <Notice tone="warn" alert>
      <p>{words.conflict}</p>
      <p>{mergeable ? words.mergeable : words.notMergeable}</p>
      <Differences before={story.content.blocks} after={draft.value.blocks} />
      <div className={c.acts}>
        {mergeable && (
          <Button loading={stored.busy} onClick={() => void settle('merge')}>
            {words.merge}
          </Button>
        )}
        <Button variant={mergeable ? 'default' : 'filled'} loading={stored.busy} onClick={() => void settle('mine')}>
          {words.keepMine}
        </Button>
        <Button variant="default" loading={stored.busy} onClick={() => void settle('theirs')}>
          {words.takeTheirs}
        </Button>
      </div>
      <ErrorNotice error={stored.error} refusals={words.refusals} />
    </Notice>
  )
}
