import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { identityRoutes as routes } from '../contract/identity-routes.ts'
import { findByIdentity, readIdentity } from './read-identity.ts'
import { removeIdentity, saveIdentity } from './save-identity.ts'

/** Handlers of identity numbers. No entry of the ledger holds a digit. */
export function identityHandlers(fields: FieldCipher): Handlers<typeof routes> {
  return {
    readIdentity: query(routes.readIdentity, async ({ params: { personId, identityKind }, actor, read, today, record }) => {
      const identityNumber = await readIdentity(read, fields, actor, personId, identityKind, today)
      record({ action: 'organisation.identity.read', subject: { kind: 'person', id: personId }, data: { kind: identityKind } })
      return { identityNumber }
    }),

    saveIdentity: command(routes.saveIdentity, async ({ params: { personId, identityKind }, body, tx, actor, today, record }) => {
      const { id, version, doubts, corrected } = await saveIdentity(tx, fields, actor, personId, identityKind, body, today)
      record({ action: corrected ? 'organisation.identity.corrected' : 'organisation.identity.added', subject: { kind: 'person', id: personId }, data: { kind: identityKind, version, doubts } })
      return { id, version }
    }),

    removeIdentity: command(routes.removeIdentity, async ({ params: { personId, identityKind }, body, tx, actor, today, record }) => {
      await removeIdentity(tx, actor, personId, identityKind, body.version, today)
      record({ action: 'organisation.identity.removed', subject: { kind: 'person', id: personId }, data: { kind: identityKind, reason: body.reason } })
      return { id: personId }
    }),

    findByIdentity: query(routes.findByIdentity, async ({ body, actor, read, today, record }) => {
      const person = await findByIdentity(read, fields, actor, body.number, today)
      record({ action: 'organisation.identity.searched', subject: person === null ? { kind: 'tenant', id: actor.tenantId } : { kind: 'person', id: person.id }, data: { found: person !== null } })
      return { person }
    }),
  }
}
