import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import type { Autosave } from '#platform/web/offline/use-autosave.ts'
import { showDate, showMoment } from '#ui/format.ts'
import { History } from '#ui/history.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { storyRoutes } from '../../contract/story-routes.ts'
import type { StoryAct } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { ActDialog, type ActDetail } from './act-dialog.tsx'
import { Differences } from './differences.tsx'
import type { Story, StoryContent } from './story-view.ts'
import c from './story.module.css'

/** Each step with who, when and of which words; what may be done now; for a reviewer just what changed since the last approval. */
export function ApprovalPanel({ story, flush, stored }: { story: Story } & Pick<Autosave<StoryContent>, 'flush' | 'stored'>) {
  const words = useText(newsroomText)
  const refresh = useRefresh()
  const [doing, setDoing] = useState<StoryAct>()
  const number = (blockId: string) => story.content.blocks.findIndex((block) => block.id === blockId) + 1
  const send = async ({ note, blockId, orderedBy }: ActDetail, requestId: string) => {
    await flush()
    return call(storyRoutes.actOnStory, { params: { storyId: story.id }, body: { revision: stored().version, act: doing ?? 'submit', note, blockId, orderedBy } }, { requestId })
  }
  return (
    <section className="td-panel">
      <h2>{words.steps}</h2>
      {story.steps.length === 0 && <p className="td-quiet">{words.noSteps}</p>}
      <History
        label={words.steps}
        items={story.steps.map((step) => {
          const stands = story.approvals.find((each) => each.level === step.level && each.version === step.version)?.stands
          return {
            key: step.id,
            when: showMoment(step.at),
            tone: step.act === 'return' || step.act === 'air_first' ? 'warn' : step.act === 'approve' && stands === true ? 'good' : 'neutral',
            title: `${words.stepWords[step.act]}${step.level === null ? '' : ` (${words.levels[step.level]})`} · ${step.person.name}`,
            detail: (
              <>
                {step.note !== '' && <p>{step.note}</p>}
                {step.blockId !== null && number(step.blockId) > 0 && <p>{words.atBlock(number(step.blockId))}</p>}
                <p>
                  {words.version(step.version)}
                  {step.act === 'approve' && `, ${stands === true ? words.stands : words.lapsed}`}
                </p>
                {step.actingFor !== null && <p>{words.actingFor(step.actingFor.name, step.documents.map(({ number, date }) => words.documentOf(number, showDate(date))))}</p>}
                {step.orderedBy !== null && step.dueAt !== null && <p>{words.orderedBy(step.orderedBy.name, showMoment(step.dueAt))}</p>}
                {step.proved && <p>{words.proved}</p>}
                {step.act === 'approve' && <p>{words.print(step.hash.slice(0, 12))}</p>}
              </>
            ),
          }
        })}
      />
      <SinceApproval story={story} />
      {story.can.acts.length > 0 && (
        <div className={c.acts}>
          {story.can.acts.map((act) => (
            <Button key={act} variant={act === 'submit' || act === 'approve' ? 'filled' : 'default'} onClick={() => setDoing(act)}>
              {words.acts[act]}
            </Button>
          ))}
        </div>
      )}
      {doing !== undefined && (
        <ActDialog
          story={story}
          act={doing}
          onSend={send}
          onDone={async () => {
            await refresh(storyRoutes.getStory, storyRoutes.listStories)
            toast(words.done[doing])
            setDoing(undefined)
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
    </section>
  )
}

/** The difference from what a level had approved, where a later change ended that approval. */
function SinceApproval({ story }: { story: Story }) {
  const words = useText(newsroomText)
  const lapsed = story.approvals.filter((each) => !each.stands).at(-1)
  const before = useLoad(storyRoutes.getStoryVersion, { params: { storyId: story.id, version: lapsed?.version ?? 1 } }, { enabled: lapsed !== undefined })
  if (lapsed === undefined || before.data === undefined || before.data.version !== lapsed.version) return null
  return (
    <>
      <h3>{words.sinceApproval(words.levels[lapsed.level], lapsed.version)}</h3>
      <Differences before={before.data.content.blocks} after={story.content.blocks} />
    </>
  )
}
