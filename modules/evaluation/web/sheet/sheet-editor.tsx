import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { Notice } from '#ui/notice.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { listState } from '../../domain/check-lists.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { asksLevel, judgementsOf, missingFrom, scoredCriteria } from '../../domain/sheet.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { listsAskedOf, withPlan, writesLists } from '../../domain/sheet-lists.ts'
import { evaluationText } from '../messages.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { planLists } from '../plan/plan-lists.ts'
import { CopySelfDialog } from './copy-self-dialog.tsx'
import { CriteriaTable, type PointsColumn } from './criteria-table.tsx'
import { JudgementChoices } from './judgement-choices.tsx'
import { LevelChoice } from './level-choice.tsx'
import { ListEntries, type ListColumn } from './list-entries.tsx'
import { cellsOfLists } from './list-rows.ts'
import { sheetText } from './messages.ts'
import { cellOfMissing, MissingList } from './missing-list.tsx'
import { sumOfPoints } from './points-rules.ts'
import { RefusedCells } from './refused-cells.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { RowNames } from './row-names.ts'
import { runningTotal, scoredTasks } from './running-total.ts'
import { cellAfter, goToCell, sheetCells } from './sheet-cells.ts'
import { contentOf, withEntry, type SubjectSheet } from './sheet-content.ts'
import { SheetReturned } from './sheet-status.tsx'
import { SheetSubject } from './sheet-subject.tsx'
import { SheetTexts, WrittenTexts } from './sheet-texts.tsx'
import { sendWord, SubmitDialog } from './submit-dialog.tsx'
import { TaskPart } from './task-part.tsx'
import { TotalBar } from './total-bar.tsx'
import { TotalPanel } from './total-panel.tsx'
import { useSheetDraft } from './use-sheet-draft.ts'
import { YearMonths } from './year-months.tsx'
import c from './sheet.module.css'

interface SheetEditorProps {
  data: SubjectSheet
  rulebook: CompiledRulebook
  rater: RaterColumn
}

