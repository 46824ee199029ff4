import { asId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { recordClasses, tablesOf } from '../../domain/record-classes.ts'
import { periodInForce, shortestPeriod } from '../../domain/retention.ts'
import { mustAnswerForAll } from '../whole-committee.ts'
import { loadPeriods } from './load-periods.ts'
import { shippedRegister, termsOf } from './shipped-register.ts'

/** Hồ sơ hoạt động xử lý: every record class the program holds, with the period in force today. */
export const register = query(registerRoutes.register, async ({ actor, read, today }) => {
  await mustAnswerForAll(read, actor, today)
  const periods = await loadPeriods(read, actor.tenantId)
  const names = await personNames(read, actor.tenantId, periods.map((period) => asId<'person'>(period.setBy)))
  return {
    asOf: shippedRegister.as_of,
    sources: shippedRegister.sources,
    items: recordClasses.map((recordClass) => {
      const terms = termsOf(recordClass)
      const set = periods.filter((period) => period.recordClass === recordClass)
      return {
        recordClass,
        tables: [...tablesOf[recordClass]],
        shipped: shippedRegister.classes[recordClass],
        inForce: periodInForce(terms, set, today),
        shortest: shortestPeriod(terms, today),
        set: set.toReversed().map(({ setBy, setAt, ...period }) => ({ ...period, setBy: names.get(asId<'person'>(setBy)) ?.fullName ?? '', setAt: setAt.toISOString() })),
      }
    }),
  }
})
