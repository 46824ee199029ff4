-- What the program sends, printed by `npm run generate` for review; the store functions are the source.

-- evaluation_campaign
insert into evaluation_campaign (tenant_id, id, name, rulebook_id, rulebook_version, settings, period_kind, period_from, period_to, scope_unit_id, subject_status, status, self_due, superior_due, decide_due)
  values ($, …);

-- evaluation_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.subject_status, c.self_due, c.superior_due, c.decide_due, c.opened_at, c.published_at, c.closed_at
  from evaluation_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = c.id
  where c.tenant_id = $ and p.person_id = $ and p.excluded_reason = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $) and c.id <> $ and c.status in ($, …) and c.period_from <= $ and c.period_to >= $
  order by c.period_from, c.id;

-- evaluation_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.subject_status, c.self_due, c.superior_due, c.decide_due, c.opened_at, c.published_at, c.closed_at
  from evaluation_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $
  order by c.period_from desc, c.id desc
  limit 51;

-- evaluation_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.subject_status, c.self_due, c.superior_due, c.decide_due, c.opened_at, c.published_at, c.closed_at
  from evaluation_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $ and (c.scope_unit_id = any($::uuid[]) or (c.status <> 'draft' and exists (select 1
  from evaluation_participant p
  where p.tenant_id = $ and p.campaign_id = c.id and (p.person_id = $ or p.superior_id = $ or p.decider_id = $))))
  order by c.period_from desc, c.id desc
  limit 51;

-- evaluation_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.subject_status, c.self_due, c.superior_due, c.decide_due, c.opened_at, c.published_at, c.closed_at
  from evaluation_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $ and c.id = $;

-- evaluation_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.subject_status, c.self_due, c.superior_due, c.decide_due, c.opened_at, c.published_at, c.closed_at
  from evaluation_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $ and c.status in ($, …);

-- evaluation_campaign
update evaluation_campaign
  set status = $, opened_at = $, published_at = $, closed_at = $, version = $
  where tenant_id = $ and id = $;

-- evaluation_campaign
update evaluation_campaign
  set status = $, opened_at = $, version = $
  where tenant_id = $ and id = $;

-- evaluation_catalogue
insert into evaluation_catalogue (tenant_id, id, name, decision_number, decision_date, issuer, valid_from, standard_product, standard_points, groups)
  values ($, …);

-- evaluation_catalogue
select *
  from evaluation_catalogue
  where tenant_id = $ and valid_from <= $ and (valid_to is null or valid_to >= $);

-- evaluation_document
select d.id, d.kind, d.name, x.full_name, d.added_at
  from evaluation_document as d
  left join organisation_person as x on x.tenant_id = $ and x.id = d.person_id
  where d.tenant_id = $ and d.campaign_id = $
  order by d.added_at, d.id;

-- evaluation_document
select d.id, d.kind, d.name, x.full_name, d.added_at
  from evaluation_document as d
  left join organisation_person as x on x.tenant_id = $ and x.id = d.person_id
  where d.tenant_id = $ and d.campaign_id = $ and ((d.person_id is null and $) or (d.person_id = $ and $) or exists (select p.person_id
  from evaluation_participant as p
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id = d.person_id and (p.superior_id = $ or p.decider_id = $)))
  order by d.added_at, d.id;

-- evaluation_early_response
select text, given_at
  from evaluation_early_response
  where tenant_id = $ and campaign_id = $ and person_id = $
  order by given_at;

-- evaluation_evidence
select e.id, e.name, t.person_id, t.month, (t.month + interval '1 month' - interval '1 day')::date as ended
  from evaluation_evidence as e
  inner join evaluation_task as t on t.tenant_id = $ and t.id = e.task_id
  where e.tenant_id = $ and (t.month + interval '1 month' - interval '1 day')::date < $
  order by t.month;

-- evaluation_evidence
select id, task_id, kind, name, address, media_type, size, added_at
  from evaluation_evidence
  where tenant_id = $ and task_id in ($, …) and removed_at is null
  order by added_at, id;

-- evaluation_kinship
select person_id, relative_id
  from evaluation_kinship
  where tenant_id = $ and (person_id = any($::uuid[]) or relative_id = any($::uuid[]));

-- evaluation_meeting_attendee
select m.campaign_id, c.name, m.held_on, m.body_name
  from evaluation_meeting_attendee as a
  inner join evaluation_meeting as m on m.tenant_id = $ and m.id = a.meeting_id
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = m.campaign_id
  where a.tenant_id = $ and a.person_id = $ and m.status in ($, …) and c.status in ($, …);

