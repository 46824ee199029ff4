import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Sender } from '#platform/web/offline/outbox.ts'
import type { Vault } from '#platform/web/offline/vault.ts'
import { accountsPages } from '#modules/accounts/web/index.ts'
import { evaluationPages, evaluationSenders, fetchEvaluationPages, keepEvaluationAhead } from '#modules/evaluation/web/index.ts'
import { ledgerPages } from '#modules/ledger/web/index.ts'
import { newsroomPages, newsroomSenders } from '#modules/newsroom/web/index.ts'
import { operationsPages } from '#modules/operations/web/index.ts'
import { organisationPages } from '#modules/organisation/web/index.ts'
import { personalDataPages } from '#modules/personal-data/web/index.ts'
import type { ModuleRoutes } from '#ui/page-route.ts'

/** Every module's pages; a new module is one line here. */
export const modulePages: readonly ModuleRoutes[] = [accountsPages, organisationPages, ledgerPages, operationsPages, evaluationPages, newsroomPages, personalDataPages]

/** How unsent work of each kind is sent. */
export const senders: Readonly<Record<string, () => Promise<Sender>>> = { ...evaluationSenders, ...newsroomSenders }

/** Fetches what somebody needs without a link while there is one: pages and what they show. */
export async function keepAheadOfTime(vault: Vault, today: CalendarDate): Promise<void> {
  await Promise.all([fetchEvaluationPages(), import('./shell/unsent-page.tsx')])
  await keepEvaluationAhead(vault, today)
}
