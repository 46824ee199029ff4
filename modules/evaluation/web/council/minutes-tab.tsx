import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'

/** What the meeting concluded, and its minutes. */
export function MinutesTab({ meeting }: { meeting: Meeting }) {
  const { conclude: words } = useText(councilText)
  return (
    <Section title={words.conclusion}>
      {meeting.conclusion === '' ? <p className="td-quiet">{words.noConclusion}</p> : meeting.conclusion.split('\n').map((line, at) => <p key={at}>{line}</p>)}
    </Section>
  )
}
