import type { SealedColumn } from '#platform/crypto/sealed-column.ts'

/** The field under which identity numbers are sealed; the row is `personId/kind`. */
export const identityField = 'organisation.identity'
/** The field under which uploaded workbooks are sealed; the row is the import. */
export const importFileField = 'organisation.import.file'

/** What the module keeps sealed. */
export const organisationSealedColumns: readonly SealedColumn[] = [
  { table: 'organisation_identity', column: 'sealed', row: ['person_id', 'kind'], field: identityField, print: 'print', atOnce: 200 },
  { table: 'organisation_import_file', column: 'sealed', row: ['import_id'], field: importFileField, atOnce: 1 },
]