/** A sheet being filled in: cells, choices and texts that save themselves, the total at once, what is missing, and sending it on. */
export function SheetEditor({ data, rulebook, rater }: SheetEditorProps) {
  const words = useText(sheetText)
  const { refusals } = useText(evaluationText)
  const { autosave, base, conflict, settle, resolve } = useSheetDraft(data, rater)
  const [dialog, setDialog] = useState<'copy' | 'submit' | 'return' | 'conflict'>()
  const [incomplete, setIncomplete] = useState(false)
  const { value } = autosave
  const { group, variants } = data.subject
  const { settings } = data.campaign
  const scoresPoints = !fromShorterPeriods(rulebook, data.campaign.period.kind)
  const change = (patch: Partial<SheetContent>) => autosave.change({ ...value, ...patch })
  const selfSheet = rater === 'superior' ? data.sheets.find((sheet) => sheet.rater === 'self') : undefined
  const asked = useMemo(() => (scoresPoints ? listsAskedOf(rulebook, group, rater) : []), [rulebook, group, rater, scoresPoints])
  const state = useMemo(() => listState({ rulebook, settings, group, variants }, rater, scoresPoints ? withPlan(value.lists, planLists(rulebook, data)) : {}, scoredTasks(data), data.subject.facts), [rulebook, settings, group, variants, rater, scoresPoints, value.lists, data])
  // Beside the superior's points stand the subject's entries, with what they come to, where only the subject writes lists.
  const shownState = useMemo(
    () => (asked.length > 0 || !scoresPoints || selfSheet === undefined ? state : listState({ rulebook, settings, group, variants }, 'self', withPlan(selfSheet.lists, planLists(rulebook, data)), scoredTasks(data), data.subject.facts)),
    [asked, scoresPoints, selfSheet, state, rulebook, settings, group, variants, data],
  )
  const rowNames = useMemo(() => new Map<string, string>(data.tasks.map((task) => [task.id, task.title])), [data.tasks])
  const cells = useMemo(() => sheetCells(rulebook, group, rater, cellsOfLists(asked, value.lists, data.tasks)), [rulebook, group, rater, asked, value.lists, data.tasks])
  const move = (cell: string, step: 1 | -1) => void goToCell(cellAfter(cells, cell, step))
  const running = useMemo(() => (scoresPoints ? runningTotal(rulebook, data, rater, value) : { result: null, problems: [] }), [rulebook, data, rater, value, scoresPoints])
  const missing = [...missingFrom({ rulebook, settings, group, variants, scoresPoints }, rater, value), ...(scoresPoints ? [...state.missing, ...state.limits.map((each) => each.code)] : [])]
  const judgements = scoresPoints ? judgementsOf(rulebook, group, rater) : []
  const judgedByOthers = scoresPoints && rater === 'self' && judgementsOf(rulebook, group, 'superior').length > 0
  const columns: PointsColumn[] = [
    ...(selfSheet === undefined ? [] : [{ rater: 'self' as const, points: selfSheet.points }]),
    {
      rater,
      points: value.points,
      edit: { change: (code, points) => change({ points: withEntry(value.points, code, points) }), move },
    },
  ]
  const listColumns: ListColumn[] = [
    ...(selfSheet !== undefined && writesLists(rulebook, group, 'self') ? [{ rater: 'self' as const, lists: selfSheet.lists }] : []),
    ...(asked.length === 0 ? [] : [{ rater, lists: value.lists, edit: { change: (lists: SheetContent['lists']) => change({ lists }), move } }]),
  ]
  const codes = scoredCriteria(rulebook, group).map((criterion) => criterion.code)
  const monthsNote = data.months.length < 12 ? words.year.monthsKnown(data.months.length) : undefined
  const shown = scoresPoints ? running.result : data.preview
  const panel = (
    <TotalPanel
      rulebook={rulebook}
      group={group}
      shown={shown}
      generalSoFar={scoresPoints ? sumOfPoints(codes, value.points) : null}
      problems={running.problems}
      note={rulebook.scores !== null ? words.total.awaitsRaters : judgedByOthers ? words.total.awaitsJudgements : scoresPoints ? undefined : monthsNote}
      yearly={!scoresPoints}
    />
  )
  const submit = () => {
    if (missing.length === 0) return setDialog('submit')
    setIncomplete(true)
    goToCell(cellOfMissing(missing[0] ?? ''))
  }
  const { progress } = autosave
  const refusedOtherwise = progress.status === 'refused' && conflict === undefined ? progress.error : undefined
  return (
    <RowNames value={rowNames}>
      <SheetReturned returned={data.returned} />
      {autosave.restored && (
        <Notice tone="info">
          <p>{words.restored}</p>
        </Notice>
      )}
      <div className={c.layout}>
        <div className="td-stack">
          <SheetSubject data={data} rulebook={rulebook} />
          {scoresPoints ? (
            <>
              <CriteriaTable rulebook={rulebook} settings={settings} group={group} variants={variants} columns={columns} />
              <TaskPart rulebook={rulebook} tasks={data.tasks} mine={rater === 'self'} />
              <ListEntries rulebook={rulebook} group={group} columns={listColumns} tasks={data.tasks} state={shownState} />
              <JudgementChoices
                judgements={judgements}
                value={value.judgements}
                deputy={!data.subject.isHead}
                proposal={rater === 'superior' ? data.ledProposal : null}
                edit={{ change: (id, entry) => change({ judgements: { ...value.judgements, [id]: entry } }), move }}
              />
              {judgedByOthers && <p className="td-quiet">{words.judgementsSelf}</p>}
            </>
          ) : (
            <YearMonths data={data} />
          )}
          {(!scoresPoints || asksLevel(rulebook, group, rater)) && (
            <LevelChoice rulebook={rulebook} rater={rater} claimed={selfSheet?.proposedLevel ?? null} value={value.proposedLevel} yearly={!scoresPoints} onChange={(proposedLevel) => change({ proposedLevel })} />
          )}
          {selfSheet !== undefined && <WrittenTexts sheets={[selfSheet]} />}
          <SheetTexts rater={rater} value={value} onChange={change} />
        </div>
        <aside className={`td-panel ${c.aside}`}>
          {panel}
          <MissingList rulebook={rulebook} group={group} missing={missing} />
          {conflict !== undefined && (
            <Notice tone="warn" title={words.conflict.title} alert>
              <p>{conflict.submitted ? words.conflict.submitted : words.conflict.body}</p>
              {!conflict.submitted && (
                <div>
                  <Button size="compact-sm" onClick={() => setDialog('conflict')}>
                    {words.conflict.open}
                  </Button>
                </div>
              )}
            </Notice>
          )}
          <ErrorNotice error={refusedOtherwise} refusals={refusals} />
          {isRefused(refusedOtherwise) && <RefusedCells rulebook={rulebook} group={group} data={refusedOtherwise.data} />}
          {incomplete && missing.length > 0 && (
            <Notice tone="warn" alert>
              <p>{words.submit.incomplete}</p>
            </Notice>
          )}
          <SaveState progress={progress} kept={autosave.durable} onRetry={() => void autosave.flush()} />
          <div className={c.actions}>
            <Button onClick={submit}>{sendWord(words.submit, rulebook, group, rater)}</Button>
            {selfSheet !== undefined && scoresPoints && (
              <Button variant="default" onClick={() => setDialog('copy')}>
                {words.copy.button}
              </Button>
            )}
            {data.can.includes('return_to_self') && (
              <Button variant="subtle" onClick={() => setDialog('return')}>
                {words.sendBack.button}
              </Button>
            )}
          </div>
          {scoresPoints && <p className={c.keys}>{words.keys}</p>}
        </aside>
      </div>
      <TotalBar
        rulebook={rulebook}
        group={group}
        shown={shown}
        generalSoFar={scoresPoints ? sumOfPoints(codes, value.points) : null}
        missing={missing}
        rater={rater}
        progress={progress}
        kept={autosave.durable}
        yearly={!scoresPoints}
        onSubmit={submit}
        onResolve={conflict === undefined || conflict.submitted ? undefined : () => setDialog('conflict')}
      />
      {dialog === 'copy' && selfSheet !== undefined && (
        <CopySelfDialog
          rulebook={rulebook}
          group={group}
          self={contentOf(selfSheet)}
          superior={value}
          lists={asked.length > 0}
          onCopy={({ points, lists }) => {
            change({ points: { ...value.points, ...points }, lists })
            toast(words.copy.done)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'submit' && (
        <SubmitDialog data={data} rulebook={rulebook} rater={rater} settle={settle} onClose={() => setDialog(undefined)}>
          {panel}
        </SubmitDialog>
      )}
      {dialog === 'return' && <ReturnDialog data={data} onClose={() => setDialog(undefined)} />}
      {dialog === 'conflict' && conflict !== undefined && (
        <ConflictDialog
          rulebook={rulebook}
          group={group}
          base={base}
          mine={value}
          theirs={conflict.content}
          theirsSavedAt={conflict.savedAt}
          onKeep={(merged) => {
            resolve(merged, conflict)
            setDialog(undefined)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </RowNames>
  )
}
