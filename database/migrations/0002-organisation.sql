-- Organisation: units with lifetimes and lineage, posts, people, who held which post when.
-- Dates: valid_from is the first day, valid_to the last day included, null while in force.

create table organisation_structure (
  tenant_id uuid not null references tenant (id),
  version bigint not null default 0,
  primary key (tenant_id)
);
comment on table organisation_structure is 'One row per tenant, locked by every act that changes organisation data, so that two acts are judged one after the other';
comment on column organisation_structure.version is 'Counts acts; an import checked at one version is judged again when confirmed at another';

create table organisation_unit (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null check (code <> '' and length(code) <= 35),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint organisation_unit_code_uq unique (tenant_id, code)
);
comment on table organisation_unit is 'Body or unit (cơ quan, tổ chức, đơn vị); what it is called and where it belongs stands in its spans';
comment on column organisation_unit.code is 'Stable for the life of the unit and never used again; accents and case count';

create table organisation_unit_span (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  name text not null check (name <> ''),
  folded_name text not null,
  short_name text not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  level text not null check (level ~ '^[a-z_]+$'),
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, id),
  constraint organisation_unit_span_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint organisation_unit_span_parent_fk foreign key (tenant_id, parent_id) references organisation_unit (tenant_id, id),
  constraint organisation_unit_span_order_ck check (valid_to is null or valid_to >= valid_from),
  constraint organisation_unit_span_parent_ck check (parent_id <> unit_id),
  constraint organisation_unit_span_overlap_ex exclude using gist
    (tenant_id with =, unit_id with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred
);
comment on table organisation_unit_span is 'A stretch of a unit''s life during which name, kind, level and parent stay the same; the stretches of a unit follow each other without a gap';
comment on column organisation_unit_span.folded_name is 'Lower case without Vietnamese marks (đ as d), of name and short name, filled by the program, for search only';
comment on column organisation_unit_span.kind is 'Code of the module''s list of unit kinds (loại đơn vị)';
comment on column organisation_unit_span.level is 'Code of the module''s list of levels (cấp)';
-- Which units stood below this one?
create index organisation_unit_span_parent_ix on organisation_unit_span (tenant_id, parent_id);
-- Which units have this text in their name, accents or not?
create index organisation_unit_span_search_ix on organisation_unit_span using gin (folded_name gin_trgm_ops);

create table organisation_unit_change (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  effective_on date not null,
  document_number text not null,
  document_date date,
  note text not null default '',
  primary key (tenant_id, id),
  constraint organisation_unit_change_kind_ck check (kind in
    ('found', 'merge', 'absorb', 'split_off', 'divide', 'partial_move', 'rename', 'retype', 'dissolve', 'move_parent'))
);
comment on table organisation_unit_change is 'An act of reorganisation (sắp xếp tổ chức) with the document that decided it';
comment on column organisation_unit_change.effective_on is 'First day of the new state';
-- What happened to the organisation in this stretch of time?
create index organisation_unit_change_date_ix on organisation_unit_change (tenant_id, effective_on);

create table organisation_unit_change_unit (
  tenant_id uuid not null references tenant (id),
  change_id uuid not null,
  unit_id uuid not null,
  side text not null,
  primary key (tenant_id, change_id, unit_id, side),
  constraint organisation_unit_change_unit_change_fk foreign key (tenant_id, change_id) references organisation_unit_change (tenant_id, id),
  constraint organisation_unit_change_unit_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint organisation_unit_change_unit_side_ck check (side in ('predecessor', 'successor'))
);
comment on table organisation_unit_change_unit is 'Lineage: the units an act of reorganisation took from and the units it led to';
-- What was this unit before, and what became of it?
create index organisation_unit_change_unit_unit_ix on organisation_unit_change_unit (tenant_id, unit_id);

create table organisation_post (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null check (code <> '' and length(code) <= 35),
  unit_id uuid not null,
  title text not null check (title <> ''),
  role text not null,
  is_leader boolean not null,
  public_contact boolean not null,
  peer_group text not null,
  places integer not null check (places between 1 and 500),
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint organisation_post_code_uq unique (tenant_id, code),
  constraint organisation_post_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint organisation_post_role_ck check (role in ('head', 'deputy', 'member', 'staff')),
  constraint organisation_post_order_ck check (valid_to is null or valid_to >= valid_from)
);
comment on table organisation_post is 'Post or title in a unit (vị trí, chức danh)';
comment on column organisation_post.role is 'Role in the unit: head (người đứng đầu), deputy (cấp phó), member (ủy viên), staff (còn lại)';
comment on column organisation_post.is_leader is 'Holds leadership or management (chức vụ lãnh đạo, quản lý): scored with six terms';
comment on column organisation_post.public_contact is 'Regularly deals with citizens and businesses: variant of criterion II.4';
comment on column organisation_post.peer_group is 'Group of similar tasks (nhóm nhiệm vụ tương đồng) for the quota; empty when none';
comment on column organisation_post.places is 'How many people may hold it at once';
-- Which posts does this unit have?
create index organisation_post_unit_ix on organisation_post (tenant_id, unit_id);

