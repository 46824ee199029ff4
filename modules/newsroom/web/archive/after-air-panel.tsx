import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { OpenDialog } from '../correction/open-dialog.tsx'
import { newsroomText } from '../messages.ts'
import { correctionPlace, storiesPlace, storyPlace } from '../places.ts'
import { archiveText } from './messages.ts'

/** Sau khi phát: when a story aired, until when it is kept, its corrections, and what may be done with it. */
export function AfterAirPanel({ storyId }: { storyId: Id<'story'> }) {
  const words = useText(archiveText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const loaded = useLoad(archiveRoutes.getAfterAir, { params: { storyId } })
  const [correcting, setCorrecting] = useState(false)
  const [removing, setRemoving] = useState(false)
  const navigate = useNavigate()
  const remove = async () => {
    await call(archiveRoutes.deleteStory, { params: { storyId } })
    await navigate({ to: storiesPlace })
  }
  const archive = useAct(
    (_: null, options) => call(archiveRoutes.archiveStory, { params: { storyId }, body: {} }, options),
    async () => {
      toast(words.archivedNow)
      await refresh(archiveRoutes.getAfterAir)
      await refresh(storyRoutes.getStory)
    },
  )
  const pack = useAct(async () => {
    const file: unknown = await call(archiveRoutes.evidencePack, { params: { storyId } })
    if (file instanceof Blob) saveFile(file, 'ho-so-chung-minh.zip')
  })
  const after = loaded.data
  if (after === undefined || (after.airings.length === 0 && after.noticeOf === null && !after.can.remove)) return null
  return (
    <section className="td-panel td-stack">
      {(after.airings.length > 0 || after.noticeOf !== null) && <h2>{words.after}</h2>}
      {after.noticeOf !== null && (
        <p>
          {words.noticeOf} <Link to={storyPlace(after.noticeOf.story.id)}>{after.noticeOf.story.title}</Link>
        </p>
      )}
      {after.airings.map((airing) => (
        <p key={airing.id}>{words.airedAt(showMoment(airing.startedAt), airing.programme)}</p>
      ))}
      {after.archived !== null && <p>{words.archivedAt(showMoment(after.archived.at), after.archived.by.name)}</p>}
      {after.kept !== null && (
        <p>
          {words.kept(showDate(after.kept.until), after.kept.over)} <span className="td-quiet td-small">{`${words.source(after.kept.text)}. ${words.confidences[after.kept.confidence]}`}</span>
        </p>
      )}
      {after.corrections.map((correction) => (
        <p key={correction.id}>
          <Link to={correctionPlace(correction.id)}>{words.correctionOf(showDate(correction.receivedOn))}</Link>
        </p>
      ))}
      <ErrorNotice error={archive.error ?? pack.error} refusals={refusals} />
      <div className="td-row">
        {after.can.archive && (
          <Button variant="default" loading={archive.busy} onClick={() => void archive.act(null)}>
            {words.archive}
          </Button>
        )}
        {after.can.pack && (
          <Button variant="default" loading={pack.busy} onClick={() => void pack.act(null)}>
            {words.evidence}
          </Button>
        )}
        {after.can.correct && (
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {words.correct}
          </Button>
        )}
        {after.can.remove && (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
      </div>
      {removing && (
        <ConfirmDialog title={words.remove} confirmLabel={words.remove} danger onConfirm={remove} onClose={() => setRemoving(false)} refusals={refusals}>
          <p>{words.removeBody}</p>
        </ConfirmDialog>
      )}
      {correcting && <OpenDialog storyId={storyId} airings={after.airings} onClose={() => setCorrecting(false)} />}
    </section>
  )
}
