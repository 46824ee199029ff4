import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { useComments } from '../comments/use-comments.ts'
import type { Heading } from '../desk/desk-view.ts'
import { useStoryTiming } from '../desk/use-story-timing.ts'
import { useFilms } from '../media/use-films.ts'
import { newsroomText } from '../messages.ts'
import { storiesPlace } from '../places.ts'
import { AirFirstNotice } from './air-first-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { StateBadge } from './state-badge.tsx'
import { StoryBeside } from './story-beside.tsx'
import { StoryActions, StoryHead } from './story-head.tsx'
import { StoryTime } from './story-time.tsx'
import type { Story, StoryContent } from './story-view.ts'
import { useHolds } from './use-holds.ts'
import { useStoryDraft } from './use-story-draft.ts'
import c from './story.module.css'

const MediaPanel = lazy(async () => ({ default: (await import('../media/media-panel.tsx')).MediaPanel }))
const ScriptEditor = lazy(async () => ({ default: (await import('../editor/script-editor.tsx')).ScriptEditor }))

/** One story: written, timed as it is written, and approved step by step. */
export function StoryPage() {
  const words = useText(newsroomText)
  const storyId = useParam('storyId') as Id<'story'>
  const loaded = useLoad(storyRoutes.getStory, { params: { storyId } })
  const story = loaded.data?.id === storyId ? loaded.data : undefined
  if (story !== undefined) return <LoadedStory key={storyId} story={story} />
  return (
    <Page title={words.title} crumbs={[{ label: words.title, to: storiesPlace }]}>
      <ErrorNotice error={loaded.error} refusals={words.refusals} onRetry={() => void loaded.refetch()} />
      {loaded.error === null && <LoadingRows rows={8} />}
    </Page>
  )
}

const noHeadings: readonly Heading[] = []

function LoadedStory({ story }: { story: Story }) {
  const words = useText(newsroomText)
  const { today } = useSession()
  const draft = useStoryDraft(story)
  const timing = useStoryTiming(story.id)
  const films = useFilms(story.id)
  const headings = useLoad(deskRoutes.getDesk, {}, { enabled: story.can.write }).data?.headings ?? noHeadings
  const { value, flush, stored } = draft
  const readOnly = !story.can.write
  const day = timing.airsOn ?? today
  const [here, setHere] = useState<string | null>(null)
  const held = useHolds(story, draft, here)
  const comments = useComments(story.id)
  const now = useRef(draft)
  // Before the effects of the script, which ask for the blocks.
  useLayoutEffect(() => {
    now.current = draft
  })
  // The same at every key, so that neither the script nor what is around it is drawn again.
  const change = useCallback((part: Partial<StoryContent>) => now.current.change({ ...now.current.valueNow(), ...part }), [])
  const blocksNow = useCallback(() => now.current.valueNow().blocks, [])
  // What the editor itself wrote is not put into it again; a text from elsewhere is.
  const [shown, setShown] = useState<{ readonly blocks: readonly Block[]; readonly version: number }>({ blocks: value.blocks, version: 0 })
  if (shown.blocks !== value.blocks) setShown({ blocks: value.blocks, version: shown.version + 1 })
  // The script shows by itself what is written in it; how long it is and what stands around it follow once the writing rests.
  const write = useCallback((blocks: Block[]) => now.current.write({ ...now.current.valueNow(), blocks }, (rested) => setShown(({ version }) => ({ blocks: rested.blocks, version }))), [])
  return (
    <Page title={value.title} mark={<StateBadge stage={story.stage} />} description={`${story.author.name} · ${story.unit.name}`} crumbs={[{ label: words.title, to: storiesPlace }]} actions={
        <>
          {!readOnly && <SaveState progress={draft.progress} kept={draft.durable} onRetry={() => void flush()} />}
          <StoryActions story={story} title={value.title} flush={flush} />
        </>
      }>
      {readOnly && <Notice>{story.can.acts.some((act) => act === 'approve' || act === 'return') ? words.reviewOnly : story.stage === 'aired' || story.stage === 'archived' ? words.airedOnly : words.readOnly}</Notice>}
      <AirFirstNotice story={story} />
      <ConflictNotice story={story} draft={draft} />
      <div className={c.desk}>
        <div className="td-stack">
          {!readOnly && <StoryHead title={value.title} column={value.column} category={value.category} headings={headings} today={today} onChange={change} />}
          <Suspense fallback={<LoadingRows rows={8} />}>
            <ScriptEditor label={words.script} blocks={blocksNow} people={value.people} films={films} day={day} version={shown.version} readOnly={readOnly} held={held} comments={comments.marks} onBlock={setHere} onChange={write} />
          </Suspense>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <MediaPanel storyId={story.id} blocks={value.blocks} day={day} readOnly={readOnly} onBlocks={(placed) => change({ blocks: placed(blocksNow()) })} />
          </Suspense>
        </div>
        <div className="td-stack">
          <StoryTime blocks={value.blocks} films={films} today={today} timing={timing} />
          <StoryBeside story={story} blocks={value.blocks} people={value.people} comments={comments} day={day} flush={flush} stored={stored} onChange={change} />
        </div>
      </div>
    </Page>
  )
}
