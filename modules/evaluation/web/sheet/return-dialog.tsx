import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { SendBackDialog } from './send-back-dialog.tsx'
import type { SubjectSheet } from './sheet-content.ts'

/** Sends a sheet back to the one who filled it, with what has to be corrected. */
export function ReturnDialog({ data, onClose }: { data: SubjectSheet; onClose: () => void }) {
  const refresh = useRefresh()
  const { campaign, subject, sheets } = data
  // The superior sends back the subject's sheet, the personnel body the superior's.
  const rater = subject.status === 'superior_scoring' ? 'self' : 'superior'
  const returned = sheets.find((sheet) => sheet.rater === rater)
  return (
    <SendBackDialog
      receiver={rater === 'self' ? subject.person.fullName : (subject.superior?.fullName ?? '')}
      send={(reason, options) => call(evaluationRoutes.returnSheet, { params: { campaignId: campaign.id, personId: subject.person.id }, body: { version: returned?.version ?? 0, reason } }, options)}
      onSent={() => void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)}
      onClose={onClose}
    />
  )
}
