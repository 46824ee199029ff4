import type { Handlers } from '#platform/http/handler.ts'
import type { campaignRoutes } from '../../contract/campaign-routes.ts'
import { actOnCampaign } from './act-on-campaign.ts'
import { addDocument } from './add-document.ts'
import { adjustParticipant } from './adjust-participant.ts'
import { changeCampaign } from './change-campaign.ts'
import { computingProgress } from './computing-progress.ts'
import { createCampaign } from './create-campaign.ts'
import { downloadDocument } from './download-document.ts'
import { getCampaign } from './get-campaign.ts'
import { listCampaigns } from './list-campaigns.ts'
import { listDocuments } from './list-documents.ts'
import { listParticipants } from './list-participants.ts'
import { listUnitLevels } from './list-unit-levels.ts'
import { recordUnitLevel } from './record-unit-level.ts'
import { remind } from './remind.ts'
import { resolveAgain } from './resolve-again.ts'

export const campaignHandlers: Handlers<typeof campaignRoutes> = {
  listCampaigns,
  createCampaign,
  getCampaign,
  changeCampaign,
  actOnCampaign,
  computingProgress,
  listParticipants,
  adjustParticipant,
  resolveAgain,
  remind,
  recordUnitLevel,
  listUnitLevels,
  addDocument,
  listDocuments,
  downloadDocument,
}
