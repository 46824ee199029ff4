-- Organisations rated before their heads (articles 5–9), and what somebody says before the decision on them.

create table evaluation_unit_campaign (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (name <> ''),
  rulebook_id text not null,
  rulebook_version text not null,
  settings jsonb not null,
  period_kind text not null check (period_kind in ('month', 'quarter', 'year')),
  period_from date not null,
  period_to date not null,
  scope_unit_id uuid not null,
  status text not null check (status in ('draft', 'running', 'published', 'closed', 'cancelled')),
  self_due date not null,
  decide_due date not null,
  opened_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_unit_campaign_rulebook_fk foreign key (tenant_id, rulebook_id, rulebook_version) references evaluation_rulebook (tenant_id, id, version),
  constraint evaluation_unit_campaign_period_ck check (period_to > period_from),
  constraint evaluation_unit_campaign_due_ck check (self_due <= decide_due)
);
comment on table evaluation_unit_campaign is 'A round of rating organisations (đợt đánh giá, xếp loại tổ chức) of one period under one pinned rulebook';
-- Rounds of a period, and the newest first.
create index evaluation_unit_campaign_period_ix on evaluation_unit_campaign (tenant_id, period_from desc, id desc);
create index evaluation_unit_campaign_rulebook_ix on evaluation_unit_campaign (tenant_id, rulebook_id, rulebook_version);

create table evaluation_unit_file (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  name text not null check (name <> ''),
  position integer not null,
  depth integer not null,
  subject_group text not null,
  self_id uuid,
  recogniser_id uuid,
  excluded_reason text not null default '',
  adjusted text[] not null default '{}',
  status text not null check (status in ('waiting', 'self_scoring', 'scoring', 'scored', 'decided', 'published')),
  version integer not null default 1,
  primary key (tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_file_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_unit_campaign (tenant_id, id),
  constraint evaluation_unit_file_self_ck check (self_id <> recogniser_id)
);
comment on table evaluation_unit_file is 'An organisation rated in a round, placed in the tree as it stood on the day it was resolved';
comment on column evaluation_unit_file.parent_id is 'The unit above within the round; lower organisations are decided before higher ones (article 9.1)';
comment on column evaluation_unit_file.self_id is 'Who fills in the organisation''s own sheet: its head';
comment on column evaluation_unit_file.recogniser_id is 'Who scores and recognises (cấp có thẩm quyền công nhận, article 5): the head above';
comment on column evaluation_unit_file.adjusted is 'What was set by hand and survives another resolution: self, recogniser, excluded';
create index evaluation_unit_file_unit_ix on evaluation_unit_file (tenant_id, unit_id, campaign_id);
-- What waits for this person?
create index evaluation_unit_file_self_ix on evaluation_unit_file (tenant_id, self_id, campaign_id);
create index evaluation_unit_file_recogniser_ix on evaluation_unit_file (tenant_id, recogniser_id, campaign_id);

create table evaluation_unit_sheet (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  unit_id uuid not null,
  rater text not null check (rater in ('self', 'recogniser')),
  rater_person_id uuid not null,
  points jsonb not null default '{}',
  facts jsonb not null default '{}',
  lists jsonb not null default '{}',
  comment text not null default '',
  proposed_level text,
  submitted_at timestamptz,
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, unit_id, rater),
  constraint evaluation_unit_sheet_file_fk foreign key (tenant_id, campaign_id, unit_id) references evaluation_unit_file (tenant_id, campaign_id, unit_id)
);
comment on table evaluation_unit_sheet is 'One side''s sheet on an organisation: points, and the facts its level depends on. A missing key is missing; nothing is inherited';
comment on column evaluation_unit_sheet.lists is 'Keyed lists of the rulebook, {"axes": {"1": {"max": "15", "percent": "95"}}}';

create table evaluation_unit_result (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  replaces_id uuid,
  replaced_by uuid,
  exact_total text check (exact_total ~ '^-?[0-9]+/[1-9][0-9]*$'),
  total numeric(9, 2),
  general_points numeric(9, 2),
  task_points numeric(9, 2),
  provisional_level text not null,
  decided_level text not null,
  decision_reason text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null,
  input jsonb not null,
  reasons jsonb not null,
  published_at timestamptz,
  primary key (tenant_id, id),
  constraint evaluation_unit_result_file_fk foreign key (tenant_id, campaign_id, unit_id) references evaluation_unit_file (tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_result_replaces_fk foreign key (tenant_id, replaces_id) references evaluation_unit_result (tenant_id, id),
  constraint evaluation_unit_result_replaced_by_fk foreign key (tenant_id, replaced_by) references evaluation_unit_result (tenant_id, id) deferrable initially deferred
);
comment on table evaluation_unit_result is 'Level decided for an organisation beside its computed score and provisional level; a published one is corrected by a replacing record';
-- One decision in force per organisation and round.
create unique index evaluation_unit_result_current_uq on evaluation_unit_result (tenant_id, campaign_id, unit_id) where replaced_by is null;
create unique index evaluation_unit_result_replaces_uq on evaluation_unit_result (tenant_id, replaces_id) where replaces_id is not null;
create index evaluation_unit_result_replaced_ix on evaluation_unit_result (tenant_id, replaced_by) where replaced_by is not null;

create table evaluation_early_response (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  text text not null check (text <> ''),
  given_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_early_response_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id)
);
comment on table evaluation_early_response is 'What the person scored says to the superior''s points before the decision (ý kiến trước khi quyết định)';
create index evaluation_early_response_participant_ix on evaluation_early_response (tenant_id, campaign_id, person_id, given_at);
