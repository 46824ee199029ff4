import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { History } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { RecordFiles } from '../media/record-files.tsx'
import { newsroomText } from '../messages.ts'
import type { Story } from './story-view.ts'

/** What came with a story from the old system: its steps, which bind no wording, what could not be read, and the file itself. */
export function RecordPanel({ storyId, record }: { storyId: Story['id']; record: NonNullable<Story['record']> }) {
  const words = useText(newsroomText)
  const get = useAct(async () => {
    const file: unknown = await call(recordRoutes.getRecord, { params: { storyId } })
    if (file instanceof Blob) saveFile(file, record.fileName)
  })
  return (
    <section className="td-panel td-stack">
      <h2>{words.oldRecord}</h2>
      <p className="td-quiet td-small">{words.oldStepsBindNothing}</p>
      <History
        label={words.oldRecord}
        items={record.steps.map((step, at) => ({
          key: String(at),
          when: step.at === null ? words.unknownMoment : showMoment(step.at),
          title: `${words.oldSteps[step.step]} · ${step.person ?? words.unknownPerson}`,
          ...(step.note === null ? {} : { detail: step.note }),
        }))}
      />
      {record.faults.length > 0 && (
        <Notice tone="warn">
          <ul>
            {record.faults.map((fault, at) => (
              <li key={at}>
                {fault.line === null ? '' : `${words.line(fault.line)}: `}
                {fault.message}. {fault.todo}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <RecordFiles storyId={storyId} files={record.files} />
      <Button variant="default" loading={get.busy} onClick={() => void get.act(null)}>
        {words.getRecord}
      </Button>
      <ErrorNotice error={get.error} refusals={words.refusals} />
    </section>
  )
}
