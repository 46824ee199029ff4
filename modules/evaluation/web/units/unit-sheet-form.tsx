import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { previewTotal } from '../../domain/scoring/preview-total.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import { enteredUnitFacts, missingFromUnitSheet, unitInput, type UnitContent } from '../../domain/unit-facts.ts'
import { FactsFields } from '../campaigns/facts-fields.tsx'
import { evaluationText } from '../messages.ts'
import { RefusedProblems } from '../rulebook/refused-problems.tsx'
import { CriteriaTable } from '../sheet/criteria-table.tsx'
import { cellAfter, goToCell } from '../sheet/sheet-cells.ts'
import { AxisFields } from './axis-fields.tsx'
import { unitsText } from './messages.ts'
import type { UnitFile, UnitSheet } from './round-types.ts'
import { UnitTotal } from './unit-total.tsx'

interface UnitSheetFormProps {
  file: UnitFile
  rulebook: CompiledRulebook
  rater: UnitRater
  own: UnitSheet | undefined
  other: UnitSheet | undefined
}

type Content = UnitContent & { readonly comment: string; readonly proposedLevel: string | null }

/** One side's sheet on an organisation while it is filled in: points, figures and a word, with the running total. */
export function UnitSheetForm({ file, rulebook, rater, own, other }: UnitSheetFormProps) {
  const words = useText(unitsText).file
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [content, setContent] = useState<Content>(() => ({ points: own?.points ?? {}, facts: own?.facts ?? {}, lists: own?.lists ?? {}, comment: own?.comment ?? '', proposedLevel: own?.proposedLevel ?? null }))
  const [dirty, setDirty] = useState(false)
  const [tried, setTried] = useState(false)
  const params = { unitCampaignId: file.campaign.id, unitId: file.node.unit.id }
  const change = (part: Partial<Content>) => {
    setContent((before) => ({ ...before, ...part }))
    setDirty(true)
  }
  const save = useAct(
    (body: Content, options) =>
      call(
        evaluationRoutes.saveUnitSheet,
        { params: { ...params, rater }, body: { version: own?.version ?? 0, points: { ...body.points }, facts: { ...body.facts }, lists: body.lists as Record<string, Record<string, Record<string, string | boolean | null>>>, comment: body.comment, proposedLevel: body.proposedLevel } },
        options,
      ),
    () => {
      setDirty(false)
      toast(words.saved)
      void refresh(evaluationRoutes.getUnitFile)
    },
  )
  const submitAct = rater === 'self' ? 'submit_self' : 'submit_score'
  const send = useAct(
    (version: number, options) => call(evaluationRoutes.actOnUnitFile, { params, body: { version, act: submitAct } }, options),
    () => {
      toast(words.sent[submitAct])
      void refresh(evaluationRoutes.getUnitFile, evaluationRoutes.getUnitCampaign, evaluationRoutes.myWork)
    },
  )
  const missing = missingFromUnitSheet(rulebook, file.group, content)
  const settings = Object.fromEntries(Object.entries(file.campaign.settings).filter(([name]) => !name.startsWith('procedure.')))
  const preview = previewTotal(rulebook, unitInput(rulebook, settings, file.group, content, file.derivedFacts))
  const point = (code: string, value: string | undefined) => {
    const rest = Object.fromEntries(Object.entries(content.points).filter(([known]) => known !== code))
    change({ points: value === undefined ? rest : { ...rest, [code]: value } })
  }
  const codes = scoredCriteria(rulebook, file.group).map((criterion) => criterion.code)
  const columns = [
    ...(other === undefined ? [] : [{ rater: 'self' as const, name: words.columns.self, points: other.points }]),
    { rater: rater === 'self' ? ('self' as const) : ('superior' as const), name: words.columns[rater], points: content.points, edit: { change: point, move: (code: string, step: 1 | -1) => void goToCell(cellAfter(codes, code, step)) } },
  ]
  const nameOf = (path: string) => nameOfPart(rulebook, path, language)
  return (
    <div className="td-stack">
      <LeaveGuard when={dirty} />
      <CriteriaTable rulebook={rulebook} settings={settings} group={file.group} variants={{}} columns={columns} />
      {rulebook.lists.map((list) => (
        <AxisFields key={list.id} list={list} group={file.group} items={content.lists[list.id] ?? {}} onChange={(items) => change({ lists: { ...content.lists, [list.id]: items } })} />
      ))}
      <Section
        title={words.facts}
        description={words.factsHint}
        actions={
          other === undefined ? undefined : (
            <Button variant="default" size="compact-sm" onClick={() => change({ facts: other.facts, lists: other.lists })}>
              {words.copyFacts}
            </Button>
          )
        }
      >
        <FactsFields rulebook={{ ...rulebook, facts: enteredUnitFacts(rulebook) }} facts={content.facts} onChange={(facts) => change({ facts })} tried={tried} />
      </Section>
      <Section title={rater === 'self' ? words.commentSelf : words.comment}>
        <div className="td-stack">
          <TextField label={rater === 'self' ? words.commentSelf : words.comment} value={content.comment} onChange={(comment) => change({ comment })} multiline rows={3} maxLength={4000} />
          {rater === 'self' && (
            <SelectField label={words.proposedLevel} value={content.proposedLevel} none={words.none} onChange={(proposedLevel) => change({ proposedLevel })} choices={rulebook.levels.map((level) => ({ value: level.id, label: level.name[language] }))} />
          )}
        </div>
      </Section>
      <UnitTotal rulebook={rulebook} total={preview.result?.total ?? null} level={preview.result?.level ?? null} reasons={[...(preview.result?.reasons ?? [])]} />
      {tried && missing.length > 0 && <p role="alert">{words.missing(missing.map(nameOf).join(', '))}</p>}
      <ErrorNotice error={save.error ?? send.error} refusals={refusals} />
      <RefusedProblems error={save.error} nameOf={nameOf} />
      <div className="td-row">
        <Button variant={dirty ? 'filled' : 'default'} loading={save.busy} onClick={() => void save.act(content)}>
          {words.save}
        </Button>
        <Button
          variant={dirty ? 'default' : 'filled'}
          loading={send.busy}
          onClick={() => {
            setTried(true)
            if (dirty) toast(words.unsaved)
            else if (missing.length === 0) void send.act(file.node.version)
          }}
        >
          {words.send[submitAct]}
        </Button>
      </div>
    </div>
  )
}

/** "facts.tasksLate" → its name, "axes.1.percent" → axis and field, a criterion's code as it is. */
function nameOfPart(rulebook: CompiledRulebook, path: string, language: 'vi' | 'en'): string {
  const fact = rulebook.facts.find((each) => path === `facts.${each.id}`)
  if (fact !== undefined) return fact.name[language]
  const [listId, key, field] = path.split('.')
  const list = rulebook.lists.find((each) => each.id === listId)
  const entry = list?.keys.find((each) => each.key === key)
  if (list === undefined || entry === undefined) return path
  return `${entry.name[language].split(':')[0] ?? ''}: ${list.fields.find((each) => each.id === field)?.name[language] ?? ''}`
}
