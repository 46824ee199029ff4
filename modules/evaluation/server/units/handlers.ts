import type { Handlers } from '#platform/http/handler.ts'
import type { unitRoutes } from '../../contract/unit-routes.ts'
import { actOnUnitCampaign } from './act-on-unit-campaign.ts'
import { actOnUnitFile } from './act-on-unit-file.ts'
import { adjustUnit } from './adjust-unit.ts'
import { changeUnitCampaign } from './change-unit-campaign.ts'
import { createUnitCampaign } from './create-unit-campaign.ts'
import { decideUnit } from './decide-unit.ts'
import { getUnitCampaign } from './get-unit-campaign.ts'
import { getUnitFile } from './get-unit-file.ts'
import { listUnitCampaigns } from './list-unit-campaigns.ts'
import { replaceUnitLevel } from './replace-unit-level.ts'
import { resolveUnitsAgain } from './resolve-units-again.ts'
import { returnUnitSheet } from './return-unit-sheet.ts'
import { saveUnitSheet } from './save-unit-sheet.ts'
import { unitForm } from './unit-form.ts'

export const unitHandlers: Handlers<typeof unitRoutes> = {
  listUnitCampaigns,
  createUnitCampaign,
  getUnitCampaign,
  changeUnitCampaign,
  actOnUnitCampaign,
  resolveUnitsAgain,
  adjustUnit,
  getUnitFile,
  saveUnitSheet,
  actOnUnitFile,
  returnUnitSheet,
  decideUnit,
  replaceUnitLevel,
  unitForm,
}
