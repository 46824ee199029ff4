import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { showDate, showMoment } from '#ui/format.ts'
import { Section } from '#ui/page.tsx'
import { defineText, useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import { TextDialog } from '../results/text-dialog.tsx'

const earlyText = defineText({
  vi: {
    title: 'Ý kiến trước khi quyết định',
    own: (until: string) => `Cấp trên đã gửi điểm. Bạn có thể nêu ý kiến đến hết ${until}; cấp có thẩm quyền đọc trước khi quyết định.`,
    open: (until: string) => `Người được đánh giá còn thời hạn nêu ý kiến đến hết ${until}.`,
    closed: 'Ý kiến của người được đánh giá về điểm cấp trên chấm.',
    none: 'Chưa có ý kiến.',
    respond: 'Nêu ý kiến',
    hint: 'Nêu tiêu chí, điểm và căn cứ. Ý kiến gửi rồi không sửa được.',
    sent: 'Đã gửi ý kiến đến cấp có thẩm quyền.',
  },
  en: {
    title: 'Response before the decision',
    own: (until: string) => `The superior has sent the points. You may respond until ${until}; the authority reads it before deciding.`,
    open: (until: string) => `The person may still respond until ${until}.`,
    closed: 'What the person says to the superior’s points.',
    none: 'No response yet.',
    respond: 'Respond',
    hint: 'Name the criterion, the points and your ground. A response cannot be changed once sent.',
    sent: 'The response is with the authority.',
  },
})

interface EarlyResponsesProps {
  campaignId: CampaignId
  personId: PersonId
  responses: readonly { readonly text: string; readonly givenAt: string }[]
  /** Last day for a response; null when none may be given any more. */
  until: string | null
  own: boolean
  mayRespond: boolean
}

/** What the person scored says to the superior's points before the decision (ý kiến trước khi quyết định). */
export function EarlyResponses({ campaignId, personId, responses, until, own, mayRespond }: EarlyResponsesProps) {
  const words = useText(earlyText)
  const refresh = useRefresh()
  const [writing, setWriting] = useState(false)
  if (until === null && responses.length === 0) return null
  return (
    <Section
      title={words.title}
      description={until === null ? words.closed : own ? words.own(showDate(until)) : words.open(showDate(until))}
      actions={mayRespond ? <Button onClick={() => setWriting(true)}>{words.respond}</Button> : undefined}
    >
      {responses.length === 0 && <p className="td-quiet">{words.none}</p>}
      {responses.map((response) => (
        <div key={response.givenAt}>
          <span className="td-quiet td-small">{showMoment(response.givenAt)}</span>
          <p>{response.text}</p>
        </div>
      ))}
      {writing && (
        <TextDialog
          title={words.respond}
          hint={words.hint}
          submitLabel={words.respond}
          send={(text, options) => call(evaluationRoutes.respondEarly, { params: { campaignId, personId }, body: { text } }, options)}
          onSent={() => {
            void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)
            toast(words.sent)
            setWriting(false)
          }}
          onClose={() => setWriting(false)}
        />
      )}
    </Section>
  )
}
