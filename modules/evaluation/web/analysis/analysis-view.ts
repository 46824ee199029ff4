import type { z } from 'zod'
import type { analysisView } from '../../contract/analysis-routes.ts'

/** The analysis of a campaign as the screen receives it. */
export type Analysis = z.output<typeof analysisView>