-- evaluation_participant
delete
  from evaluation_participant
  where tenant_id = $ and campaign_id = $ and not (person_id = any($::uuid[]));

-- evaluation_participant
insert into evaluation_participant (tenant_id, campaign_id, person_id, unit_id, post_id, title, subject_group, peer_group, is_head, variants, superior_id, decider_id, excluded_reason, sort_name, status) select $::uuid, $::uuid, r.*, 'waiting'
  from jsonb_to_recordset($::jsonb) as r(person_id uuid, unit_id uuid, post_id uuid, title text, subject_group text, peer_group text, is_head boolean, variants jsonb, superior_id uuid, decider_id uuid, excluded_reason text, sort_name text)
  on conflict (tenant_id, campaign_id, person_id) do update
  set unit_id = excluded.unit_id, post_id = excluded.post_id, title = excluded.title, subject_group = excluded.subject_group, peer_group = excluded.peer_group, is_head = excluded.is_head, variants = excluded.variants, superior_id = excluded.superior_id, decider_id = excluded.decider_id, excluded_reason = excluded.excluded_reason, sort_name = excluded.sort_name, version = evaluation_participant.version + 1;

-- evaluation_participant
select c.version as campaign_version, p.version as participant_version, c.status as campaign_status, c.settings, c.period_kind, c.rulebook_id, c.rulebook_version, r.hash, p.status, p.superior_id, p.subject_group, p.variants, p.excluded_reason, s.version, s.points, s.judgements, s.lists, s.strengths, s.weaknesses, s.comment, s.proposed_level, s.submitted_at, s.saved_at
  from evaluation_participant as p
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = p.campaign_id
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id = $;

-- evaluation_participant
select campaign_id, status, count(*)::int as all, (count(*) filter (where excluded_reason <> ''))::int as excluded, (count(*) filter (where excluded_reason = '' and (superior_id is null or decider_id is null or subject_group = '')))::int as unresolved
  from evaluation_participant
  where tenant_id = $ and campaign_id in ($)
  group by campaign_id, status;

-- evaluation_participant
select campaign_id, status, count(*)::int as all, (count(*) filter (where excluded_reason <> ''))::int as excluded, (count(*) filter (where excluded_reason = '' and (superior_id is null or decider_id is null or subject_group = '')))::int as unresolved
  from evaluation_participant
  where tenant_id = $ and campaign_id in ($, …)
  group by campaign_id, status;

-- evaluation_participant
select count(*) as count
  from evaluation_participant
  where tenant_id = $ and campaign_id = $ and excluded_reason = $ and status in ($, …);

-- evaluation_participant
select p.person_id
  from evaluation_participant as p
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = p.campaign_id and c.status <> $
  where p.tenant_id = $ and p.campaign_id = $ and p.decider_id = $
  limit $;

-- evaluation_participant
select p.person_id, date_trunc('month', c.period_from)::date as first, c.period_to as last, k.id as petition
  from evaluation_participant as p
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = p.campaign_id
  left join evaluation_petition as k on k.tenant_id = $ and k.campaign_id = p.campaign_id and k.person_id = p.person_id and k.status = $
  where p.tenant_id = $ and (c.status not in ($, …) or k.id is not null);

-- evaluation_participant
select p.person_id, p.peer_group, r.provisional_level, r.decided_level
  from evaluation_participant as p
  inner join evaluation_result as r on r.tenant_id = $ and r.campaign_id = p.campaign_id and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and p.excluded_reason = $;

-- evaluation_participant
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version
  from evaluation_participant as p
  where p.tenant_id = $ and p.campaign_id = $
  order by p.sort_name, p.person_id;

-- evaluation_participant
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version
  from evaluation_participant as p
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id in ($)
  order by p.sort_name, p.person_id;

-- evaluation_participant
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version
  from evaluation_participant as p
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id in ($, …)
  order by p.sort_name, p.person_id;

-- evaluation_participant
select p.person_id, p.unit_id, p.title, p.sort_name, s.points as self_points
  from evaluation_participant as p
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $ and s.submitted_at is not null
  where p.tenant_id = $ and p.campaign_id = $ and p.excluded_reason = $ and ((p.person_id = $ and p.status = $) or (p.superior_id = $ and p.status = $))
  order by p.sort_name;

