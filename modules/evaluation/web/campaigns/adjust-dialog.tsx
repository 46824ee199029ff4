import { useState } from 'react'
import { PersonField } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { CheckField } from '#ui/check-field.tsx'
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
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { criteriaOf } from '../../domain/rulebook/scope.ts'
import { evaluationText } from '../messages.ts'
import { RefusedProblems } from '../rulebook/refused-problems.tsx'
import type { Campaign } from './campaign-view.tsx'
import { factsByHand, itemsOf, unanswered, type FactValues } from './fact-values.ts'
import { FactsFields } from './facts-fields.tsx'
import { Fold } from './fold.tsx'
import { campaignsText } from './messages.ts'
import type { Participant } from './participant-table.tsx'

type Body = BodyOf<typeof evaluationRoutes.adjustParticipant>

interface AdjustDialogProps {
  campaign: Campaign
  rulebook: CompiledRulebook
  participant: Participant
  onClose: () => void
}

/** Puts right by hand who scores and decides, the group, an exclusion, and the facts a level rests on. */
export function AdjustDialog({ campaign, rulebook, participant, onClose }: AdjustDialogProps) {
  const words = useText(campaignsText).adjust
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [group, setGroup] = useState<string | null>(participant.group === '' ? null : participant.group)
  const [peerGroup, setPeerGroup] = useState(participant.peerGroup)
  const [variants, setVariants] = useState(participant.variants)
  const [superior, setSuperior] = useState(participant.superior)
  const [decider, setDecider] = useState(participant.decider)
  const [excluded, setExcluded] = useState(participant.excludedReason !== '')
  const [excludedReason, setExcludedReason] = useState(participant.excludedReason)
  const [facts, setFacts] = useState<FactValues>(participant.facts ?? {})
  const [factsNote, setFactsNote] = useState(participant.factsNote ?? '')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.adjustParticipant, { params: { campaignId: campaign.id, personId: participant.person.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.listParticipants, evaluationRoutes.getCampaign, evaluationRoutes.getSheet, evaluationRoutes.listResults, evaluationRoutes.getResult, evaluationRoutes.quotas)
      toast(words.saved)
      onClose()
    },
  )
  const varied = criteriaOf(rulebook.criteria, group ?? '').filter((criterion) => criterion.variants.length > 0)
  const open = factsByHand(rulebook).some((field) => field.type === 'list' && itemsOf(facts[field.id]).some((item) => unanswered(field.fields, item).length > 0))
  const submit = () => {
    setTried(true)
    if ((group === null && !excluded) || open || (excluded && excludedReason.trim() === '')) return
    const codes = new Set(varied.map((criterion) => criterion.code))
    void act({
      version: participant.version,
      group: group ?? '',
      peerGroup: peerGroup.trim(),
      variants: Object.fromEntries(Object.entries(variants).filter(([code]) => codes.has(code))),
      superiorId: superior?.id ?? null,
      deciderId: decider?.id ?? null,
      excludedReason: excluded ? excludedReason.trim() : '',
      facts: { ...facts },
      factsNote: factsNote.trim(),
    })
  }
  const hasFacts = Object.keys(participant.proposed ?? {}).length > 0 || itemsOf(facts['discipline']).length > 0 || factsNote !== ''
  return (
    <Dialog title={words.title(participant.person.fullName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <PersonField label={words.superior} hint={words.superiorHint} value={superior} onChange={setSuperior} except={participant.person.id} />
        <PersonField label={words.decider} hint={words.deciderHint} value={decider} onChange={setDecider} except={participant.person.id} />
        <SelectField
          label={words.group}
          value={group}
          onChange={setGroup}
          choices={rulebook.groups.map((each) => ({ value: each.id, label: each.name[language] }))}
          error={tried && group === null && !excluded ? words.needed.group : undefined}
        />
        <TextField label={words.peerGroup} hint={words.peerGroupHint} value={peerGroup} onChange={setPeerGroup} maxLength={200} />
        {varied.map((criterion) => (
          <SelectField
            key={criterion.code}
            label={words.variant(criterion.code)}
            hint={criterion.name[language]}
            value={variants[criterion.code] ?? null}
            onChange={(variant) => setVariants(variant === null ? Object.fromEntries(Object.entries(variants).filter(([code]) => code !== criterion.code)) : { ...variants, [criterion.code]: variant })}
            choices={criterion.variants.map((variant) => ({ value: variant.id, label: variant.name[language] }))}
          />
        ))}
        <CheckField label={words.excluded} value={excluded} onChange={setExcluded} />
        {excluded && (
          <TextField
            label={words.excludedReason}
            value={excludedReason}
            onChange={setExcludedReason}
            multiline
            rows={2}
            maxLength={500}
            error={tried && excludedReason.trim() === '' ? words.needed.excluded : undefined}
          />
        )}
        <Fold title={words.facts} open={hasFacts}>
          <div className="td-stack">
            <p className="td-quiet td-small">{words.factsHint}</p>
            <FactsFields rulebook={rulebook} facts={facts} onChange={setFacts} tried={tried} proposed={participant.proposed ?? {}} />
            <TextField label={words.factsNote} value={factsNote} onChange={setFactsNote} multiline rows={2} maxLength={1000} />
          </div>
        </Fold>
        <ErrorNotice error={error} refusals={refusals} />
        <RefusedProblems error={error} nameOf={(path) => factName(rulebook, path, language)} />
      </Form>
    </Dialog>
  )
}

/** "facts.discipline[0].year" → "Kỷ luật 1: Năm có hiệu lực". */
function factName(rulebook: CompiledRulebook, path: string, language: 'vi' | 'en'): string {
  const [, id, index, part] = /^facts\.([^.[]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? []
  const fact = rulebook.facts.find((each) => each.id === id)
  if (fact === undefined) return path
  const inner = fact.fields.find((field) => field.id === part)
  return `${fact.name[language]}${index === undefined ? '' : ` ${Number(index) + 1}`}${inner === undefined ? '' : `: ${inner.name[language]}`}`
}
