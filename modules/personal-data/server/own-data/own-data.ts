import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { query, type Handlers } from '#platform/http/handler.ts'
import { ownDataRoutes } from '../../contract/own-data-routes.ts'
import { ownClasses } from '../../domain/own-data/classes.ts'
import { shippedRegister } from '../register/shipped-register.ts'
import { collectOwnData } from './collect.ts'
import { writeCopy } from './write-copy.ts'

/** More records of a class than these are in the copy only. */
const shownRecords = 200

/** What the program holds of the person who asks: the list on the screen, and the copy to take along. */
export function ownDataHandlers(fields: FieldCipher): Handlers<typeof ownDataRoutes> {
  return {
    ownData: query(ownDataRoutes.ownData, async (context) => {
      const data = await collectOwnData({ ...context, fields })
      return {
        classes: ownClasses.map((recordClass) => ({
          recordClass,
          name: shippedRegister.classes[recordClass].name,
          count: data[recordClass].length,
          records: data[recordClass].slice(0, shownRecords).map(({ id, title, settled, sensitive, fields: said }) => ({ id, title, settled: settled === true, fields: sensitive === true ? [] : said.map(([label, value]): [string, string] => [label, value]) })),
        })),
      }
    }),

    ownCopy: query(ownDataRoutes.ownCopy, async (context) => {
      const { actor, now, record } = context
      const { bytes, files, records } = await writeCopy({ ...context, fields }, await collectOwnData({ ...context, fields }))
      record({ action: 'personal-data.own-copy.taken', subject: { kind: 'account', id: actor.accountId }, about: actor.personId === null ? [] : [actor.personId], data: { records, files } })
      return { contentType: 'application/zip', fileName: `du-lieu-cua-toi-${now.toISOString().slice(0, 10)}.zip`, bytes }
    }),
  }
}