-- evaluation_participant
select person_id
  from evaluation_participant
  where tenant_id = $ and campaign_id = $ and (person_id = $ or superior_id = $ or decider_id = $)
  limit $;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and (t.unit_id in ($) or exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.superior_id = $ and x.person_id = t.person_id and c.period_from <= t.month and c.period_to > t.month and c.status not in ('draft', 'cancelled'))) and t.person_id <> $
  order by t.month desc, t.deadline, t.id
  limit 51;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and (t.unit_id in ($, …) or exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.superior_id = $ and x.person_id = t.person_id and c.period_from <= t.month and c.period_to > t.month and c.status not in ('draft', 'cancelled'))) and t.person_id <> $
  order by t.month desc, t.deadline, t.id
  limit 51;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and t.person_id <> $
  order by t.month desc, t.deadline, t.id
  limit 51;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and t.person_id = $
  order by t.month desc, t.deadline, t.id
  limit 51;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and t.person_id = $ and t.month >= $ and t.month <= $
  order by t.month, t.deadline, t.id;

-- evaluation_participant
select t.id, t.version, t.person_id, t.unit_id, t.product_id, p.code as product_code, p.unit_of_count, t.title, t.coefficient, t.origin, t.month, t.assigned, t.deadline, t.status, t.completed, t.completed_on, t.result_note, t.quality_faults, t.late_events, t.quality_excused, t.late_excused, t.excuse_reason, t.closing_reason, origin.person_id as received_from, taken.person_id as handed_to, exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[])) as period_closed
  from evaluation_task as t
  left join evaluation_product as p on p.tenant_id = $ and p.id = t.product_id
  left join evaluation_task as origin on origin.tenant_id = $ and origin.id = t.received_from_task
  left join evaluation_task as taken on taken.tenant_id = $ and taken.received_from_task = t.id and taken.status <> $
  where t.tenant_id = $ and t.unit_id in ($)
  order by t.month desc, t.deadline, t.id
  limit 51;

-- evaluation_participant
select x.person_id, c.period_from, c.period_to
  from evaluation_participant as x
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.superior_id = $ and x.person_id in ($) and c.status not in ($, …);

-- evaluation_participant
select x.person_id, c.period_from, c.period_to
  from evaluation_participant as x
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.superior_id = $ and x.person_id in ($, …) and c.status not in ($, …);

-- evaluation_participant
update evaluation_participant
  set facts = $, facts_note = $
  where tenant_id = $ and campaign_id = $ and person_id = $;

-- evaluation_participant
update evaluation_participant
  set status = $
  where tenant_id = $ and campaign_id = $ and excluded_reason = $;

-- evaluation_participant
update evaluation_participant as p
  set status = $, version = p.version + 1
  from jsonb_to_recordset($::jsonb) as d(id uuid, person_id uuid, level text, reason text)
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id = d.person_id;

-- evaluation_participant
update evaluation_participant as p
  set version = version + 1, status = case when exists (select
  from evaluation_sheet s
  where s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = 'superior' and s.submitted_at is not null) then 'scored' when exists (select
  from evaluation_sheet s
  where s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = 'self' and s.submitted_at is not null) then 'superior_scoring' else 'self_scoring' end
  where p.tenant_id = $ and p.campaign_id = $ and p.excluded_reason = '';

-- evaluation_period_score
insert into evaluation_period_score (tenant_id, person_id, month, exact_total, total, source, note) select $::uuid, r.*, 'entered', 'Chuyển từ bảng theo dõi của cơ quan'
  from jsonb_to_recordset($::jsonb) as r(person_id uuid, month date, exact_total text, total numeric);

-- evaluation_period_score
insert into evaluation_period_score (tenant_id, person_id, month, rulebook_id, exact_total, total, source, result_id) select r.tenant_id, r.person_id, m.month, $::text, r.exact_total, r.total, 'campaign', r.id
  from evaluation_result r
  cross join unnest($::date[]) as m(month)
  where r.tenant_id = $ and r.campaign_id = $ and r.replaced_by is null and r.published_at is not null and r.exact_total is not null and r.total is not null and ($::uuid is null or r.id = $::uuid)
  on conflict (tenant_id, person_id, month, rulebook_id) do update
  set exact_total = excluded.exact_total, total = excluded.total, source = excluded.source, result_id = excluded.result_id, note = excluded.note;

-- evaluation_period_score
select month, rulebook_id, total, exact_total, source, note
  from evaluation_period_score
  where tenant_id = $ and person_id = $ and month >= $ and month <= $ and rulebook_id in ($, …)
  order by month;

-- evaluation_period_score
select month, rulebook_id, total, source
  from evaluation_period_score
  where tenant_id = $ and person_id = $
  order by month;

-- evaluation_period_score
select person_id, month, rulebook_id, exact_total
  from evaluation_period_score
  where tenant_id = $ and person_id in ($) and month >= $ and month <= $ and rulebook_id in ($, …);

