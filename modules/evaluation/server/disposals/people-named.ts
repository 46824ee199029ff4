import { sql } from 'kysely'
import type { HoldReason } from '#kernel/hold-reason.ts'
import { personHoldings } from '#platform/retention/disposal.ts'

/** Every column that names a person, by table; a test holds that none is missing. Kinship goes with either of the two. */
export const columnsOfPeople: Readonly<Record<string, readonly string[]>> = {
  evaluation_document: ['person_id', 'added_by'],
  evaluation_early_response: ['person_id'],
  evaluation_evidence: ['added_by'],
  evaluation_meeting_attendee: ['person_id'],
  evaluation_meeting_proposal: ['person_id', 'proposed_by'],
  evaluation_meeting_question: ['subject_id'],
  evaluation_meeting_recusal: ['person_id', 'subject_id'],
  evaluation_meeting_teller_count: ['person_id'],
  evaluation_meeting_voter: ['person_id'],
  evaluation_participant: ['person_id', 'superior_id', 'decider_id'],
  evaluation_period_score: ['person_id'],
  evaluation_petition: ['person_id', 'answered_by'],
  evaluation_plan: ['person_id', 'proposed_by', 'settled_by'],
  evaluation_rater: ['person_id', 'rater_person_id'],
  evaluation_rating: ['person_id', 'rater_person_id'],
  evaluation_reminder: ['person_id', 'about_person_id'],
  evaluation_result: ['person_id', 'decided_by'],
  evaluation_rulebook_edition: ['created_by', 'changed_by'],
  evaluation_sheet: ['person_id', 'rater_person_id'],
  evaluation_sheet_return: ['person_id', 'returned_by'],
  evaluation_tally: ['person_id'],
  evaluation_task: ['person_id', 'assigned_by', 'excused_by', 'judged_by'],
  evaluation_unit_file: ['self_id', 'recogniser_id'],
  evaluation_unit_level: ['recorded_by'],
  evaluation_unit_result: ['decided_by'],
  evaluation_unit_sheet: ['rater_person_id'],
  evaluation_unit_sheet_return: ['returned_by'],
}

/** People whom a file, a result or a task still names stay until that is deleted in its own time. */
export const namedInEvaluation = personHoldings<'evaluation'>({
  async heldPeople(read, tenantId, people) {
    if (people.length === 0) return new Map()
    const places = Object.entries(columnsOfPeople).flatMap(([table, columns]) =>
      columns.map((column) => sql`select ${sql.ref(column)} as person from ${sql.table(table)} where tenant_id = ${tenantId} and ${sql.ref(column)} = any(${people}::uuid[])`),
    )
    const rows = await read.selectFrom(sql<{ person: string }>`(${sql.join(places, sql` union `)})`.as('named')).select('named.person').execute()
    return new Map(rows.map((row): [string, HoldReason] => [row.person, 'named-elsewhere']))
  },
  async forgetPeople(tx, tenantId, people) {
    const gone = await tx
      .deleteFrom('evaluation_kinship')
      .where('tenant_id', '=', tenantId)
      .where(sql<boolean>`(person_id = any(${people}::uuid[]) or relative_id = any(${people}::uuid[]))`)
      .executeTakeFirst()
    return { evaluation_kinship: Number(gone.numDeletedRows) }
  },
})
