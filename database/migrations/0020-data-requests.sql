-- Requests of data subjects with their clock, and stubs in place of classified papers.

create table personal_data_request (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('access', 'correction', 'objection', 'restriction', 'deletion')),
  record_class text not null check (record_class <> ''),
  record_id text,
  record_title text not null default '',
  reason text not null check (reason <> ''),
  filed_at timestamptz not null,
  answer_due date not null,
  complete_due date not null,
  status text not null check (status in ('filed', 'accepted', 'refused', 'done', 'withdrawn')),
  answer text not null default '',
  ground text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  outcome text not null default '',
  completed_by uuid,
  completed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint personal_data_request_record_ck check ((record_id is null) = (record_title = '')),
  constraint personal_data_request_answer_ck check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer = '')),
  constraint personal_data_request_ground_ck check (status <> 'refused' or ground <> ''),
  constraint personal_data_request_status_ck check (status in ('filed', 'withdrawn') or answered_at is not null),
  constraint personal_data_request_done_ck check ((status = 'done') = (completed_at is not null) and (completed_at is null) = (completed_by is null) and (completed_at is null) = (outcome = ''))
);
comment on table personal_data_request is 'A data subject''s request about a named record (yêu cầu của chủ thể dữ liệu); answered within the working days of the terms in force when it was filed';
comment on column personal_data_request.record_id is 'The record meant, as the copy of one''s own data numbers it; null: every record of the class';
comment on column personal_data_request.ground is 'Legal ground of the answer; a refusal always has one';
comment on column personal_data_request.outcome is 'What was done, once it was';
-- What waits for an answer or for its completion?
create index personal_data_request_open_ix on personal_data_request (tenant_id, answer_due, id) where status in ('filed', 'accepted');
-- All requests, the newest first.
create index personal_data_request_recent_ix on personal_data_request (tenant_id, filed_at desc, id desc);
-- What has this person asked for?
create index personal_data_request_account_ix on personal_data_request (tenant_id, account_id, filed_at desc);

create table personal_data_classified_stub (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  about_kind text not null check (about_kind in ('task', 'campaign')),
  about_id uuid not null,
  number text not null check (number <> ''),
  issued_on date not null,
  issuer text not null check (issuer <> ''),
  secrecy text not null check (secrecy in ('confidential', 'secret', 'top_secret')),
  kept_at text not null check (kept_at <> ''),
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id)
);
comment on table personal_data_classified_stub is 'Stub in place of a classified paper (phiếu thay thế tài liệu mật), which stays outside the program. There is no column for its content or abstract, and there will be none';
comment on column personal_data_classified_stub.kept_at is 'Where the paper itself is kept: office, register, safe';
-- Which classified papers belong to this thing?
create index personal_data_classified_stub_about_ix on personal_data_classified_stub (tenant_id, about_kind, about_id) where removed_at is null;
-- Every stub, the newest first.
create index personal_data_classified_stub_recent_ix on personal_data_classified_stub (tenant_id, added_at desc, id desc);