-- evaluation_petition
insert into evaluation_petition (tenant_id, id, result_id, campaign_id, person_id, text, filed_at, due_on, status)
  values ($, …);

-- evaluation_petition
select c.id, c.name, c.closed_at, c.period_to, exists (select k.id
  from evaluation_petition as k
  where k.tenant_id = $ and k.campaign_id = c.id and k.status = $) as petition
  from evaluation_campaign as c
  where c.tenant_id = $ and c.status in ($, …) and exists (select p.person_id
  from evaluation_participant as p
  where p.tenant_id = $ and p.campaign_id = c.id)
  order by c.period_to;

-- evaluation_petition
select campaign_id, count(*)::int as open
  from evaluation_petition
  where tenant_id = $ and campaign_id in ($) and status = $
  group by campaign_id;

-- evaluation_petition
select campaign_id, count(*)::int as open
  from evaluation_petition
  where tenant_id = $ and campaign_id in ($, …) and status = $
  group by campaign_id;

-- evaluation_petition
select campaign_id, count(*)::int as overdue
  from evaluation_petition
  where tenant_id = $ and campaign_id in ($) and status = $ and due_on < $
  group by campaign_id;

-- evaluation_petition
select campaign_id, count(*)::int as overdue
  from evaluation_petition
  where tenant_id = $ and campaign_id in ($, …) and status = $ and due_on < $
  group by campaign_id;

-- evaluation_petition
select distinct p.decider_id
  from evaluation_petition as t
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = t.campaign_id and p.person_id = t.person_id
  where t.tenant_id = $ and t.status = $ and t.due_on < $ and p.decider_id is not null;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $ or p.unit_id in ($, …)) and (p.subject_group <> $ or p.excluded_reason = $)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $ or p.unit_id in ($, …)) and (p.subject_group <> $ or p.excluded_reason = $) and ($ or p.superior_id = $ or p.decider_id = $ or (p.person_id = $ and $)) and r.id is not null
  order by coalesce(r.total, -1) desc, r.person_id desc
  limit 51;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $) and (p.subject_group <> $ or p.excluded_reason = $)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $) and (p.subject_group <> $ or p.excluded_reason = $) and ($ or p.superior_id = $ or p.decider_id = $ or (p.person_id = $ and $)) and r.id is not null
  order by coalesce(r.total, -1) desc, r.person_id desc
  limit 51;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.subject_group <> $ or p.excluded_reason = $)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_petition
