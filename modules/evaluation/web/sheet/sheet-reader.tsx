import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '#platform/web/session.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { listState } from '../../domain/check-lists.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { judgementsOf } from '../../domain/sheet.ts'
import { withPlan, writesLists } from '../../domain/sheet-lists.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { planLists } from '../plan/plan-lists.ts'
import { CriteriaTable } from './criteria-table.tsx'
import { EarlyResponses } from './early-responses.tsx'
import { JudgementChoices } from './judgement-choices.tsx'
import { ListEntries } from './list-entries.tsx'
import { sheetText } from './messages.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { scoredTasks } from './running-total.ts'
import type { SubjectSheet } from './sheet-content.ts'
import { SheetReturned, SheetStatus } from './sheet-status.tsx'
import { SheetSubject } from './sheet-subject.tsx'
import { WrittenTexts } from './sheet-texts.tsx'
import { TaskPart } from './task-part.tsx'
import { TotalPanel } from './total-panel.tsx'
import { UnsentSheet } from './unsent-sheet.tsx'
import { YearMonths } from './year-months.tsx'
import c from './sheet.module.css'

/** A sheet for reading: the columns this reader may see, and whom it waits for. */
export function SheetReader({ data, rulebook }: { data: SubjectSheet; rulebook: CompiledRulebook }) {
  const words = useText(sheetText)
  const { rater: names } = useText(evaluationText)
  const language = useLanguage()
  const { personId } = useSession()
  const [returning, setReturning] = useState(false)
  const { group, variants } = data.subject
  const scoresPoints = !fromShorterPeriods(rulebook, data.campaign.period.kind)
  const superior = data.sheets.find((sheet) => sheet.rater === 'superior')
  const columns = (['self', 'superior'] as const).flatMap((rater) => {
    const sheet = data.sheets.find((one) => one.rater === rater)
    return sheet === undefined ? [] : [{ rater, points: sheet.points }]
  })
  const listColumns = (['self', 'superior'] as const).flatMap((rater) => {
    const sheet = data.sheets.find((one) => one.rater === rater)
    return sheet === undefined || !writesLists(rulebook, group, rater) ? [] : [{ rater, lists: sheet.lists }]
  })
  const levels = data.sheets.flatMap((sheet) => (sheet.proposedLevel === null ? [] : [{ sheet, level: sheet.proposedLevel }]))
  return (
    <>
      <SheetStatus data={data} />
      <UnsentSheet data={data} rulebook={rulebook} />
      <EarlyResponses
        campaignId={data.campaign.id}
        personId={data.subject.person.id}
        responses={data.earlyResponses}
        until={data.respondUntil}
        own={data.subject.person.id === personId}
        mayRespond={data.can.includes('respond_early')}
      />
      {(data.subject.status === 'self_scoring' || data.subject.status === 'superior_scoring') && <SheetReturned returned={data.returned} />}
      <div className={c.layout}>
        <div className="td-stack">
          <SheetSubject data={data} rulebook={rulebook} />
          {scoresPoints ? (
            <>
              {columns.length > 0 && <CriteriaTable rulebook={rulebook} settings={data.campaign.settings} group={group} variants={variants} columns={columns} />}
              <TaskPart rulebook={rulebook} tasks={data.tasks} mine={data.subject.person.id === personId} />
              <ListEntries rulebook={rulebook} group={group} columns={listColumns} tasks={data.tasks} state={listState({ rulebook, settings: data.campaign.settings, group, variants }, listColumns.at(-1)?.rater ?? 'self', withPlan(listColumns.at(-1)?.lists ?? {}, planLists(rulebook, data)), scoredTasks(data), data.subject.facts)} />
              {superior !== undefined && (
                <JudgementChoices judgements={judgementsOf(rulebook, group, 'superior')} value={superior.judgements} deputy={!data.subject.isHead} proposal={data.ledProposal} />
              )}
            </>
          ) : (
            <YearMonths data={data} />
          )}
          {levels.map(({ sheet, level }) => (
            <Section key={sheet.rater} title={sheet.rater === 'self' ? words.year.own : words.year.proposed}>
              <p>
                <strong>{levelName(rulebook, level, language)}</strong> <span className="td-quiet td-small">({sheet.rater === 'self' ? names.self : names.superior})</span>
              </p>
            </Section>
          ))}
          <WrittenTexts sheets={data.sheets} />
        </div>
        <aside className={`td-panel ${c.aside}`}>
          <TotalPanel rulebook={rulebook} group={group} shown={data.preview} generalSoFar={null} problems={[]} note={scoresPoints || data.months.length >= 12 ? undefined : words.year.monthsKnown(data.months.length)} yearly={!scoresPoints} />
          {(data.can.includes('return_to_self') || data.can.includes('return_to_superior')) && (
            <Button variant="default" onClick={() => setReturning(true)}>
              {words.sendBack.button}
            </Button>
          )}
        </aside>
      </div>
      {returning && <ReturnDialog data={data} onClose={() => setReturning(false)} />}
    </>
  )
}
