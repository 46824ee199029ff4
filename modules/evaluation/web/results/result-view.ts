import type { z } from 'zod'
import type { petitionView, quotaView, resultDetail, resultRow } from '../../contract/views.ts'

export type ResultRow = z.output<typeof resultRow>
export type ResultDetail = z.output<typeof resultDetail>
export type Quota = z.output<typeof quotaView>
export type Petition = z.output<typeof petitionView>
export type Reason = ResultDetail['reasons'][number]