select p.person_id, p.unit_id, p.title, p.subject_group, p.peer_group, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.sort_name, p.is_head, p.facts, x.full_name, x.code, r.id as result_id, r.version as result_version, r.total, r.general_points, r.task_points, r.provisional_level, r.decided_level, r.decision_reason, r.reasons, r.replaces_id, r.published_at is not null as result_published, exists (select
  from evaluation_petition t
  where t.tenant_id = $ and t.result_id = r.id and t.status = 'open') as open_petition, (select count(*)::int
  from evaluation_early_response e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as early_responses
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = $ and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id = $ and (p.subject_group <> $ or p.excluded_reason = $) and ($ or p.superior_id = $ or p.decider_id = $ or (p.person_id = $ and $)) and r.id is not null
  order by coalesce(r.total, -1) desc, r.person_id desc
  limit 51;

-- evaluation_petition
select t.id, t.result_id, t.campaign_id, c.name as campaign_name, c.scope_unit_id, t.person_id, p.decider_id, t.text, t.filed_at, t.due_on, t.status, t.answer, t.answered_by, t.answered_at, t.version
  from evaluation_petition as t
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = t.campaign_id
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = t.campaign_id and p.person_id = t.person_id
  where t.tenant_id = $
  order by t.filed_at desc, t.id desc
  limit 51;

-- evaluation_petition
select t.id, t.result_id, t.campaign_id, c.name as campaign_name, c.scope_unit_id, t.person_id, p.decider_id, t.text, t.filed_at, t.due_on, t.status, t.answer, t.answered_by, t.answered_at, t.version
  from evaluation_petition as t
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = t.campaign_id
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = t.campaign_id and p.person_id = t.person_id
  where t.tenant_id = $ and (t.person_id = $ or p.decider_id = $ or c.scope_unit_id = any($::uuid[]) or (t.status = 'open' and t.due_on < $::date and p.decider_id = any($::uuid[])))
  order by t.filed_at desc, t.id desc
  limit 51;

-- evaluation_petition
select t.id, t.result_id, t.campaign_id, c.name as campaign_name, c.scope_unit_id, t.person_id, p.decider_id, t.text, t.filed_at, t.due_on, t.status, t.answer, t.answered_by, t.answered_at, t.version
  from evaluation_petition as t
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = t.campaign_id
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = t.campaign_id and p.person_id = t.person_id
  where t.tenant_id = $ and t.result_id in ($)
  order by t.filed_at desc;

-- evaluation_petition
update evaluation_petition
  set status = $, answer = $, answered_by = $, answered_at = $, replacing_result_id = $, version = $
  where tenant_id = $ and id = $;

-- evaluation_petition
update evaluation_petition
  set status = $, answer = $, answered_by = $, answered_at = $, version = $
  where tenant_id = $ and id = $;

-- evaluation_product
insert into evaluation_product (tenant_id, id, catalogue_id, code, name, folded_name, part, unit_id, field, unit_of_count, complexity_group, points, coefficient, status, decision_number) select $::uuid, r.id, $::uuid, r.code, r.name, r.folded_name, r.part, r.unit_id, r.field, r.unit_of_count, r.complexity_group, r.points, r.coefficient, r.status, r.decision_number
  from jsonb_to_recordset($::jsonb) as r (id uuid, code text, name text, folded_name text, part text, unit_id uuid, field text, unit_of_count text, complexity_group text, points numeric, coefficient text, status text, decision_number text)
  on conflict (tenant_id, catalogue_id, code) do update
  set name = excluded.name, folded_name = excluded.folded_name, part = excluded.part, unit_id = excluded.unit_id, field = excluded.field, unit_of_count = excluded.unit_of_count, complexity_group = excluded.complexity_group, points = excluded.points, coefficient = excluded.coefficient, status = excluded.status, decision_number = excluded.decision_number, version = evaluation_product.version + 1;

-- evaluation_product
select *
  from evaluation_product
  where tenant_id = $ and catalogue_id = $
  order by code;

-- evaluation_product
select *
  from evaluation_product
  where tenant_id = $ and catalogue_id = $ and folded_name like $
  order by code
  limit 51;

-- evaluation_product
select status, count(*) as count
  from evaluation_product
  where tenant_id = $ and catalogue_id = $
  group by status;

-- evaluation_rater
delete
  from evaluation_rater
  where tenant_id = $ and campaign_id = $ and not (person_id = any($::uuid[]));

-- evaluation_rating
select s.person_id, s.rater_person_id, s.kind, s.points, p.subject_group
  from evaluation_rating as s
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = s.campaign_id and p.person_id = s.person_id
  where s.tenant_id = $ and s.campaign_id = $ and s.submitted_at is not null and p.excluded_reason = $;

-- evaluation_reminder
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version, x.full_name, x.code, s.submitted_at as self_submitted, t.submitted_at as superior_submitted, (select max(m.sent_at)
  from evaluation_reminder m
  where m.tenant_id = $ and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id) as reminded_at
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $
  left join evaluation_sheet as t on t.tenant_id = $ and t.campaign_id = p.campaign_id and t.person_id = p.person_id and t.rater = $
  where p.tenant_id = $ and p.campaign_id = $
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_reminder
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version, x.full_name, x.code, s.submitted_at as self_submitted, t.submitted_at as superior_submitted, (select max(m.sent_at)
  from evaluation_reminder m
  where m.tenant_id = $ and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id) as reminded_at
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $
  left join evaluation_sheet as t on t.tenant_id = $ and t.campaign_id = p.campaign_id and t.person_id = p.person_id and t.rater = $
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_reminder
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version, x.full_name, x.code, s.submitted_at as self_submitted, t.submitted_at as superior_submitted, (select max(m.sent_at)
  from evaluation_reminder m
  where m.tenant_id = $ and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id) as reminded_at
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $
  left join evaluation_sheet as t on t.tenant_id = $ and t.campaign_id = p.campaign_id and t.person_id = p.person_id and t.rater = $
  where p.tenant_id = $ and p.campaign_id = $ and (p.person_id = $ or p.superior_id = $ or p.decider_id = $) and p.excluded_reason = $ and p.status in ($)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_reminder
select p.person_id, p.unit_id, p.post_id, p.title, p.subject_group, p.peer_group, p.is_head, p.variants, p.superior_id, p.decider_id, p.excluded_reason, p.status, p.facts, p.facts_note, p.adjusted, p.sort_name, p.version, x.full_name, x.code, s.submitted_at as self_submitted, t.submitted_at as superior_submitted, (select max(m.sent_at)
  from evaluation_reminder m
  where m.tenant_id = $ and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id) as reminded_at
  from evaluation_participant as p
  inner join organisation_person as x on x.tenant_id = $ and x.id = p.person_id
  left join evaluation_sheet as s on s.tenant_id = $ and s.campaign_id = p.campaign_id and s.person_id = p.person_id and s.rater = $
  left join evaluation_sheet as t on t.tenant_id = $ and t.campaign_id = p.campaign_id and t.person_id = p.person_id and t.rater = $
  where p.tenant_id = $ and p.campaign_id = $ and p.excluded_reason = $ and p.status in ($)
  order by p.sort_name, p.person_id
  limit 51;

-- evaluation_reminder
select r.campaign_id, r.kind, cast(count(*) as integer) as count, (select max(m.sent_at) as at
  from evaluation_reminder as m
  where m.tenant_id = $ and m.person_id = $ and m.campaign_id = r.campaign_id and m.rater_kind = r.kind) as reminded_at
  from evaluation_rater as r
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = r.campaign_id and p.person_id = r.person_id
  where r.tenant_id = $ and r.rater_person_id = $ and r.status = $ and r.campaign_id in ($) and p.excluded_reason = $
  group by r.campaign_id, r.kind
  order by r.campaign_id, r.kind;

-- evaluation_reminder
select t.campaign_id, c.name, t.person_id, t.result_id, t.due_on, (select max(m.sent_at) as at
  from evaluation_reminder as m
  where m.tenant_id = $ and m.person_id = $ and m.campaign_id = t.campaign_id and m.about_person_id = t.person_id and m.sent_at >= t.filed_at) as reminded_at
  from evaluation_petition as t
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = t.campaign_id and p.person_id = t.person_id
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = t.campaign_id
  where t.tenant_id = $ and t.status = $ and p.decider_id = $;

-- evaluation_response
insert into evaluation_response (tenant_id, id, result_id, text, given_at)
  values ($, …);

-- evaluation_response
select text, given_at
  from evaluation_response
  where tenant_id = $ and result_id in ($)
  order by given_at;

-- evaluation_result
delete
  from evaluation_result
  where tenant_id = $ and campaign_id = $ and person_id = any($::uuid[]) and published_at is null;

-- evaluation_result
insert into evaluation_result (tenant_id, campaign_id, computed_at, id, person_id, exact_total, total, general_points, task_points, provisional_level, input, derivation, reasons) select $::uuid, $::uuid, $::timestamptz, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, person_id uuid, exact_total text, total numeric, general_points numeric, task_points numeric, provisional_level text, input jsonb, derivation jsonb, reasons jsonb);

