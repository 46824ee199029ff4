import { useState, type ReactNode } from 'react'
import { addDays } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { periodLabel, periodOf, type Period } from '../../domain/period.ts'
import { evaluationText } from '../messages.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { DueFields, readDue, type DueEntries, type DueStep } from './due-fields.tsx'
import { Fold } from './fold.tsx'
import { campaignsText } from './messages.ts'
import { usualPeriod, type PeriodEntries } from './period-entries.ts'
import { PeriodFields } from './period-fields.tsx'
import { choiceOf, RulebookChoice, type RulebookSummary } from './rulebook-choice.tsx'
import { SettingsFields, type SettingValues } from './settings-fields.tsx'
import { suggestedDue, yearlyLastDay, type Due } from './suggested-due.ts'

/** What was entered, ready to be sent. */
export interface DraftEntries {
  readonly name: string
  readonly rulebook: RulebookSummary
  readonly settings: SettingValues
  readonly period: PeriodEntries
  readonly scopeUnitId: UnitId
  /** Where nobody scores in between, that step ends with the one before. */
  readonly due: Due
}

interface DraftFormProps {
  words: { period: string; usualName: (period: string) => string; scope: string; scopeHint: string; submit: string }
  /** The rulebooks that may be chosen for a period, and those in force that may not. */
  rulebooksFor: (all: readonly RulebookSummary[], period: Period) => readonly RulebookSummary[]
  dueLabels?: Readonly<Partial<Record<DueStep, string>>>
  /** Who is scored within the scope; gets whether sending was tried. */
  who?: (tried: boolean) => ReactNode
  /** Whether what `who` asks for is there. */
  whoReady?: boolean
  busy: boolean
  error: unknown
  onSubmit: (draft: DraftEntries) => void
}

/** What a campaign and a round of organisations are drafted from alike: period, rulebook, name, scope, deadlines, how the rules are read. */
export function DraftForm({ words: own, rulebooksFor, dueLabels, who, whoReady = true, busy, error, onSubmit }: DraftFormProps) {
  const words = useText(campaignsText).create
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { today } = useSession()
  const [entries, setEntries] = useState<PeriodEntries>(() => usualPeriod(today))
  const [chosen, setChosen] = useState<string | null>(null)
  const [scope, setScope] = useState<{ id: UnitId; name: string } | null>(null)
  const [ownName, setOwnName] = useState<string>()
  const [ownDue, setOwnDue] = useState<DueEntries>()
  const [settings, setSettings] = useState<SettingValues>({})
  const [settingsValid, setSettingsValid] = useState(true)
  const [tried, setTried] = useState(false)
  const loaded = useLoad(evaluationRoutes.listRulebooks, {})
  const period = periodOf(entries.kind, entries.year, entries.number)
  const rulebooks = rulebooksFor(loaded.data?.rulebooks ?? [], period)
  const usable = rulebooks.filter((each) => each.obstacle === null)
  const summary = usable.find((each) => choiceOf(each) === chosen) ?? usable[0]
  const { rulebook, error: rulebookError, retry } = useRulebook(summary?.id, summary?.own === true ? summary.version : undefined)
  const procedure = rulebook?.procedure ?? []
  const due: DueEntries = ownDue ?? { ...suggestedDue(period, procedure, today), wrong: [] }
  const lastDay = entries.kind === 'year' ? yearlyLastDay(entries.year, procedure) : undefined
  const name = ownName ?? own.usualName(periodLabel(period)[language])
  const submit = () => {
    setTried(true)
    const readyDue = readDue(dueLabels !== undefined && dueLabels.superior === undefined ? { ...due, superior: due.self } : due)
    if (summary === undefined || scope === null || !whoReady || name.trim() === '' || readyDue === undefined || !settingsValid) return
    onSubmit({ name: name.trim(), rulebook: summary, settings, period: entries, scopeUnitId: scope.id, due: readyDue })
  }
  return (
    <>
      <ErrorNotice error={loaded.error ?? rulebookError} onRetry={() => (loaded.error ? void loaded.refetch() : retry())} />
      {loaded.isPending && <LoadingRows rows={6} />}
      {loaded.data !== undefined && (
        <Form onSubmit={submit} submitLabel={own.submit} busy={busy}>
          <Section title={own.period}>
            <div className="td-stack">
              <PeriodFields
                value={entries}
                onChange={(next) => {
                  setEntries(next)
                  setOwnDue(undefined)
                }}
              />
              <RulebookChoice
                rulebooks={rulebooks}
                value={summary === undefined ? null : choiceOf(summary)}
                onChange={(choice) => {
                  setChosen(choice)
                  setSettings({})
                }}
              />
              <TextField label={words.name} hint={words.nameHint} value={name} onChange={setOwnName} maxLength={200} error={tried && name.trim() === '' ? words.needed.name : undefined} />
            </div>
          </Section>
          <Section title={words.who}>
            <div className="td-stack">
              <UnitField label={own.scope} hint={own.scopeHint} value={scope?.id ?? null} onChange={setScope} error={tried && scope === null ? words.needed.scope : undefined} />
              {who?.(tried)}
            </div>
          </Section>
          <Section title={words.due} description={lastDay === undefined ? words.dueHint : `${words.dueYear(showDate(addDays(lastDay, 1)))} ${words.dueHint}`}>
            <DueFields entries={due} onChange={setOwnDue} tried={tried} {...(dueLabels === undefined ? {} : { labels: dueLabels })} />
          </Section>
          {rulebook !== undefined && (
            <Fold title={words.settings} note={words.changed(Object.keys(settings).length)}>
              <div className="td-stack">
                <p className="td-quiet td-small">{words.settingsHint}</p>
                <SettingsFields
                  rulebook={rulebook}
                  values={settings}
                  onChange={(next, { valid }) => {
                    setSettings(next)
                    setSettingsValid(valid)
                  }}
                />
              </div>
            </Fold>
          )}
          <ErrorNotice error={error} refusals={refusals} />
        </Form>
      )}
    </>
  )
}
