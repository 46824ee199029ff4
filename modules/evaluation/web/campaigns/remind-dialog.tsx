import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'

type Whom = 'chosen' | 'late' | 'all'

interface RemindDialogProps {
  campaign: Campaign
  chosen: ReadonlySet<PersonId>
  onClose: () => void
  onSent: () => void
}

/** Sends a reminder to those chosen, to everything overdue, or to everything not done. */
export function RemindDialog({ campaign, chosen, onClose, onSent }: RemindDialogProps) {
  const words = useText(campaignsText).remind
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const { today } = useSession()
  const due = campaign.status === 'deciding' ? campaign.due.decide : campaign.counts.byStatus.self_scoring > 0 ? campaign.due.self : campaign.due.superior
  const [whom, setWhom] = useState<Whom>(chosen.size > 0 ? 'chosen' : today > due ? 'late' : 'all')
  const [text, setText] = useState(words.suggestion(showDate(due)))
  const { act, busy, error } = useAct(
    async (input: { whom: Whom; text: string }, options) => {
      const personIds = input.whom === 'all' ? null : input.whom === 'chosen' ? [...chosen] : await latePeople(campaign)
      if (personIds !== null && personIds.length === 0) return { reminded: 0 }
      return call(evaluationRoutes.remind, { params: { campaignId: campaign.id }, body: { personIds, text: input.text } }, options)
    },
    (done, input) => {
      void refresh(evaluationRoutes.listParticipants)
      toast(done.reminded === 0 && input.whom === 'late' ? words.nobodyLate : words.sent(done.reminded))
      onSent()
    },
  )
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={() => void act({ whom, text: text.trim() })} submitLabel={words.send} busy={busy}>
        <p className="td-quiet td-small">{words.explain}</p>
        <RadioField
          label={words.whom}
          value={whom}
          onChange={setWhom}
          choices={[
            ...(chosen.size > 0 ? [{ value: 'chosen' as const, label: words.chosen(chosen.size) }] : []),
            { value: 'late', label: words.late },
            { value: 'all', label: words.all },
          ]}
        />
        <TextField label={words.text} value={text} onChange={setText} multiline rows={2} maxLength={300} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}

/** Everybody whose file is overdue, page after page; at most the thousand one act may remind. */
async function latePeople(campaign: Campaign): Promise<PersonId[]> {
  const people: PersonId[] = []
  let after: string | null = null
  do {
    const page: { items: { person: { id: PersonId } }[]; next: string | null } = await call(evaluationRoutes.listParticipants, {
      params: { campaignId: campaign.id },
      query: { only: 'late', limit: 200, ...(after === null ? {} : { after }) },
    })
    people.push(...page.items.map((item) => item.person.id))
    after = page.next
  } while (after !== null && people.length < 1000)
  return people.slice(0, 1000)
}