-- evaluation_result
insert into evaluation_result (tenant_id, id, campaign_id, person_id, replaces_id, exact_total, total, general_points, task_points, provisional_level, decided_level, decision_reason, decided_by, decided_at, input, derivation, reasons, computed_at, published_at)
  values ($, …);

-- evaluation_result
select c.id, c.name, c.period_kind, c.period_from, c.period_to, r.total, r.provisional_level, r.decided_level, r.published_at
  from evaluation_result as r
  inner join evaluation_campaign as c on c.tenant_id = $ and c.id = r.campaign_id
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = r.campaign_id and p.person_id = r.person_id
  where r.tenant_id = $ and r.person_id = $ and r.replaced_by is null and r.published_at is not null
  order by c.period_from desc, c.id desc;

-- evaluation_result
select id
  from evaluation_result
  where tenant_id = $ and campaign_id = $ and person_id in ($, …) and replaced_by is null
  order by id for no key update;

-- evaluation_result
select id, campaign_id, person_id, replaces_id, replaced_by, exact_total, total, general_points, task_points, provisional_level, decided_level, decision_reason, decided_by, decided_at, reasons, published_at, version
  from evaluation_result
  where tenant_id = $ and campaign_id = $ and person_id = $
  order by id desc;

-- evaluation_result
select id, campaign_id, person_id, replaces_id, replaced_by, exact_total, total, general_points, task_points, provisional_level, decided_level, decision_reason, decided_by, decided_at, reasons, published_at, version
  from evaluation_result
  where tenant_id = $ and campaign_id = $ and person_id in ($, …) and replaced_by is null;

-- evaluation_result
select id, campaign_id, replaces_id, exact_total, total, general_points, task_points, provisional_level, decided_level, decision_reason, decided_by, decided_at, published_at, person_id
  from evaluation_result
  where tenant_id = $ and campaign_id = $ and published_at = $ and replaced_by is null
  order by id;

-- evaluation_result
select id, campaign_id, replaces_id, exact_total, total, general_points, task_points, provisional_level, decided_level, decision_reason, decided_by, decided_at, published_at, person_id
  from evaluation_result
  where tenant_id = $ and id = $
  order by id;

