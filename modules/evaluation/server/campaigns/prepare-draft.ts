import { refuse } from '#kernel/refusal.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { holdStructure, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { PeriodKind } from '../../domain/campaign.ts'
import { periodOf, type Period } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { checkDue, checkInForce, checkSettings, type Due } from './campaign-input.ts'
import type { RulebookPin } from './pinned-rulebook.ts'

/** What whoever drafts a campaign or a round of organisations gives. */
export interface DraftInput {
  readonly name: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly period: { readonly kind: PeriodKind; readonly year: number; readonly number: number }
  readonly scopeUnitId: UnitId
  readonly due: Due
}

/** A draft that was found in order, as both kinds of row store it. */
export interface PreparedDraft {
  readonly period: Period
  readonly pin: RulebookPin
  readonly rulebook: CompiledRulebook
  readonly columns: {
    readonly tenant_id: TenantId
    readonly name: string
    readonly rulebook_id: string
    readonly rulebook_version: string
    readonly settings: string
    readonly period_kind: PeriodKind
    readonly period_from: CalendarDate
    readonly period_to: CalendarDate
    readonly scope_unit_id: UnitId
    readonly status: 'draft'
    readonly self_due: CalendarDate
    readonly decide_due: CalendarDate
  }
}

/** Checks what a draft is made of: scope, rulebook in force, deadlines in order, settings. The organisation is held from here on. */
export async function prepareDraft(read: Reader, tenantId: TenantId, input: DraftInput, today: CalendarDate, pinned: () => Promise<{ pin: RulebookPin; rulebook: CompiledRulebook }>): Promise<PreparedDraft> {
  await holdStructure(read, tenantId)
  const period = periodOf(input.period.kind, input.period.year, input.period.number)
  const units = await unitTreeAsOf(read, tenantId, today)
  if (!units.some((unit) => unit.id === input.scopeUnitId)) refuse('platform.not-found')
  const { pin, rulebook } = await pinned()
  checkInForce(rulebook, period)
  checkDue(input.due)
  const settings = checkSettings(rulebook, input.settings)
  return {
    period,
    pin,
    rulebook,
    columns: {
      tenant_id: tenantId,
      name: input.name,
      rulebook_id: pin.id,
      rulebook_version: pin.version,
      settings: JSON.stringify(settings),
      period_kind: period.kind,
      period_from: period.from,
      period_to: period.to,
      scope_unit_id: input.scopeUnitId,
      status: 'draft',
      self_due: input.due.self,
      decide_due: input.due.decide,
    },
  }
}
