import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useGo } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { Period } from '../../domain/period.ts'
import { DraftForm, type DraftEntries } from '../campaigns/draft-form.tsx'
import { rulebooksFor, type RulebookSummary } from '../campaigns/rulebook-choice.tsx'
import { places } from '../places.ts'
import { unitsText } from './messages.ts'

type Body = BodyOf<typeof evaluationRoutes.createUnitCampaign>

/** Lập đợt đánh giá tổ chức: period, rulebook for organisations, scope, deadlines and how the rules are read. */
export function NewRoundPage() {
  const { create: words, list } = useText(unitsText)
  const go = useGo()
  const refresh = useRefresh()
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.createUnitCampaign, { body }, options),
    (created) => {
      void refresh(evaluationRoutes.listUnitCampaigns)
      toast(words.done(created.units))
      go(places.round(created.unitCampaignId).to, { replace: true })
    },
  )
  const send = ({ rulebook, settings, period, due, ...draft }: DraftEntries) =>
    void act({ ...draft, rulebookId: rulebook.id, settings: { ...settings }, period: { kind: period.kind, year: period.year, number: period.number }, due: { self: due.self, decide: due.decide } })
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: list.title, to: places.rounds().to }]} narrow>
      <DraftForm words={words} rulebooksFor={forOrganisations} dueLabels={{ self: words.selfDue, decide: words.decideDue }} busy={busy} error={error} onSubmit={send} />
    </Page>
  )
}

/** Rulebooks for organisations; what keeps a campaign of people from one does not keep a round from it. */
function forOrganisations(all: readonly RulebookSummary[], period: Period): RulebookSummary[] {
  return rulebooksFor(all, period).flatMap((each) => (each.subject === 'organisation' ? [{ ...each, obstacle: null }] : []))
}
