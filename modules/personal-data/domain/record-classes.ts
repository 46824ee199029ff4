/** Loại dữ liệu: the kinds of records with personal data that the program holds, as the register of processing lists them. */
export const recordClasses = [
  'people',
  'holdings',
  'absences',
  'imports',
  'tasks',
  'evidence',
  'sheets',
  'ratings',
  'kinship',
  'results',
  'petitions',
  'papers',
  'meetings',
  'ballots',
  'unit-evaluations',
  'stories',
  'accounts',
  'sessions',
  'sign-in-attempts',
  'approvals',
  'requests',
  'ledger',
  'stored-files',
  'backups',
  'device-drafts',
  'program-log',
] as const
export type RecordClass = (typeof recordClasses)[number]

/** The tables of each class; none for what is kept outside the database. A test holds that no table is forgotten. */
export const tablesOf = {
  'people': ['organisation_person', 'organisation_identity'],
  'holdings': ['organisation_holding'],
  'absences': ['organisation_absence'],
  'imports': ['organisation_import', 'organisation_import_file', 'organisation_import_row'],
  'tasks': ['evaluation_task'],
  'evidence': ['evaluation_evidence'],
  'sheets': ['evaluation_participant', 'evaluation_sheet', 'evaluation_sheet_return', 'evaluation_plan', 'evaluation_period_score', 'evaluation_reminder'],
  'ratings': ['evaluation_rater', 'evaluation_rating', 'evaluation_tally'],
  'kinship': ['evaluation_kinship'],
  'results': ['evaluation_result', 'evaluation_response', 'evaluation_early_response'],
  'petitions': ['evaluation_petition'],
  'papers': ['evaluation_document'],
  'meetings': ['evaluation_meeting', 'evaluation_meeting_attendee', 'evaluation_meeting_recusal', 'evaluation_meeting_proposal'],
  'ballots': ['evaluation_meeting_question', 'evaluation_meeting_voter', 'evaluation_meeting_tally', 'evaluation_meeting_teller_count'],
  'unit-evaluations': ['evaluation_unit_campaign', 'evaluation_unit_file', 'evaluation_unit_sheet', 'evaluation_unit_sheet_return', 'evaluation_unit_result', 'evaluation_unit_level'],
  'stories': ['newsroom_media', 'newsroom_media_picture', 'newsroom_story', 'newsroom_story_version', 'newsroom_story_step', 'newsroom_story_record', 'newsroom_signing', 'newsroom_delegation', 'newsroom_block_lease', 'newsroom_rundown', 'newsroom_rundown_item', 'newsroom_rundown_frozen', 'newsroom_airing'],
  'accounts': ['accounts_user', 'accounts_grant', 'accounts_password', 'accounts_totp', 'accounts_recovery_code', 'accounts_passkey', 'accounts_elsewhere'],
  'sessions': ['accounts_session', 'accounts_challenge', 'accounts_invitation'],
  'sign-in-attempts': ['accounts_attempt'],
  'approvals': ['accounts_approval'],
  'requests': ['personal_data_request'],
  'ledger': ['ledger_entry', 'ledger_link', 'ledger_anchor', 'ledger_timestamp', 'ledger_tree', 'ledger_leaf'],
  'stored-files': ['stored_file'],
  'backups': [],
  'device-drafts': [],
  'program-log': [],
} as const satisfies Record<RecordClass, readonly string[]>

/** Tables that say nothing of a person: bodies and posts as such, rules, catalogues, settings, the program's own. */
export const withoutPersonalData: readonly string[] = [
  'tenant',
  'working_day_exception',
  'platform_migration',
  'platform_field_key',
  'organisation_structure',
  'organisation_unit',
  'organisation_unit_span',
  'organisation_unit_change',
  'organisation_unit_change_unit',
  'organisation_post',
  'accounts_policy',
  'evaluation_rulebook',
  'evaluation_rulebook_edition',
  'evaluation_catalogue',
  'evaluation_product',
  'evaluation_campaign',
  'personal_data_period',
  'personal_data_proposal',
  'personal_data_freed_file',
  'personal_data_classified_stub',
]

/** Whether a text names a record class. */
export function isRecordClass(text: string): text is RecordClass {
  return (recordClasses as readonly string[]).includes(text)
}
