import { refuse } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { command, query, type Handlers } from '#platform/http/handler.ts'
import { importRoutes as routes } from '../../contract/import-routes.ts'
import { mayManageAll } from '../../domain/policy.ts'
import { silentMs } from './check-import.ts'
import type { ImportChecker } from './import-checker.ts'
import { getImport, listImportRows, listImports } from './import-queries.ts'
import { exportWorkbook, importTemplate } from './organisation-workbook.ts'
import { confirmImport, discardImport } from './settle-import.ts'
import { loadStoredOrganisation } from './stored-organisation.ts'
import { uploadImport } from './upload-import.ts'

/** Handlers of import and export. */
export function importHandlers(checker: ImportChecker, fields: FieldCipher): Handlers<typeof routes> {
  return {
    downloadTemplate: query(routes.downloadTemplate, () => importTemplate()),

    exportAll: query(routes.exportAll, async ({ actor, read, today, record }) => {
      if (!mayManageAll(actor)) refuse('platform.not-found')
      const stored = await loadStoredOrganisation(read, actor.tenantId)
      record({ action: 'organisation.exported', subject: { kind: 'tenant', id: actor.tenantId }, about: stored.people.map((person) => person.id), data: { people: stored.people.length, units: stored.units.length } })
      return exportWorkbook(stored, today)
    }),

    uploadImport: command(routes.uploadImport, async ({ query: { fileName }, body, tx, actor, now, record }) => {
      const { id, ...data } = await uploadImport(tx, fields, actor, fileName, body, now)
      record({ action: 'organisation.import.uploaded', subject: { kind: 'import', id }, data })
      return { id }
    }),

    listImports: query(routes.listImports, ({ actor, read }) => listImports(read, actor)),

    // Asking how far a check is starts one that waits or has fallen silent: nothing else needs to watch over it.
    getImport: query(routes.getImport, async ({ params, actor, read, now }) => {
      const { view, beatAt } = await getImport(read, actor, params.importId)
      const silent = now.getTime() - beatAt.getTime() > silentMs
      if (view.status === 'checking' && (view.phase === 'waiting' || silent)) checker.start(actor.tenantId, params.importId)
      return view
    }),

    listImportRows: query(routes.listImportRows, ({ params, query: filter, actor, read }) => listImportRows(read, actor, params.importId, filter)),

    confirmImport: command(routes.confirmImport, async ({ params, tx, actor, now, today, record }) => {
      const done = await confirmImport(tx, fields, actor, params.importId, now, today)
      const { id, ...data } = done
      record({ action: 'organisation.import.confirmed', subject: { kind: 'import', id }, data })
      return done
    }),

    discardImport: command(routes.discardImport, async ({ params, tx, actor, now, record }) => {
      const done = await discardImport(tx, actor, params.importId, now)
      record({ action: 'organisation.import.discarded', subject: { kind: 'import', id: done.id } })
      return done
    }),
  }
}
