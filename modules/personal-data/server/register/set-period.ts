import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { shortestPeriod } from '../../domain/retention.ts'
import { mustAnswerForAll } from '../whole-committee.ts'
import { shippedRegister, termsOf } from './shipped-register.ts'

/** Sets the period of a class (quy định thời hạn lưu) from a day on. What was set before stays on record. */
export const setPeriod = command(registerRoutes.setPeriod, async ({ body, actor, read, tx, now, today, newId, record }) => {
  await mustAnswerForAll(read, actor, today)
  const { recordClass, months, from, groundIssuer, groundNumber, groundDate, note } = body
  const { ends } = shippedRegister.classes[recordClass]
  if (ends !== 'proposal') refuse('personal-data.period.not-set-here', { recordClass, ends })
  const shortest = shortestPeriod(termsOf(recordClass), from)
  if (months !== null && months < shortest) refuse('personal-data.period.below-minimum', { recordClass, months, shortest })
  const id = newId()
  await tx
    .insertInto('personal_data_period')
    .values({
      tenant_id: actor.tenantId,
      id,
      record_class: recordClass,
      months,
      valid_from: from,
      ground_issuer: groundIssuer,
      ground_number: groundNumber,
      ground_date: groundDate,
      note,
      set_by: actor.personId ?? actor.accountId,
      set_at: now,
    })
    .execute()
  record({ action: 'personal-data.period.set', subject: { kind: 'retention-period', id }, data: { recordClass, months, from } })
  return { id }
})
