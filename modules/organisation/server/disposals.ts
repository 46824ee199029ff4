import { sql } from 'kysely'
import { formatVietnameseDate, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { disposal, type Disposal } from '#platform/retention/disposal.ts'

/** Uploaded workbooks (tệp nhập), with what is left of their previews. */
const imports: Disposal = disposal<'organisation'>({
  recordClass: 'imports',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('organisation_import')
      .where('tenant_id', '=', tenantId)
      .where('uploaded_at', '<', sql<Date>`${endedBefore}::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
      .select(['id', 'file_name', 'status', 'uploaded_at'])
      .orderBy('uploaded_at')
      .execute()
    return rows.map((row) => ({ id: row.id, endedOn: vietnameseDay(row.uploaded_at), label: row.file_name, personId: null, hold: row.status === 'checking' ? ('still-running' as const) : null }))
  },
  async remove(tx, tenantId, ids) {
    const rows = await tx.deleteFrom('organisation_import_row').where('tenant_id', '=', tenantId).where(sql<boolean>`import_id = any(${ids}::uuid[])`).executeTakeFirst()
    const files = await tx.deleteFrom('organisation_import_file').where('tenant_id', '=', tenantId).where(sql<boolean>`import_id = any(${ids}::uuid[])`).executeTakeFirst()
    const imported = await tx.deleteFrom('organisation_import').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
    return { rows: { organisation_import_row: Number(rows.numDeletedRows), organisation_import_file: Number(files.numDeletedRows), organisation_import: Number(imported.numDeletedRows) }, files: [] }
  },
})

/** Absences that ended (thời gian vắng mặt). */
const absences: Disposal = disposal<'organisation'>({
  recordClass: 'absences',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('organisation_absence as a')
      .where('a.tenant_id', '=', tenantId)
      .where('a.valid_to', '<', endedBefore)
      .select(['a.id', 'a.valid_from', 'a.valid_to', 'a.person_id'])
      .orderBy('a.valid_to')
      .execute()
    return rows.map((row) => ({ id: row.id, endedOn: row.valid_to as CalendarDate, label: `${formatVietnameseDate(row.valid_from as CalendarDate)} – ${formatVietnameseDate(row.valid_to as CalendarDate)}`, personId: row.person_id, hold: null }))
  },
  async remove(tx, tenantId, ids) {
    const gone = await tx.deleteFrom('organisation_absence').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
    return { rows: { organisation_absence: Number(gone.numDeletedRows) }, files: [] }
  },
})

/**
 * People whose last post ended (người đã thôi giữ mọi chức vụ), with their posts and absences. What other modules hold
 * of them goes first, or holds them.
 */
export const peopleDisposal: Disposal = disposal<'organisation'>({
  recordClass: 'people',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('organisation_person as p')
      .innerJoin('organisation_holding as h', (join) => join.on('h.tenant_id', '=', tenantId).onRef('h.person_id', '=', 'p.id'))
      .where('p.tenant_id', '=', tenantId)
      .groupBy(['p.id', 'p.full_name'])
      .having(sql<boolean>`max(coalesce(h.valid_to, 'infinity')) < ${endedBefore}`)
      .select(['p.id', 'p.full_name', sql<CalendarDate>`max(h.valid_to)`.as('ended')])
      .orderBy('ended')
      .execute()
    return rows.map((row) => ({ id: row.id, endedOn: row.ended, label: row.full_name, personId: row.id, hold: null }))
  },
  async remove(tx, tenantId, ids) {
    const absent = await tx.deleteFrom('organisation_absence').where('tenant_id', '=', tenantId).where(sql<boolean>`person_id = any(${ids}::uuid[])`).executeTakeFirst()
    const held = await tx.deleteFrom('organisation_holding').where('tenant_id', '=', tenantId).where(sql<boolean>`person_id = any(${ids}::uuid[])`).executeTakeFirst()
    const gone = await tx.deleteFrom('organisation_person').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
    return { rows: { organisation_absence: Number(absent.numDeletedRows), organisation_holding: Number(held.numDeletedRows), organisation_person: Number(gone.numDeletedRows) }, files: [] }
  },
})

/** What of the organisation is deleted in its time, but for people: those only with what other modules hold of them. */
export const organisationDisposals: readonly Disposal[] = [imports, absences]
