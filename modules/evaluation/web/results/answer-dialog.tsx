import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import { evaluationText } from '../messages.ts'
import { RefusedProblems } from '../rulebook/refused-problems.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { resultsText } from './messages.ts'
import { readReplacement, ReplacementFields, type ReplacementEntries } from './replacement-fields.tsx'
import type { Petition } from './result-view.ts'
import c from './result-page.module.css'

type Body = BodyOf<typeof evaluationRoutes.answerPetition>

/** The authority answers a petition: the result stands, or a replacing decision is made (article 22). */
export function AnswerDialog({ petition, onClose }: { petition: Petition; onClose: () => void }) {
  const words = useText(resultsText).petition
  const replaceWords = useText(resultsText).replace
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const campaign = useLoad(evaluationRoutes.getCampaign, { params: { campaignId: petition.campaignId } })
  const result = useLoad(evaluationRoutes.getResult, { params: { campaignId: petition.campaignId, personId: petition.person.id } })
  const { rulebook, error: rulebookError } = useRulebook(campaign.data?.rulebook.id, campaign.data?.rulebook.version)
  const [outcome, setOutcome] = useState<'upheld' | 'replaced' | null>(null)
  const [answer, setAnswer] = useState('')
  const [entries, setEntries] = useState<ReplacementEntries>({ level: null, typed: {} })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.answerPetition, { params: { petitionId: petition.id }, body }, options),
    (done) => {
      void refresh(evaluationRoutes.listPetitions, evaluationRoutes.getResult, evaluationRoutes.listResults, evaluationRoutes.quotas, evaluationRoutes.getCampaign, evaluationRoutes.history, evaluationRoutes.myWork)
      toast(words.saved[done.status])
      onClose()
    },
  )
  const ready = campaign.data !== undefined && result.data !== undefined && rulebook !== undefined
  const corrected = ready ? readReplacement(rulebook, campaign.data.settings, result.data.row.group, entries.typed, language) : undefined
  const submit = () => {
    setTried(true)
    if (answer.trim() === '' || outcome === null) return
    if (outcome === 'upheld') return void act({ outcome, version: petition.version, answer: answer.trim() })
    if (entries.level === null || corrected === undefined) return
    void act({ outcome, version: petition.version, answer: answer.trim(), level: entries.level, points: corrected })
  }
  const counted = result.data?.sheets.find((sheet) => sheet.rater === 'superior') ?? result.data?.sheets[0]
  return (
    <Dialog title={words.answerTitle(petition.person.fullName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <blockquote className={c.quote}>{petition.text}</blockquote>
        <RadioField
          label={words.outcome}
          value={outcome}
          onChange={setOutcome}
          choices={[
            { value: 'upheld', label: words.upheld, hint: words.upheldHint },
            { value: 'replaced', label: words.replaced, hint: words.replacedHint },
          ]}
          error={tried && outcome === null ? words.outcomeNeeded : undefined}
        />
        {outcome === 'replaced' && !ready && <LoadingRows rows={2} />}
        {outcome === 'replaced' && ready && (
          <ReplacementFields
            rulebook={rulebook}
            settings={campaign.data.settings}
            group={result.data.row.group}
            scoresPoints={!fromShorterPeriods(rulebook, campaign.data.period.kind)}
            points={counted?.points ?? {}}
            entries={entries}
            onChange={setEntries}
            tried={tried}
          />
        )}
        <TextField label={words.answerText} value={answer} onChange={setAnswer} multiline rows={5} maxLength={4000} error={tried && answer.trim() === '' ? words.answerNeeded : undefined} />
        {tried && outcome === 'replaced' && ready && corrected === undefined && <p role="alert">{replaceWords.wrongPoints}</p>}
        <ErrorNotice error={error ?? campaign.error ?? result.error ?? rulebookError} refusals={refusals} />
        <RefusedProblems error={error} nameOf={(path) => path} />
      </Form>
    </Dialog>
  )
}
