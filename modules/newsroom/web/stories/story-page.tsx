import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { proposeSlug } from '../../domain/story/story.ts'
import { HeadingField } from '../desk/heading-field.tsx'
import { AfterAirPanel } from '../archive/after-air-panel.tsx'
import { StoryDeskPanel } from '../desk/story-desk-panel.tsx'
import { useStoryTiming } from '../desk/use-story-timing.ts'
import { CommentsPanel } from '../comments/comments-panel.tsx'
import { useComments } from '../comments/use-comments.ts'
import { ExportMenu } from '../exchange/export-menu.tsx'
import { FilmTime } from '../media/film-time.tsx'
import { useFilms } from '../media/use-films.ts'
import { newsroomText } from '../messages.ts'
import { storiesPlace } from '../places.ts'
import { StoryPrompterLinks } from '../prompter/prompter-links.tsx'
import { StoryAssignment } from '../planning/story-assignment.tsx'
import { StoryTimesPanel } from '../waiting/story-times-panel.tsx'
import { AirFirstNotice } from './air-first-notice.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { createScriptTimer, showSeconds } from './reading-time.ts'
import { StateBadge } from './state-badge.tsx'
import type { Story } from './story-view.ts'
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

function LoadedStory({ story }: { story: Story }) {
  const words = useText(newsroomText)
  const { today } = useSession()
  const draft = useStoryDraft(story)
  const print = useAct(async () => {
    await draft.flush()
    const file: unknown = await call(storyRoutes.printStory, { params: { storyId: story.id } })
    if (file instanceof Blob) saveFile(file, `${proposeSlug(draft.value.title) || 'kich-ban'}.pdf`)
  })
  const timing = useStoryTiming(story.id)
  const films = useFilms(story.id)
  const headings = useLoad(deskRoutes.getDesk, {}, { enabled: story.can.write }).data?.headings ?? []
  const timer = useMemo(() => createScriptTimer(today, timing), [today, timing])
  const { value } = draft
  // Speaking a long block takes longer than a key: the figure follows the writing.
  const timedBlocks = useDeferredValue(value.blocks)
  const { seconds, unmarked } = timer(timedBlocks)
  const readOnly = !story.can.write
  // What the editor itself wrote is not put into it again; a text from elsewhere is.
  const [shown, setShown] = useState<{ readonly blocks: readonly Block[]; readonly version: number }>({ blocks: value.blocks, version: 0 })
  if (shown.blocks !== value.blocks) setShown({ blocks: value.blocks, version: shown.version + 1 })
  const [here, setHere] = useState<string | null>(null)
  const held = useHolds(story, draft, here)
  const comments = useComments(story.id)
  const write = (blocks: Block[]) => {
    setShown({ blocks, version: shown.version })
    draft.change({ ...value, blocks })
  }
  const orNone = (text: string) => (text === '' ? null : text)
  return (
    <Page title={value.title} mark={<StateBadge stage={story.stage} />} description={`${story.author.name} · ${story.unit.name}`} crumbs={[{ label: words.title, to: storiesPlace }]} actions={
        <>
          {!readOnly && <SaveState progress={draft.progress} kept={draft.durable} onRetry={() => void draft.flush()} />}
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden="true" />} loading={print.busy} onClick={() => void print.act(null)}>
            {words.printButton}
          </Button>
          <StoryPrompterLinks storyId={story.id} title={value.title} flush={draft.flush} />
          <ExportMenu story={story} title={value.title} flush={draft.flush} />
        </>
      }>
      {readOnly && <Notice>{story.can.acts.some((act) => act === 'approve' || act === 'return') ? words.reviewOnly : story.stage === 'aired' || story.stage === 'archived' ? words.airedOnly : words.readOnly}</Notice>}
      <AirFirstNotice story={story} />
      <ErrorNotice error={print.error} refusals={words.refusals} />
      <ConflictNotice story={story} draft={draft} />
      <div className={c.desk}>
        <div className="td-stack">
          {!readOnly && (
            <section className="td-panel td-stack">
              <TextField label={words.heading} value={value.title} onChange={(title) => draft.change({ ...value, title })} maxLength={300} />
              <Columns>
                <HeadingField label={words.column} kind="column" headings={headings} today={today} value={value.column ?? ''} onChange={(column) => draft.change({ ...value, column: orNone(column) })} />
                <HeadingField label={words.category} kind="category" headings={headings} today={today} value={value.category ?? ''} onChange={(category) => draft.change({ ...value, category: orNone(category) })} />
              </Columns>
            </section>
          )}
          <Suspense fallback={<LoadingRows rows={8} />}>
            <ScriptEditor label={words.script} blocks={value.blocks} people={value.people} films={films} day={timing.airsOn ?? today} version={shown.version} readOnly={readOnly} held={held} comments={comments.marks} onBlock={setHere} onChange={write} />
          </Suspense>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <MediaPanel storyId={story.id} blocks={value.blocks} day={timing.airsOn ?? today} readOnly={readOnly} onBlocks={(blocks) => draft.change({ ...value, blocks })} />
          </Suspense>
        </div>
        <div className="td-stack">
          <section className="td-panel">
            <h2>{words.duration}</h2>
            <p className={c.time}>{words.durationOf(showSeconds(seconds))}</p>
            <FilmTime blocks={timedBlocks} films={films} timer={timer} />
            {unmarked > 0 && <p className="td-quiet td-small">{words.unmarked(unmarked)}</p>}
          </section>
          <StoryDeskPanel storyId={story.id} />
          <ApprovalPanel story={story} draft={draft} />
          <AfterAirPanel storyId={story.id} />
          <CommentsPanel storyId={story.id} comments={comments} blocks={value.blocks} flush={draft.flush} />
          <StoryTimesPanel storyId={story.id} revision={story.revision} />
          <StoryAssignment storyId={story.id} />
          {story.record !== null && <RecordPanel storyId={story.id} record={story.record} />}
          <PeoplePanel people={value.people} blocks={value.blocks} day={timing.airsOn ?? today} readOnly={readOnly} onChange={(people) => draft.change({ ...value, people })} />
        </div>
      </div>
    </Page>
  )
}
