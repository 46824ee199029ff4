/** What the bare handler and pgbench send to save a sheet: the same rows as a saved sheet of ours, in one statement. */
export const saveStatement = `with sheet as (
    insert into evaluation_sheet (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, strengths, weaknesses, comment, saved_at, version)
    values ($1, $2, $3, 'self', $3, $4::jsonb, '{}', $5, $6, '', $7, 1)
    on conflict (tenant_id, campaign_id, person_id, rater)
    do update set points = excluded.points, strengths = excluded.strengths, weaknesses = excluded.weaknesses, saved_at = excluded.saved_at, version = evaluation_sheet.version + 1
    returning version)
  insert into ledger_entry (tenant_id, id, at, request_id, account_id, person_id, action, subject_kind, subject_id, data, reply)
  select $1, gen_random_uuid(), $7, gen_random_uuid(), null, $3, 'evaluation.sheet.saved', 'person', $3::text, '{}', jsonb_build_object('version', version) from sheet`

/** A page of a results list by key. */
export const pageStatement = `select p.person_id, p.sort_name, p.title, p.subject_group, p.peer_group, p.status, r.id, r.total, r.provisional_level, r.decided_level
  from evaluation_participant p
  left join evaluation_result r on r.tenant_id = p.tenant_id and r.campaign_id = p.campaign_id and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $1 and p.campaign_id = $2 and (p.sort_name, p.person_id) > ($3, $4::uuid)
  order by p.sort_name, p.person_id limit 51`