-- evaluation_result
select input, derivation
  from evaluation_result
  where tenant_id = $ and id = $;

-- evaluation_result
select r.decided_level, r.provisional_level, p.unit_id, p.peer_group
  from evaluation_result as r
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = r.campaign_id and p.person_id = r.person_id
  where r.tenant_id = $ and r.campaign_id = $ and r.replaced_by is null and p.excluded_reason = $;

-- evaluation_result
update evaluation_result
  set published_at = $, version = version + 1
  where tenant_id = $ and campaign_id = $ and published_at is null and decided_level is not null;

-- evaluation_result
update evaluation_result
  set replaced_by = $
  where tenant_id = $ and id = $;

-- evaluation_result
update evaluation_result as r
  set decided_level = d.level, decision_reason = d.reason, decided_by = $, decided_at = $, version = r.version + 1
  from jsonb_to_recordset($::jsonb) as d(id uuid, person_id uuid, level text, reason text)
  where r.tenant_id = $ and r.campaign_id = $ and r.id = d.id and r.published_at is null;

-- evaluation_rulebook
insert into evaluation_rulebook (tenant_id, id, version, hash, source, pinned_at)
  values ($, …)
  on conflict (tenant_id, id, version) do nothing;

-- evaluation_rulebook
select hash
  from evaluation_rulebook
  where tenant_id = $ and id = $ and version = $;

-- evaluation_rulebook_edition
select distinct rulebook_id, basis_id
  from evaluation_rulebook_edition
  where tenant_id = $;

-- evaluation_sheet
insert into evaluation_sheet (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, strengths, weaknesses, comment, submitted_at, saved_at) select $::uuid, $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(person_id uuid, rater text, rater_person_id uuid, points jsonb, judgements jsonb, strengths text, weaknesses text, comment text, submitted_at timestamptz, saved_at timestamptz)
  where exists (select
  from evaluation_participant p
  where p.tenant_id = $ and p.campaign_id = $ and p.person_id = r.person_id and p.excluded_reason = '');

-- evaluation_sheet
select *
  from evaluation_sheet
  where tenant_id = $ and campaign_id = $ and person_id = $ and rater in ($, …)
  order by rater;

-- evaluation_sheet
select p.campaign_id, p.person_id, p.status, p.superior_id, p.decider_id, r.id as result_id, (select t.submitted_at
  from evaluation_sheet as t
  where t.tenant_id = $ and t.campaign_id = p.campaign_id and t.person_id = p.person_id and t.rater = $) as points_sent, exists (select e.id
  from evaluation_early_response as e
  where e.tenant_id = $ and e.campaign_id = p.campaign_id and e.person_id = p.person_id) as responded, exists (select b.id
  from evaluation_sheet_return as b
  where b.tenant_id = $ and b.campaign_id = p.campaign_id and b.person_id = p.person_id and b.rater = $) as returned, (select max(m.sent_at) as at
  from evaluation_reminder as m
  where m.tenant_id = $ and m.person_id = $ and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id) as reminded_at
  from evaluation_participant as p
  left join evaluation_result as r on r.tenant_id = $ and r.campaign_id = p.campaign_id and r.person_id = p.person_id and r.replaced_by is null
  where p.tenant_id = $ and p.campaign_id in ($, …) and p.excluded_reason = $ and ((p.person_id = $ and p.status in ($, …)) or (p.superior_id = $ and p.status = $) or (p.decider_id = $ and p.status = $));

-- evaluation_sheet
select person_id, rater, points, judgements, lists
  from evaluation_sheet
  where tenant_id = $ and campaign_id = $ and person_id in ($) and rater in ($, …);

-- evaluation_sheet
select person_id, rater, points, judgements, lists
  from evaluation_sheet
  where tenant_id = $ and campaign_id = $ and person_id in ($, …) and rater in ($, …);

-- evaluation_sheet
select s.person_id, s.rater_person_id, s.rater as kind, s.points, p.subject_group
  from evaluation_sheet as s
  inner join evaluation_participant as p on p.tenant_id = $ and p.campaign_id = s.campaign_id and p.person_id = s.person_id
  where s.tenant_id = $ and s.campaign_id = $ and s.submitted_at is not null and s.rater in ($, …) and p.excluded_reason = $;

-- evaluation_sheet_return
select returned_at, returned_by, reason
  from evaluation_sheet_return
  where tenant_id = $ and campaign_id = $ and person_id = $ and rater in ($)
  order by returned_at desc
  limit $;

