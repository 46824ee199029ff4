import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { tasksText } from './messages.ts'

/** Unplanned work written down here that the server does not have yet: it is in no list of tasks. */
export function UnsentTasks() {
  const words = useText(tasksText).unsent
  const { unsent } = useUnsent()
  const adHoc = unsent.filter((lane) => lane.about.kind === 'evaluation.ad-hoc-task')
  if (adHoc.length === 0) return null
  return (
    <Notice tone="warn" title={words.adHoc}>
      <ul>
        {adHoc.map((lane) => (
          <li key={lane.key}>{lane.about.detail}</li>
        ))}
      </ul>
    </Notice>
  )
}
