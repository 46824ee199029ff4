import type { z } from 'zod'
import type { unitCampaignView, unitFileView, unitNode } from '../../contract/unit-views.ts'

export type Round = z.output<typeof unitCampaignView>
export type UnitNode = z.output<typeof unitNode>
export type UnitFile = z.output<typeof unitFileView>
export type UnitSheet = UnitFile['sheets'][number]
