import { periodLabel } from '../../domain/period.ts'
import type { Campaign } from './campaign-row.ts'

/** What a sheet says of the campaign it belongs to, whoever fills it in. */
export function campaignHead({ id, name, status, rulebook, settings, period }: Campaign) {
  return {
    id,
    name,
    status,
    rulebook: { id: rulebook.id, version: rulebook.version },
    settings: { ...settings },
    period: { ...period, label: periodLabel(period) },
  }
}
