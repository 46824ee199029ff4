/** How a table lives when the schema is distributed: by tenant, copied everywhere, or on the coordinator only. */
export type TableClass = 'tenant' | 'reference' | 'local'

/** Rights of the application role beyond the default (select, insert, update, delete). */
export const restricted: Readonly<Record<string, readonly string[]>> = {
  ledger_entry: ['select', 'insert'],
  working_day_exception: ['select'],
  platform_migration: ['select'],
  evaluation_rulebook: ['select', 'insert'],
  evaluation_response: ['select', 'insert'],
  evaluation_sheet_return: ['select', 'insert'],
}

/** Every table of the schema; a test compares the list with the catalogue. */
export const tables: Readonly<Record<string, TableClass>> = {
  tenant: 'reference',
  working_day_exception: 'reference',
  platform_migration: 'local',
  ledger_entry: 'tenant',
  stored_file: 'tenant',

  organisation_structure: 'tenant',
  organisation_unit: 'tenant',
  organisation_unit_span: 'tenant',
  organisation_unit_change: 'tenant',
  organisation_unit_change_unit: 'tenant',
  organisation_post: 'tenant',
  organisation_person: 'tenant',
  organisation_holding: 'tenant',
  organisation_absence: 'tenant',
  organisation_import: 'tenant',
  organisation_import_file: 'tenant',
  organisation_import_row: 'tenant',

  accounts_user: 'local',
  accounts_session: 'local',
  accounts_credential: 'local',
  accounts_verification: 'local',
  accounts_grant: 'tenant',

  evaluation_rulebook: 'tenant',
  evaluation_rulebook_edition: 'tenant',
  evaluation_catalogue: 'tenant',
  evaluation_product: 'tenant',
  evaluation_task: 'tenant',
  evaluation_evidence: 'tenant',
  evaluation_campaign: 'tenant',
  evaluation_participant: 'tenant',
  evaluation_sheet: 'tenant',
  evaluation_sheet_return: 'tenant',
  evaluation_kinship: 'tenant',
  evaluation_rater: 'tenant',
  evaluation_rating: 'tenant',
  evaluation_tally: 'tenant',
  evaluation_result: 'tenant',
  evaluation_period_score: 'tenant',
  evaluation_unit_level: 'tenant',
  evaluation_response: 'tenant',
  evaluation_petition: 'tenant',
  evaluation_document: 'tenant',
  evaluation_reminder: 'tenant',
}