-- evaluation_sheet_return
select returned_at, returned_by, reason
  from evaluation_sheet_return
  where tenant_id = $ and campaign_id = $ and person_id = $ and rater in ($, …)
  order by returned_at desc
  limit $;

-- evaluation_task
insert into evaluation_task (tenant_id, id, person_id, unit_id, product_id, title, coefficient, origin, month, assigned, deadline, assigned_by, assigned_at, received_from_task, status, completed, completed_on, result_note, quality_faults, late_events, quality_excused, late_excused, excuse_reason, excused_by, judged_by, closing_reason) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r (id uuid, person_id uuid, unit_id uuid, product_id uuid, title text, coefficient text, origin text, month date, assigned integer, deadline date, assigned_by uuid, assigned_at timestamptz, received_from_task uuid, status text, completed integer, completed_on date, result_note text, quality_faults integer, late_events integer, quality_excused boolean, late_excused boolean, excuse_reason text, excused_by uuid, judged_by uuid, closing_reason text);

-- evaluation_task
select id, received_from_task as
  from
  from evaluation_task
  where tenant_id = $ and received_from_task is not null;

-- evaluation_task
select t.id, t.person_id, t.title, q.code, t.coefficient, t.origin, t.status, t.assigned, t.completed, t.quality_faults, t.late_events, t.quality_excused, t.late_excused
  from evaluation_task as t
  left join evaluation_product as q on q.tenant_id = $ and q.id = t.product_id
  where t.tenant_id = $ and t.person_id in ($) and t.month >= $ and t.month <= $ and t.status not in ($, …)
  order by t.person_id, t.month, t.id;

-- evaluation_task
select t.id, t.person_id, t.title, q.code, t.coefficient, t.origin, t.status, t.assigned, t.completed, t.quality_faults, t.late_events, t.quality_excused, t.late_excused
  from evaluation_task as t
  left join evaluation_product as q on q.tenant_id = $ and q.id = t.product_id
  where t.tenant_id = $ and t.person_id in ($, …) and t.month >= $ and t.month <= $ and t.status not in ($, …)
  order by t.person_id, t.month, t.id;

-- evaluation_task
select t.id, t.title, t.deadline
  from evaluation_task as t
  where t.tenant_id = $ and t.person_id = $ and t.status = $ and not exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[]))
  order by t.deadline, t.id
  limit $;

-- evaluation_task
select t.id, t.title, t.person_id, t.month, (t.month + interval '1 month' - interval '1 day')::date as ended
  from evaluation_task as t
  where t.tenant_id = $ and (t.month + interval '1 month' - interval '1 day')::date < $
  order by t.month;

-- evaluation_task
select t.person_id, t.status, count(*) as count, min(t.deadline) as due, min(cast(t.id as text)) as task_id, min(t.title) as title
  from evaluation_task as t
  where t.tenant_id = $ and t.person_id <> $ and (t.person_id = any($::uuid[]) or exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.superior_id = $ and x.person_id = t.person_id and c.period_from <= t.month and c.period_to > t.month and c.status not in ('draft', 'cancelled'))) and t.status in ($, …) and not exists ( select
  from evaluation_participant x
  join evaluation_campaign c on c.tenant_id = $ and c.id = x.campaign_id
  where x.tenant_id = $ and x.person_id = t.person_id and x.excluded_reason = '' and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any($::text[]))
  group by t.person_id, t.status;

-- evaluation_unit_campaign
select c.id, c.name, c.published_at, c.period_to
  from evaluation_unit_campaign as c
  where c.tenant_id = $ and c.status in ($, …) and exists (select f.unit_id
  from evaluation_unit_file as f
  where f.tenant_id = $ and f.campaign_id = c.id)
  order by c.period_to;

-- evaluation_unit_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.self_due, c.decide_due
  from evaluation_unit_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $ and c.period_kind = $ and c.period_from = $ and c.period_to = $ and c.status in ($, …);

-- evaluation_unit_campaign
select c.id, c.version, c.name, c.status, c.rulebook_id, c.rulebook_version, r.hash, c.settings, c.period_kind, c.period_from, c.period_to, c.scope_unit_id, c.self_due, c.decide_due
  from evaluation_unit_campaign as c
  inner join evaluation_rulebook as r on r.tenant_id = $ and r.id = c.rulebook_id and r.version = c.rulebook_version
  where c.tenant_id = $ and c.status = $;

-- evaluation_unit_level
select unit_id, level
  from evaluation_unit_level
  where tenant_id = $ and campaign_id = $;

-- evaluation_unit_level
select unit_id, level, note, version
  from evaluation_unit_level
  where tenant_id = $ and campaign_id = $;
