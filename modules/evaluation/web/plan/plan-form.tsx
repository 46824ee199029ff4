import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { planFaults, planState, startOfPlan, type AskedPlan } from '../../domain/plan.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { listCell, withListEntry, type SheetLists } from '../../domain/sheet-lists.ts'
import { evaluationText } from '../messages.ts'
import { ListCell } from '../sheet/list-cell.tsx'
import { cellAfter, goToCell } from '../sheet/sheet-cells.ts'
import type { SubjectSheet } from '../sheet/sheet-content.ts'
import { planText } from './messages.ts'
import { PlanSums } from './plan-sums.tsx'
import c from './plan.module.css'

type Rows = SheetLists[string]

interface PlanFormProps {
  data: SubjectSheet
  rulebook: CompiledRulebook
  asked: AskedPlan
  plan: NonNullable<SubjectSheet['plan']>
  onSent: () => void
  /** Leaves what was proposed before as it is. */
  onKeep: (() => void) | undefined
}

/** A proposal being written: begun from the template of the post or the period before, with its sum and faults at once. */
export function PlanForm({ data, rulebook, asked, plan, onSent, onKeep }: PlanFormProps) {
  const words = useText(planText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const { campaign, subject } = data
  const { list } = asked
  const { id } = list.definition
  const under = useMemo(() => ({ rulebook, settings: campaign.settings, group: subject.group, variants: subject.variants }), [rulebook, campaign, subject])
  const template = useMemo(() => startOfPlan(under, asked), [under, asked])
  const [rows, setRows] = useState<Rows>(plan.status === 'open' ? template : plan.rows)
  const [tried, setTried] = useState(false)
  const faults = useMemo(() => planFaults(under, asked, rows), [under, asked, rows])
  const state = useMemo(() => planState(under, { [id]: rows }), [under, id, rows])
  const problems = new Map(faults.problems.map((each) => [each.code, each.expected]))
  const ofList = problems.get(id)
  const { act, busy, error } = useAct(
    (proposed: Rows, options) =>
      call(evaluationRoutes.proposePlan, { params: { campaignId: campaign.id, personId: subject.person.id }, body: { version: plan.version, rows: Object.fromEntries(Object.entries(proposed).map(([row, entries]) => [row, { ...entries }])) } }, options),
    () => {
      toast(words.sent)
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)
      onSent()
    },
  )
  const cells = list.keys.flatMap(({ key }) => list.planned.map((field) => listCell(id, key, field.id)))
  const submit = () => {
    setTried(true)
    const first = faults.missing[0] ?? faults.problems[0]?.code
    if (first === undefined) void act(rows)
    else goToCell(first)
  }
  return (
    <div className="td-stack">
      {(Object.keys(template).length > 0 || plan.earlier !== null) && (
        <div className="td-row">
          {Object.keys(template).length > 0 && (
            <Button size="compact-sm" variant="light" onClick={() => setRows(template)}>
              {words.fromTemplate}
            </Button>
          )}
          {plan.earlier !== null && (
            <Button size="compact-sm" variant="light" onClick={() => setRows(plan.earlier ?? {})}>
              {words.fromEarlier}
            </Button>
          )}
        </div>
      )}
      <div>
        {list.keys.map(({ key, name }) => (
          <div key={key} className={c.line} role="group" aria-label={name[language]}>
            <div>{name[language]}</div>
            {list.planned.map((field) => {
              const cell = listCell(id, key, field.id)
              return (
                <ListCell
                  key={field.id}
                  rulebook={rulebook}
                  field={field}
                  cell={cell}
                  row={name[language]}
                  value={rows[key]?.[field.id]}
                  problem={problems.get(cell)}
                  onChange={(value) => setRows(withListEntry({ [id]: rows }, id, key, field.id, value)[id] ?? {})}
                  onMove={(step) => void goToCell(cellAfter(cells, cell, step))}
                />
              )
            })}
          </div>
        ))}
      </div>
      <PlanSums state={state} />
      {ofList !== undefined && (
        <Notice tone="warn" alert>
          <p>{ofList}</p>
        </Notice>
      )}
      {tried && faults.missing.length > 0 && (
        <Notice tone="warn" alert>
          <p>{words.missing(faults.missing.length)}</p>
        </Notice>
      )}
      <ErrorNotice error={error} refusals={refusals} />
      <div className="td-row">
        <Button onClick={submit} loading={busy}>
          {plan.status === 'open' ? words.send : words.sendAgain}
        </Button>
        {onKeep !== undefined && (
          <Button variant="subtle" onClick={onKeep}>
            {words.keep}
          </Button>
        )}
      </div>
    </div>
  )
}
