import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import type { ResultId } from '#kernel/id.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { RefusedProblems } from '../rulebook/refused-problems.tsx'
import { resultsText } from './messages.ts'
import { readReplacement, ReplacementFields, type ReplacementEntries } from './replacement-fields.tsx'
import type { ResultDetail } from './result-view.ts'

type Body = BodyOf<typeof evaluationRoutes.replaceResult>

interface ReplaceDialogProps {
  result: ResultDetail
  resultId: ResultId
  rulebook: CompiledRulebook
  onClose: () => void
}

/** Corrects a published result by a replacing decision that shows both (article 21.3). */
export function ReplaceDialog({ result, resultId, rulebook, onClose }: ReplaceDialogProps) {
  const words = useText(resultsText).replace
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const { row } = result
  const campaign = useLoad(evaluationRoutes.getCampaign, { params: { campaignId: result.campaign.id } })
  const [entries, setEntries] = useState<ReplacementEntries>({ level: row.decidedLevel, typed: {} })
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.replaceResult, { params: { resultId }, body }, options),
    () => {
      void refresh(evaluationRoutes.getResult, evaluationRoutes.listResults, evaluationRoutes.quotas, evaluationRoutes.history, evaluationRoutes.myWork)
      toast(words.saved)
      onClose()
    },
  )
  const settings = campaign.data?.settings
  const corrected = settings === undefined ? undefined : readReplacement(rulebook, settings, row.group, entries.typed, language)
  const submit = () => {
    setTried(true)
    if (reason.trim() === '' || entries.level === null || corrected === undefined) return
    void act({ version: row.version, level: entries.level, reason: reason.trim(), points: corrected })
  }
  const counted = result.sheets.find((sheet) => sheet.rater === 'superior') ?? result.sheets[0]
  return (
    <Dialog title={words.title(row.person.fullName)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <p className="td-quiet td-small">{words.hint}</p>
        {campaign.data === undefined || settings === undefined ? (
          <LoadingRows rows={2} />
        ) : (
          <ReplacementFields
            rulebook={rulebook}
            settings={settings}
            group={row.group}
            scoresPoints={!fromShorterPeriods(rulebook, campaign.data.period.kind)}
            points={counted?.points ?? {}}
            entries={entries}
            onChange={setEntries}
            tried={tried}
          />
        )}
        <TextField label={words.reason} value={reason} onChange={setReason} multiline rows={4} maxLength={4000} error={tried && reason.trim() === '' ? words.reasonNeeded : undefined} />
        {tried && settings !== undefined && corrected === undefined && <p role="alert">{words.wrongPoints}</p>}
        <ErrorNotice error={error ?? campaign.error} refusals={refusals} />
        <RefusedProblems error={error} nameOf={(path) => path} />
      </Form>
    </Dialog>
  )
}
