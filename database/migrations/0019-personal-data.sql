-- How long personal data is kept, and what is deleted when that time is over.

create table personal_data_period (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  record_class text not null check (record_class <> ''),
  months integer check (months between 1 and 1200),
  valid_from date not null,
  ground_issuer text not null check (ground_issuer <> ''),
  ground_number text not null check (ground_number <> ''),
  ground_date date not null,
  note text not null default '',
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table personal_data_period is 'Retention period (thời hạn lưu) the committee sets for a record class from a day on, with the document that sets it; never changed, followed by a newer one';
comment on column personal_data_period.months is 'Null: kept for ever (vĩnh viễn)';
create index personal_data_period_class_ix on personal_data_period (tenant_id, record_class, valid_from desc, id desc);

create table personal_data_proposal (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  record_class text not null check (record_class <> ''),
  months integer not null check (months > 0),
  ended_before date not null,
  things integer not null check (things >= 0),
  held integer not null check (held >= 0),
  oldest date,
  status text not null check (status in ('open', 'postponed', 'done', 'lapsed')),
  proposed_at timestamptz not null,
  reason text not null default '',
  postponed_until date,
  settled_by uuid,
  settled_at timestamptz,
  deleted jsonb,
  primary key (tenant_id, id),
  constraint personal_data_proposal_postponed_ck check ((status = 'postponed') = (postponed_until is not null)),
  constraint personal_data_proposal_reason_ck check (status <> 'postponed' or reason <> ''),
  constraint personal_data_proposal_deleted_ck check ((status = 'done') = (deleted is not null)),
  constraint personal_data_proposal_settled_ck check (status not in ('postponed', 'done') or (settled_by is not null and settled_at is not null))
);
comment on table personal_data_proposal is 'A proposal to delete what of a record class is past its period; a person confirms or postpones it. Counts only, nothing of the records';
comment on column personal_data_proposal.ended_before is 'What ended before this day is past its period of `months`';
comment on column personal_data_proposal.held is 'Past the period but not to be deleted yet: a petition is open, a file still names it';
comment on column personal_data_proposal.deleted is 'Rows deleted by table';
create unique index personal_data_proposal_waiting_uq on personal_data_proposal (tenant_id, record_class) where status in ('open', 'postponed');
create index personal_data_proposal_recent_ix on personal_data_proposal (tenant_id, proposed_at desc, id desc);

create table personal_data_freed_file (
  tenant_id uuid not null references tenant (id),
  file_id text not null check (file_id ~ '^[0-9a-f]{64}$'),
  freed_at timestamptz not null,
  primary key (tenant_id, file_id)
);
comment on table personal_data_freed_file is 'Files no record of this tenant names any more; the program removes each from the store once no tenant names it';
