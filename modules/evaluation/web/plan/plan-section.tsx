import { Button } from '@mantine/core'
import { useState } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice, type Tone } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { PlanStatus } from '../../domain/plan-status.ts'
import { planOf } from '../../domain/plan.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import type { SubjectSheet } from '../sheet/sheet-content.ts'
import { planText } from './messages.ts'
import { PlanForm } from './plan-form.tsx'
import { PlanRows } from './plan-rows.tsx'
import { SettleDialog } from './settle-dialog.tsx'

const tones: Record<PlanStatus, Tone> = { open: 'warn', proposed: 'info', approved: 'good', returned: 'warn' }

/** Kế hoạch quý, điểm tối đa của trục: proposed by the person or for them, approved or sent back by who is competent, before the sheet is sent on. */
export function PlanSection({ data, rulebook }: { data: SubjectSheet; rulebook: CompiledRulebook }) {
  const words = useText(planText)
  const language = useLanguage()
  const [changing, setChanging] = useState(false)
  const [settling, setSettling] = useState<'approve' | 'return'>()
  const { plan, subject } = data
  const asked = planOf(rulebook, subject.group)
  if (asked === null || plan === null) return null
  const approver = (asked.rules.approvedBy === 'rater' ? subject.superior : subject.decider)?.fullName ?? words.approver
  const proposes = plan.can.includes('propose')
  const editing = proposes && (plan.status !== 'proposed' || changing)
  const note = editing
    ? words.note.propose(approver)
    : plan.can.includes('approve')
      ? words.note.settle
      : plan.status === 'proposed'
        ? words.note.wait(approver)
        : plan.status === 'open'
          ? words.note.none(subject.person.fullName)
          : undefined
  return (
    <Section title={asked.rules.name[language]} description={asked.rules.article ?? undefined} actions={<><ConfidenceMark value={rulebook.confidence} /> <StatusBadge tone={tones[plan.status]}>{words.status[plan.status]}</StatusBadge></>}>
      <div className="td-stack">
        {plan.status === 'returned' && plan.settledBy !== null && plan.settledAt !== null && (
          <Notice tone="warn" title={words.returned(plan.settledBy.fullName, showMoment(plan.settledAt))}>
            <p>{plan.reason}</p>
          </Notice>
        )}
        {note !== undefined && <p className="td-quiet">{note}</p>}
        {editing ? (
          <PlanForm key={plan.version} data={data} rulebook={rulebook} asked={asked} plan={plan} onSent={() => setChanging(false)} onKeep={changing ? () => setChanging(false) : undefined} />
        ) : (
          plan.status !== 'open' && <PlanRows data={data} rulebook={rulebook} asked={asked} rows={plan.rows} />
        )}
        {!editing && plan.proposedBy !== null && plan.proposedAt !== null && (
          <p className="td-quiet td-small">
            {words.proposedBy(plan.proposedBy.fullName, showMoment(plan.proposedAt))}
            {plan.status === 'approved' && plan.settledBy !== null && plan.settledAt !== null && <> · {words.approvedBy(plan.settledBy.fullName, showMoment(plan.settledAt))}</>}
          </p>
        )}
        {!editing && plan.can.length > 0 && (
          <div className="td-row">
            {plan.can.includes('approve') && <Button onClick={() => setSettling('approve')}>{words.approve}</Button>}
            {plan.can.includes('return') && (
              <Button variant="default" onClick={() => setSettling('return')}>
                {words.sendBack}
              </Button>
            )}
            {proposes && (
              <Button variant="default" onClick={() => setChanging(true)}>
                {words.change}
              </Button>
            )}
          </div>
        )}
      </div>
      {settling !== undefined && <SettleDialog data={data} version={plan.version} act={settling} onClose={() => setSettling(undefined)} />}
    </Section>
  )
}
