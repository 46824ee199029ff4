import { Button } from '@mantine/core'
import { IconDownload } from '#ui/icons.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { useFile } from '../results/use-file.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'

/** What the meeting concluded, and its minutes. */
export function MinutesTab({ meeting }: { meeting: Meeting }) {
  const { conclude: words, tabs } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const pdf = useFile(evaluationRoutes.minutesPdf)
  const docx = useFile(evaluationRoutes.minutesDocx)
  const params = { meetingId: meeting.id }
  const name = `bien-ban-${meeting.heldOn}`
  return (
    <div className="td-stack">
      <Section title={words.conclusion}>
        {meeting.conclusion === '' ? <p className="td-quiet">{words.noConclusion}</p> : meeting.conclusion.split('\n').map((line, at) => <p key={at}>{line}</p>)}
      </Section>
      <Section title={tabs.minutes} description={meeting.status === 'planned' ? words.minutesLater : words.minutesHint}>
        {meeting.can.includes('minutes') && (
          <div className="td-row">
            <Button leftSection={<IconDownload size={18} aria-hidden="true" />} loading={pdf.busy} onClick={() => void pdf.act({ input: { params }, name: `${name}.pdf` })}>
              {words.pdf}
            </Button>
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} loading={docx.busy} onClick={() => void docx.act({ input: { params }, name: `${name}.docx` })}>
              {words.docx}
            </Button>
          </div>
        )}
        <ErrorNotice error={pdf.error ?? docx.error} refusals={refusals} />
      </Section>
    </div>
  )
}
