import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { SaveState } from '#ui/save-state.tsx'
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
import { enteredUnitFacts, missingFromUnitSheet, unitInput } from '../../domain/unit-facts.ts'
import { FactsFields } from '../campaigns/facts-fields.tsx'
import { evaluationText } from '../messages.ts'
import { RefusedProblems } from '../rulebook/refused-problems.tsx'
import { CriteriaTable } from '../sheet/criteria-table.tsx'
import { sheetText } from '../sheet/messages.ts'
import { cellAfter, goToCell } from '../sheet/sheet-cells.ts'
import { SheetReturned } from '../sheet/sheet-status.tsx'
import { VersionsDialog } from '../sheet/versions-dialog.tsx'
import { AxisFields } from './axis-fields.tsx'
import { unitsText } from './messages.ts'
import type { UnitFile, UnitSheet } from './round-types.ts'
import { mergeUnitSheets, unitSides, type UnitSheetContent } from './unit-content.ts'
import { useUnitEntryWords } from './unit-entry-words.ts'
import { UnitTotal } from './unit-total.tsx'
import { useUnitDraft } from './use-unit-draft.ts'

interface UnitSheetFormProps {
  file: UnitFile
  rulebook: CompiledRulebook
  rater: UnitRater
  own: UnitSheet | undefined
  other: UnitSheet | undefined
}

/** One side's sheet on an organisation while it is filled in: points, figures and a word, saved by themselves, with the running total. */
export function UnitSheetForm({ file, rulebook, rater, own, other }: UnitSheetFormProps) {
  const words = useText(unitsText).file
  const sheetWords = useText(sheetText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const { nameOf, differences } = useUnitEntryWords(rulebook, file.group)
  const { autosave, conflict, settle } = useUnitDraft(file, rater, own)
  const [comparing, setComparing] = useState(false)
  const [tried, setTried] = useState(false)
  const { value: content, progress } = autosave
  const params = { unitCampaignId: file.campaign.id, unitId: file.node.unit.id }
  const change = (part: Partial<UnitSheetContent>) => autosave.change({ ...content, ...part })
  const submitAct = rater === 'self' ? 'submit_self' : 'submit_score'
  const send = useAct(
    async (version: number, options) => ((await settle()) ? call(evaluationRoutes.actOnUnitFile, { params, body: { version, act: submitAct } }, options) : undefined),
    (sent) => {
      if (sent === undefined) return
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
  const refused = progress.status === 'refused' && conflict === undefined ? progress.error : undefined
  const codes = scoredCriteria(rulebook, file.group).map((criterion) => criterion.code)
  const columns = [
    ...(other === undefined ? [] : [{ rater: 'self' as const, name: words.columns.self, points: other.points }]),
    { rater: rater === 'self' ? ('self' as const) : ('superior' as const), name: words.columns[rater], points: content.points, edit: { change: point, move: (code: string, step: 1 | -1) => void goToCell(cellAfter(codes, code, step)) } },
  ]
  return (
    <div className="td-stack">
      <SheetReturned returned={file.returned.filter((each) => each.rater === rater)} />
      {autosave.restored && (
        <Notice tone="info">
          <p>{sheetWords.restored}</p>
        </Notice>
      )}
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
      {other !== undefined && other.comment !== '' && (
        <Section title={words.commentSelf}>
          <p>{other.comment}</p>
        </Section>
      )}
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
      {conflict !== undefined && (
        <Notice tone="warn" title={sheetWords.conflict.title} alert>
          <p>{sheetWords.conflict.body}</p>
          <div>
            <Button size="compact-sm" onClick={() => setComparing(true)}>
              {sheetWords.conflict.open}
            </Button>
          </div>
        </Notice>
      )}
      <ErrorNotice error={refused ?? send.error} refusals={refusals} />
      <RefusedProblems error={refused} nameOf={nameOf} />
      <SaveState progress={progress} kept={autosave.durable} onRetry={() => void autosave.flush()} />
      <div className="td-row">
        <Button
          loading={send.busy}
          disabled={conflict !== undefined}
          onClick={() => {
            setTried(true)
            if (missing.length === 0) void send.act(file.node.version)
          }}
        >
          {words.send[submitAct]}
        </Button>
      </div>
      {comparing && conflict !== undefined && (
        <VersionsDialog
          differences={differences(content, conflict.content)}
          proposed={unitSides(autosave.stored().value, content, conflict.content)}
          theirsSavedAt={conflict.savedAt}
          onKeep={(sides) => {
            void autosave.keepMine({ value: conflict.content, version: conflict.version }, mergeUnitSheets(content, conflict.content, sides))
            setComparing(false)
          }}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  )
}
