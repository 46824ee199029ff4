import type { CampaignId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { places } from '../places.ts'
import { sheetFileText } from './messages.ts'

const scoring: ReadonlySet<string> = new Set(['self_score', 'superior_score', 'returned_sheet'])

/** The way to scoring in Excel, while a sheet of this campaign waits for the one signed in. */
export function SheetFileLink({ campaignId }: { campaignId: CampaignId }) {
  const words = useText(sheetFileText)
  const { data } = useLoad(evaluationRoutes.myWork, {}, { keep: true })
  if (data?.items.some((item) => item.campaignId === campaignId && scoring.has(item.kind)) !== true) return null
  return (
    <ButtonLink {...places.sheetFile(campaignId)} variant="default">
      {words.open}
    </ButtonLink>
  )
}
