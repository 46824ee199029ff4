-- What the program sends, printed by `npm run generate` for review; the store functions are the source.

-- organisation_absence
insert into organisation_absence (tenant_id, id, person_id, kind, valid_from, valid_to, decision_number) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, person_id uuid, kind text, valid_from date, valid_to date, decision_number text);

-- organisation_absence
select *
  from organisation_absence
  where tenant_id = $ and person_id = any($::uuid[]) and valid_from <= $ and valid_to >= $
  order by valid_from;

-- organisation_absence
select a.id, a.valid_from, a.valid_to, a.person_id
  from organisation_absence as a
  where a.tenant_id = $ and a.valid_to < $
  order by a.valid_to;

-- organisation_absence
select id, version, person_id, kind, valid_from, valid_to, decision_number
  from organisation_absence
  where tenant_id = $ and person_id = $
  order by valid_from desc;

-- organisation_holding
insert into organisation_holding (tenant_id, id, person_id, post_id, status, is_primary, valid_from, valid_to, decision_number, decision_date, version) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, person_id uuid, post_id uuid, status text, is_primary boolean, valid_from date, valid_to date, decision_number text, decision_date date, version int)
  on conflict (tenant_id, id) do update
  set person_id = excluded.person_id, post_id = excluded.post_id, status = excluded.status, is_primary = excluded.is_primary, valid_from = excluded.valid_from, valid_to = excluded.valid_to, decision_number = excluded.decision_number, decision_date = excluded.decision_date, version = excluded.version;

-- organisation_holding
select *
  from (select *
  from (select distinct on (x.id) x.id, x.code, x.full_name, x.sort_name, x.folded_name, p.title, s.name as unit, u.username, u.id as user_id
  from organisation_holding h
  join organisation_person x on x.tenant_id = $ and x.id = h.person_id
  join organisation_post p on p.tenant_id = $ and p.id = h.post_id
  join organisation_unit_span s on s.tenant_id = $ and s.unit_id = p.unit_id and s.valid_from <= $ and coalesce(s.valid_to, 'infinity') >= $
  left join accounts_user u on u.tenant_id = $ and u.person_id = x.id
  where h.tenant_id = $ and h.valid_from <= $ and coalesce(h.valid_to, 'infinity') >= $
  order by x.id, h.is_primary desc, h.valid_from) as l
  where ($::text is null or l.folded_name like $) and ($ = 'all' or ($ = 'with') = (l.username is not null)) and ($::text is null or (l.sort_name, l.id) > ($, …::uuid))
  order by l.sort_name, l.id
  limit $) as found
  order by sort_name, id;

-- organisation_holding
select h.id, h.person_id, x.code as person_code, x.full_name, x.sort_name, h.post_id, p.code as post_code, p.title, p.role, p.is_leader, p.public_contact, p.peer_group, p.unit_id, h.status, h.is_primary, h.valid_from, h.valid_to
  from organisation_holding as h
  inner join organisation_post as p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = $
  inner join organisation_person as x on x.tenant_id = h.tenant_id and x.id = h.person_id and x.tenant_id = $
  where h.tenant_id = $ and h.valid_from <= $ and (h.valid_to is null or h.valid_to >= $)
  order by x.sort_name, h.id;

-- organisation_holding
select h.id, h.person_id, x.code as person_code, x.full_name, x.sort_name, h.post_id, p.code as post_code, p.title, p.role, p.is_leader, p.public_contact, p.peer_group, p.unit_id, h.status, h.is_primary, h.valid_from, h.valid_to
  from organisation_holding as h
  inner join organisation_post as p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = $
  inner join organisation_person as x on x.tenant_id = h.tenant_id and x.id = h.person_id and x.tenant_id = $
  where h.tenant_id = $ and h.valid_from <= $ and (h.valid_to is null or h.valid_to >= $) and h.person_id in ($, …)
  order by x.sort_name, h.id;

-- organisation_holding
select h.id, h.person_id, x.code as person_code, x.full_name, x.sort_name, h.post_id, p.code as post_code, p.title, p.role, p.is_leader, p.public_contact, p.peer_group, p.unit_id, h.status, h.is_primary, h.valid_from, h.valid_to
  from organisation_holding as h
  inner join organisation_post as p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = $
  inner join organisation_person as x on x.tenant_id = h.tenant_id and x.id = h.person_id and x.tenant_id = $
  where h.tenant_id = $ and h.valid_from <= $ and (h.valid_to is null or h.valid_to >= $) and p.unit_id in ($, …)
  order by x.sort_name, h.id;

-- organisation_holding
select id, version, person_id, post_id, status, is_primary, valid_from, valid_to, decision_number, decision_date
  from organisation_holding
  where tenant_id = $ and person_id in ($)
  order by valid_from, id;

-- organisation_holding
select p.id, p.unit_id, p.role
  from organisation_holding as h
  inner join organisation_post as p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = $
  where h.tenant_id = $ and h.person_id = $ and h.valid_from <= $ and (h.valid_to is null or h.valid_to >= $);

-- organisation_holding
select person_id, min(valid_from) as since
  from organisation_holding
  where tenant_id = $ and person_id = any($::uuid[])
  group by person_id;

-- organisation_identity
select person_id, kind, version, sealed
  from organisation_identity
  where tenant_id = $ and person_id = $
  order by person_id, kind desc;

-- organisation_import
select id, file_name, status, uploaded_at
  from organisation_import
  where tenant_id = $ and uploaded_at < $::timestamp at time zone 'Asia/Ho_Chi_Minh'
  order by uploaded_at;