create table organisation_person (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null check (code <> '' and length(code) <= 35),
  full_name text not null check (full_name <> ''),
  sort_name text collate "vi-x-icu" not null,
  folded_name text not null,
  sex text,
  birth_date date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint organisation_person_code_uq unique (tenant_id, code),
  constraint organisation_person_sex_ck check (sex in ('female', 'male'))
);
comment on table organisation_person is 'Person (cán bộ, công chức, viên chức, người lao động); identity is the code, never the name';
comment on column organisation_person.sex is 'Null until somebody says';
comment on column organisation_person.full_name is 'Full name in NFC';
comment on column organisation_person.sort_name is 'Given name first, then family and middle names, filled by the program; Vietnamese order';
comment on column organisation_person.folded_name is 'Lower case without Vietnamese marks (đ as d), filled by the program, for search only';
-- Who comes next in the list sorted by given name?
create index organisation_person_sort_ix on organisation_person (tenant_id, sort_name, id);
-- Whose name contains this text, accents or not?
create index organisation_person_search_ix on organisation_person using gin (folded_name gin_trgm_ops);

create table organisation_holding (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  status text not null,
  is_primary boolean not null,
  valid_from date not null,
  valid_to date,
  decision_number text not null default '',
  decision_date date,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint organisation_holding_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint organisation_holding_post_fk foreign key (tenant_id, post_id) references organisation_post (tenant_id, id),
  constraint organisation_holding_status_ck check (status in ('cadre', 'civil_servant', 'public_employee', 'part_time_worker')),
  constraint organisation_holding_order_ck check (valid_to is null or valid_to >= valid_from),
  constraint organisation_holding_overlap_ex exclude using gist
    (tenant_id with =, person_id with =, post_id with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred,
  constraint organisation_holding_primary_ex exclude using gist
    (tenant_id with =, person_id with =, daterange(valid_from, valid_to, '[]') with &&) where (is_primary) deferrable initially deferred
);
comment on table organisation_holding is 'A person holding a post over a stretch of time (giữ chức vụ), by a decision; a person may hold several at once';
comment on column organisation_holding.status is 'What the person is in law while holding the post: cadre (cán bộ), civil servant (công chức), public employee (viên chức), part-time worker (người hoạt động không chuyên trách)';
comment on column organisation_holding.is_primary is 'The person''s main post (chức vụ chính); at most one on any day';
-- Which posts has this person held?
create index organisation_holding_person_ix on organisation_holding (tenant_id, person_id, valid_from);
-- Who has held this post?
create index organisation_holding_post_ix on organisation_holding (tenant_id, post_id, valid_from);

create table organisation_absence (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date not null,
  decision_number text not null default '',
  primary key (tenant_id, id),
  constraint organisation_absence_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint organisation_absence_kind_ck check (kind in ('maternity', 'sick_leave')),
  constraint organisation_absence_order_ck check (valid_to >= valid_from),
  constraint organisation_absence_overlap_ex exclude using gist
    (tenant_id with =, person_id with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred
);
comment on table organisation_absence is 'Time away that evaluation takes into account (Decree 335/2025, article 11); both days included';
-- When was this person away?
create index organisation_absence_person_ix on organisation_absence (tenant_id, person_id, valid_from);

create table organisation_import (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  byte_size bigint not null,
  status text not null,
  phase text not null,
  done integer not null default 0,
  total integer not null default 0,
  failure text,
  counts jsonb not null default '{}',
  notices jsonb not null default '[]',
  checked_version bigint,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  beat_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (tenant_id, id),
  constraint organisation_import_status_ck check (status in ('checking', 'ready', 'refused', 'failed', 'confirmed', 'discarded')),
  constraint organisation_import_phase_ck check (phase in ('waiting', 'reading', 'comparing', 'storing_preview', 'done'))
);
comment on table organisation_import is 'A workbook sent in: checked first, stored only when confirmed';
comment on column organisation_import.file_hash is 'SHA-256 of the file';
comment on column organisation_import.done is 'Rows dealt with in the present phase, of total';
comment on column organisation_import.failure is 'Refusal code when the file as a whole could not be read';
comment on column organisation_import.counts is 'Per sheet: new, changed, unchanged, faulty rows';
comment on column organisation_import.notices is 'What was noticed about the file as a whole: unknown columns, unknown sheets, merged headers';
comment on column organisation_import.checked_version is 'organisation_structure.version the check saw';
comment on column organisation_import.beat_at is 'Last sign of life of the check; a check silent for long is started again';
-- Which imports were made lately?
create index organisation_import_recent_ix on organisation_import (tenant_id, uploaded_at desc);

create table organisation_import_file (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  bytes bytea not null,
  primary key (tenant_id, import_id),
  constraint organisation_import_file_import_fk foreign key (tenant_id, import_id) references organisation_import (tenant_id, id)
);
comment on table organisation_import_file is 'The uploaded workbook, kept only until the import is confirmed or discarded; here and not in the file store so that it goes in the same transaction';

create table organisation_import_row (
  tenant_id uuid not null references tenant (id),
  import_id uuid not null,
  sheet_no smallint not null,
  row_no integer not null,
  outcome text not null,
  cells jsonb not null,
  problems jsonb not null,
  primary key (tenant_id, import_id, sheet_no, row_no),
  constraint organisation_import_row_import_fk foreign key (tenant_id, import_id) references organisation_import (tenant_id, id),
  constraint organisation_import_row_outcome_ck check (outcome in ('new', 'changed', 'unchanged', 'faulty'))
);
comment on table organisation_import_row is 'Preview of one row of an uploaded workbook; removed when the import is confirmed or discarded';
comment on column organisation_import_row.cells is 'What stood in the columns, in the template''s order, as text';
comment on column organisation_import_row.problems is 'List of {cell, header, found, expected, code, severity}';
-- Which rows of the preview have something wrong?
create index organisation_import_row_problem_ix on organisation_import_row (tenant_id, import_id, sheet_no, row_no) where problems <> '[]';
