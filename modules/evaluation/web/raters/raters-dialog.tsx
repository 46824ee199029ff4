import { Button } from '@mantine/core'
import { useState } from 'react'
import { PersonField } from '#modules/organisation/web/index.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { otherKinds } from '../../domain/raters.ts'
import type { CompiledRulebook, Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-view.tsx'
import { evaluationText } from '../messages.ts'
import { KinshipSection } from './kinship-section.tsx'
import { ratersText } from './messages.ts'
import type { RatersOfSubject } from './rating-view.ts'
import c from './ratings.module.css'

type RaterRow = RatersOfSubject['raters'][number]

interface RatersDialogProps {
  campaign: Campaign
  rulebook: CompiledRulebook
  row: RatersOfSubject
  onClose: () => void
}

/** Everybody who rates one person, by kind: left out and taken back, added by hand, and whose relative the person is. */
export function RatersDialog({ campaign, rulebook, row, onClose }: RatersDialogProps) {
  const words = useText(ratersText).dialog
  const tabWords = useText(ratersText).tab
  const language = useLanguage()
  const kinds = otherKinds(rulebook, row.group)
  return (
    <Dialog title={words.title(row.person.fullName)} onClose={onClose} wide>
      <div className="td-stack">
        {kinds.map((kind) => {
          const raters = row.raters.filter((each) => each.kind === kind.id)
          return (
            <section key={kind.id} aria-label={kind.name[language]}>
              <h3>
                {kind.name[language]} <span className="td-quiet td-small">{tabWords.people(raters.filter((each) => each.status !== 'excused').length)}</span>
              </h3>
              {raters.length === 0 && <p className="td-quiet">{tabWords.none}</p>}
              <ul className={c.raters}>
                {raters.map((rater) => (
                  <RaterLine key={rater.rater.id} campaign={campaign} personId={row.person.id} rater={rater} />
                ))}
              </ul>
            </section>
          )
        })}
        {campaign.status === 'draft' && <AddRater campaign={campaign} personId={row.person.id} kinds={kinds} />}
        <KinshipSection personId={row.person.id} />
      </div>
    </Dialog>
  )
}

function useRefreshRaters(): () => void {
  const refresh = useRefresh()
  return () => void refresh(evaluationRoutes.listRaters, evaluationRoutes.raterProgress, evaluationRoutes.getCampaign)
}

function RaterLine({ campaign, personId, rater }: { campaign: Campaign; personId: PersonId; rater: RaterRow }) {
  const words = useText(ratersText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefreshRaters()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { status: 'waiting' | 'excused'; reason: string }, options) =>
      call(evaluationRoutes.settleRater, { params: { campaignId: campaign.id, personId, kind: rater.kind, raterId: rater.rater.id }, body: { ...body, version: rater.version } }, options),
    () => {
      setAsking(false)
      refresh()
      toast(words.dialog.saved)
    },
  )
  const draft = campaign.status === 'draft'
  const mayLeaveOut = (draft || campaign.status === 'scoring') && rater.status !== 'excused' && rater.status !== 'submitted'
  return (
    <li>
      <span>
        {rater.rater.fullName} {rater.status !== null && rater.status !== 'waiting' && <StatusBadge tone={rater.status === 'submitted' ? 'good' : 'neutral'}>{words.state[rater.status]}</StatusBadge>}{' '}
        <span className="td-quiet td-small">{[rater.adjusted && rater.status !== 'excused' ? words.dialog.byHand : '', rater.reason].filter((text) => text !== '').join(' · ')}</span>
      </span>
      {draft && rater.status === 'excused' && (
        <Button size="compact-xs" variant="subtle" loading={busy} onClick={() => void act({ status: 'waiting', reason: '' })} aria-label={`${words.dialog.takeBack}: ${rater.rater.fullName}`}>
          {words.dialog.takeBack}
        </Button>
      )}
      {mayLeaveOut && !asking && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)} aria-label={`${words.dialog.leaveOut}: ${rater.rater.fullName}`}>
          {words.dialog.leaveOut}
        </Button>
      )}
      {asking && (
        <Form
          onSubmit={() => {
            setTried(true)
            if (reason.trim() !== '') void act({ status: 'excused', reason: reason.trim() })
          }}
          submitLabel={words.dialog.leaveOut}
          busy={busy}
        >
          <TextField label={words.dialog.reason} value={reason} onChange={setReason} maxLength={500} autoFocus error={tried && reason.trim() === '' ? words.dialog.reasonNeeded : undefined} />
        </Form>
      )}
      <ErrorNotice error={error} refusals={refusals} />
    </li>
  )
}

function AddRater({ campaign, personId, kinds }: { campaign: Campaign; personId: PersonId; kinds: readonly Rater[] }) {
  const words = useText(ratersText).dialog
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefreshRaters()
  const [kind, setKind] = useState<string | null>(kinds[0]?.id ?? null)
  const [rater, setRater] = useState<{ id: PersonId; fullName: string } | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { kind: string; raterId: PersonId; reason: string }, options) => call(evaluationRoutes.addRater, { params: { campaignId: campaign.id, personId }, body }, options),
    () => {
      setRater(null)
      setReason('')
      setTried(false)
      refresh()
      toast(words.added)
    },
  )
  const submit = () => {
    setTried(true)
    if (kind !== null && rater !== null && reason.trim() !== '') void act({ kind, raterId: rater.id, reason: reason.trim() })
  }
  return (
    <section aria-label={words.add}>
      <h3>{words.add}</h3>
      <Form onSubmit={submit} submitLabel={words.add} busy={busy}>
        <SelectField label={words.kind} value={kind} onChange={setKind} choices={kinds.map((each) => ({ value: each.id, label: each.name[language] }))} none={null} />
        <PersonField label={words.person} value={rater} onChange={setRater} except={personId} error={tried && rater === null ? words.personNeeded : undefined} />
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={500} error={tried && reason.trim() === '' ? words.reasonNeeded : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </section>
  )
}