-- organisation_person
insert into organisation_person (tenant_id, id, code, full_name, sort_name, folded_name, sex, birth_date, version) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, code text, full_name text, sort_name text, folded_name text, sex text, birth_date date, version int)
  on conflict (tenant_id, id) do update
  set code = excluded.code, full_name = excluded.full_name, sort_name = excluded.sort_name, folded_name = excluded.folded_name, sex = excluded.sex, birth_date = excluded.birth_date, version = excluded.version;

-- organisation_person
select id, code, version, full_name, sex, birth_date
  from organisation_person
  where tenant_id = $ and id in ($)
  order by sort_name, id;

-- organisation_person
select id, full_name, code, sort_name
  from organisation_person
  where tenant_id = $ and id in ($);

-- organisation_person
select id, full_name, code, sort_name
  from organisation_person
  where tenant_id = $ and id in ($, …);

-- organisation_person
select p.id, p.full_name, max(h.valid_to) as ended
  from organisation_person as p
  inner join organisation_holding as h on h.tenant_id = $ and h.person_id = p.id
  where p.tenant_id = $
  group by p.id, p.full_name having max(coalesce(h.valid_to, 'infinity')) < $
  order by ended;

-- organisation_person
select x.id, x.code, x.full_name
  from organisation_person as x
  where x.tenant_id = $ and (x.folded_name like $ or lower(x.code) = $) and (x.folded_name like $ or lower(x.code) = $)
  order by case when lower(x.code) = $ then 0 when ' ' || lower(x.full_name collate vi-x-icu) || ' ' like $ then 1 when lower(x.full_name collate vi-x-icu) like $ then 2 when x.folded_name like $ then 3 else 4 end, x.sort_name, x.id
  limit $;

-- organisation_person
select x.id, x.code, x.full_name, x.sort_name
  from organisation_person as x
  where x.tenant_id = $ and (x.folded_name like $ or lower(x.code) = $)
  order by x.sort_name, x.id
  limit 51;

-- organisation_post
insert into organisation_post (tenant_id, id, code, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from, valid_to, version) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, code text, unit_id uuid, title text, role text, is_leader boolean, public_contact boolean, peer_group text, places int, valid_from date, valid_to date, version int)
  on conflict (tenant_id, id) do update
  set code = excluded.code, unit_id = excluded.unit_id, title = excluded.title, role = excluded.role, is_leader = excluded.is_leader, public_contact = excluded.public_contact, peer_group = excluded.peer_group, places = excluded.places, valid_from = excluded.valid_from, valid_to = excluded.valid_to, version = excluded.version;

-- organisation_post
select id, code, version, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from, valid_to
  from organisation_post
  where tenant_id = $ and id in ($)
  order by code;

-- organisation_post
select id, code, version, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from, valid_to
  from organisation_post
  where tenant_id = $ and id in ($, …)
  order by code;

-- organisation_post
select id, code, version, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from, valid_to
  from organisation_post
  where tenant_id = $ and unit_id in ($)
  order by code;

-- organisation_structure
insert into organisation_structure (tenant_id, version)
  values ($, …)
  on conflict (tenant_id) do update
  set version = organisation_structure.version + 1
  returning version;

-- organisation_unit
insert into organisation_unit (tenant_id, id, code, version) select $::uuid, r.id, r.code, r.version
  from jsonb_to_recordset($::jsonb) as r(id uuid, code text, version int)
  on conflict (tenant_id, id) do update
  set code = excluded.code, version = excluded.version;

-- organisation_unit
select id, code, version
  from organisation_unit
  where tenant_id = $
  order by code;

-- organisation_unit_change
insert into organisation_unit_change (tenant_id, id, kind, effective_on, document_number, document_date, note)
  values ($, …);

-- organisation_unit_change
select c.id, c.kind, c.effective_on, c.document_number, c.document_date, c.note
  from organisation_unit_change as c
  where c.tenant_id = $ and c.id in (select u.change_id
  from organisation_unit_change_unit as u
  where u.tenant_id = $ and u.unit_id = $)
  order by c.effective_on desc, c.id desc;

-- organisation_unit_change_unit
insert into organisation_unit_change_unit (tenant_id, change_id, unit_id, side)
  values ($, …);

-- organisation_unit_change_unit
select change_id, unit_id, side
  from organisation_unit_change_unit
  where tenant_id = $ and change_id in ($);

-- organisation_unit_span
delete
  from organisation_unit_span
  where tenant_id = $ and unit_id in (select value::uuid
  from jsonb_array_elements_text($::jsonb));

-- organisation_unit_span
insert into organisation_unit_span (tenant_id, id, unit_id, parent_id, name, folded_name, short_name, kind, level, valid_from, valid_to) select $::uuid, r.*
  from jsonb_to_recordset($::jsonb) as r(id uuid, unit_id uuid, parent_id uuid, name text, folded_name text, short_name text, kind text, level text, valid_from date, valid_to date);

-- organisation_unit_span
select unit_id, name, valid_from
  from organisation_unit_span
  where tenant_id = $ and unit_id in ($)
  order by unit_id, valid_from;

-- organisation_unit_span
select unit_id, name, valid_from
  from organisation_unit_span
  where tenant_id = $ and unit_id in ($, …)
  order by unit_id, valid_from;

-- organisation_unit_span
select unit_id, parent_id, name, short_name, kind, level, valid_from, valid_to
  from organisation_unit_span
  where tenant_id = $
  order by valid_from;
