import type { PersonId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { EvaluationHistory } from './evaluation-history.tsx'
import { resultsText } from './messages.ts'

/** Quá trình đánh giá of one person: twelve months as a chart, results of campaigns below. */
export function HistoryPage() {
  const words = useText(resultsText).history
  const { campaigns } = useText(evaluationText)
  const personId = useParam('personId') as PersonId
  const { data } = useLoad(evaluationRoutes.history, { params: { personId } })
  const name = data?.person.id === personId ? data.person.fullName : undefined
  return (
    <Page title={name === undefined ? words.title : words.of(name)} crumbs={[{ label: campaigns, to: places.campaigns().to }]}>
      <EvaluationHistory key={personId} personId={personId} />
    </Page>
  )
}
