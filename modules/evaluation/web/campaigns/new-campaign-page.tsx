import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { DueFields, readDue, type DueEntries } from './due-fields.tsx'
import { Fold } from './fold.tsx'
import { campaignsText } from './messages.ts'
import { usualPeriod, type PeriodEntries } from './period-entries.ts'
import { PeriodFields } from './period-fields.tsx'
import { choiceOf, RulebookChoice, rulebooksFor } from './rulebook-choice.tsx'
import { SettingsFields, type SettingValues } from './settings-fields.tsx'
import { suggestedDue, yearlyLastDay } from './suggested-due.ts'

const subjectStatuses = ['cadre', 'civil_servant', 'public_employee', 'part_time_worker'] as const
type SubjectStatus = (typeof subjectStatuses)[number]
type Body = BodyOf<typeof evaluationRoutes.createCampaign>

/** Lập đợt đánh giá: rulebook, period, scope, subjects, deadlines and how the rules are read. */
export function NewCampaignPage() {
  const words = useText(campaignsText).create
  const { refusals, campaigns } = useText(evaluationText)
  const language = useLanguage()
  const { today } = useSession()
  const go = useGo()
  const refresh = useRefresh()
  const [entries, setEntries] = useState<PeriodEntries>(() => usualPeriod(today))
  const [chosen, setChosen] = useState<string | null>(null)
  const [scope, setScope] = useState<{ id: UnitId; name: string } | null>(null)
  const [statuses, setStatuses] = useState<readonly SubjectStatus[]>(['cadre', 'civil_servant'])
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
  const name = ownName ?? words.usualName(periodLabel(period)[language])
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.createCampaign, { body }, options),
    (created) => {
      void refresh(evaluationRoutes.listCampaigns)
      toast(words.done(created.participants))
      go(places.campaign(created.campaignId).to, { replace: true })
    },
  )
  const submit = () => {
    setTried(true)
    const readyDue = readDue(due)
    if (summary === undefined || scope === null || statuses.length === 0 || name.trim() === '' || readyDue === undefined || !settingsValid) return
    void act({
      name: name.trim(),
      rulebookId: summary.id,
      ...(summary.own ? { rulebookVersion: summary.version } : {}),
      settings: { ...settings },
      period: { kind: entries.kind, year: entries.year, number: entries.number },
      scopeUnitId: scope.id,
      subjectStatuses: [...statuses],
      due: { ...readyDue },
    })
  }
  const choose = (choice: string) => {
    setChosen(choice)
    setSettings({})
  }
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: campaigns, to: places.campaigns().to }]} narrow>
      <ErrorNotice error={loaded.error ?? rulebookError} onRetry={() => (loaded.error ? void loaded.refetch() : retry())} />
      {loaded.isPending && <LoadingRows rows={6} />}
      {loaded.data !== undefined && (
        <Form onSubmit={submit} submitLabel={words.submit} busy={busy}>
          <Section title={words.period}>
            <div className="td-stack">
              <PeriodFields
                value={entries}
                onChange={(next) => {
                  setEntries(next)
                  setOwnDue(undefined)
                }}
              />
              <RulebookChoice rulebooks={rulebooks} value={summary === undefined ? null : choiceOf(summary)} onChange={choose} />
              <TextField label={words.name} hint={words.nameHint} value={name} onChange={setOwnName} maxLength={200} error={tried && name.trim() === '' ? words.needed.name : undefined} />
            </div>
          </Section>
          <Section title={words.who}>
            <div className="td-stack">
              <UnitField label={words.scope} hint={words.scopeHint} value={scope?.id ?? null} onChange={setScope} error={tried && scope === null ? words.needed.scope : undefined} />
              <Checkbox.Group
                label={words.statuses}
                error={tried && statuses.length === 0 ? words.needed.statuses : undefined}
                value={[...statuses]}
                onChange={(next) => setStatuses(subjectStatuses.filter((status) => next.includes(status)))}
              >
                <div className="td-stack-tight">
                  {subjectStatuses.map((status) => (
                    <Checkbox key={status} value={status} label={words.subjectStatus[status]} />
                  ))}
                </div>
              </Checkbox.Group>
            </div>
          </Section>
          <Section title={words.due} description={lastDay === undefined ? words.dueHint : `${words.dueYear(showDate(addDays(lastDay, 1)))} ${words.dueHint}`}>
            <DueFields entries={due} onChange={setOwnDue} tried={tried} />
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
    </Page>
  )
}
