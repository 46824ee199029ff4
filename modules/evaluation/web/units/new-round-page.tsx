import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import { usualPeriod, type PeriodEntries } from '../campaigns/period-entries.ts'
import { PeriodFields } from '../campaigns/period-fields.tsx'
import { suggestedDue } from '../campaigns/suggested-due.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useConfidenceWords } from '../rulebook/confidence-mark.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { unitsText } from './messages.ts'

type Body = BodyOf<typeof evaluationRoutes.createUnitCampaign>

/** Lập đợt đánh giá tổ chức: period, rulebook for organisations, scope and deadlines. */
export function NewRoundPage() {
  const all = useText(unitsText)
  const words = all.create
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const sureness = useConfidenceWords()
  const { today } = useSession()
  const go = useGo()
  const refresh = useRefresh()
  const [entries, setEntries] = useState<PeriodEntries>(() => usualPeriod(today))
  const [chosen, setChosen] = useState<string | null>(null)
  const [scope, setScope] = useState<{ id: UnitId; name: string } | null>(null)
  const [ownName, setOwnName] = useState<string>()
  const [ownDue, setOwnDue] = useState<{ self: CalendarDate | null; decide: CalendarDate | null }>()
  const [tried, setTried] = useState(false)
  const loaded = useLoad(evaluationRoutes.listRulebooks, {})
  const period = periodOf(entries.kind, entries.year, entries.number)
  const rulebooks = (loaded.data?.rulebooks ?? []).filter((each) => each.subject === 'organisation' && each.validFrom <= period.to && (each.validTo === null || period.to <= each.validTo) && each.periodKinds.includes(period.kind))
  const rulebookId = rulebooks.some((each) => each.id === chosen) ? chosen : (rulebooks.find((each) => each.confidence === 'primary') ?? rulebooks[0])?.id
  const name = ownName ?? words.usualName(periodLabel(period)[language])
  const { rulebook } = useRulebook(rulebookId ?? undefined)
  const suggested = suggestedDue(period, rulebook?.procedure ?? [], today)
  const due = ownDue ?? { self: suggested.self, decide: suggested.decide }
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.createUnitCampaign, { body }, options),
    (created) => {
      void refresh(evaluationRoutes.listUnitCampaigns)
      toast(words.done(created.units))
      go(places.round(created.unitCampaignId).to, { replace: true })
    },
  )
  const submit = () => {
    setTried(true)
    if (rulebookId == null || scope === null || name.trim() === '' || due.self === null || due.decide === null) return
    void act({ name: name.trim(), rulebookId, settings: {}, period: { kind: entries.kind, year: entries.year, number: entries.number }, scopeUnitId: scope.id, due: { self: due.self, decide: due.decide } })
  }
  const dueError = tried && (due.self === null || due.decide === null) ? words.needed.due : undefined
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: all.list.title, to: places.rounds().to }]} narrow>
      <ErrorNotice error={loaded.error} onRetry={() => void loaded.refetch()} />
      {loaded.isPending && <LoadingRows rows={5} />}
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
              {rulebooks.length === 0 ? (
                <Notice tone="warn">{words.noRulebook}</Notice>
              ) : (
                <RadioField
                  label={words.rulebook}
                  value={rulebookId ?? null}
                  onChange={setChosen}
                  choices={rulebooks.map((each) => ({ value: each.id, label: each.name[language], hint: [each.documentNumber, sureness(each.confidence)].filter((part) => part !== '').join('; ') }))}
                />
              )}
              <TextField label={words.name} value={name} onChange={setOwnName} maxLength={200} error={tried && name.trim() === '' ? words.needed.name : undefined} />
              <UnitField label={words.scope} hint={words.scopeHint} value={scope?.id ?? null} onChange={setScope} error={tried && scope === null ? words.needed.scope : undefined} />
            </div>
          </Section>
          <Section title={words.due}>
            <Columns>
              <DateField label={words.selfDue} value={due.self} onChange={(self) => setOwnDue({ ...due, self })} error={due.self === null ? dueError : undefined} />
              <DateField label={words.decideDue} value={due.decide} onChange={(decide) => setOwnDue({ ...due, decide })} error={due.decide === null ? dueError : undefined} />
            </Columns>
          </Section>
          <ErrorNotice error={error} refusals={refusals} />
        </Form>
      )}
    </Page>
  )
}
