import { useLoad } from '#platform/web/load.ts'
import type { CampaignId } from '#kernel/id.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { places } from '../places.ts'
import { ResultSteps } from '../results/result-steps.tsx'
import type { BoardRow } from './council-view.ts'
import { councilText } from './messages.ts'

interface WhyDialogProps {
  campaignId: CampaignId
  row: BoardRow
  rulebook: CompiledRulebook | undefined
  onClose: () => void
}

/** How somebody's score came about, without leaving the wall screen. */
export function WhyDialog({ campaignId, row, rulebook, onClose }: WhyDialogProps) {
  const words = useText(councilText).wall
  const { data, error, refetch } = useLoad(evaluationRoutes.getResult, { params: { campaignId, personId: row.person.id } })
  const own = data?.row.person.id === row.person.id ? data : undefined
  return (
    <Dialog title={words.why(row.person.fullName)} onClose={onClose} wide>
      <div className="td-stack">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {own === undefined && error === null && <LoadingRows rows={6} />}
        {own !== undefined && <ResultSteps result={own} rulebook={rulebook} />}
        <p>
          <Link {...places.result(campaignId, row.person.id)}>{words.openResult}</Link>
        </p>
      </div>
    </Dialog>
  )
}
