-- Evaluation: product catalogue, tasks and evidence, campaigns, participants, sheets, results, petitions.
-- Exact numbers are kept as text "n/d" in lowest terms beside a rounded numeric for sorting and showing.

create table evaluation_rulebook (
  tenant_id uuid not null references tenant (id),
  id text not null,
  version text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  source text not null,
  pinned_at timestamptz not null,
  primary key (tenant_id, id, version)
);
comment on table evaluation_rulebook is 'A rulebook (bộ quy định đánh giá) as it stood when a campaign first pinned it; never changed afterwards';
comment on column evaluation_rulebook.source is 'The YAML text whose hash is pinned';

create table evaluation_catalogue (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (name <> ''),
  decision_number text not null,
  decision_date date not null,
  issuer text not null,
  valid_from date not null,
  valid_to date,
  standard_product text not null,
  standard_points numeric(9, 2) not null check (standard_points > 0),
  groups jsonb not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (valid_to is null or valid_to >= valid_from),
  constraint evaluation_catalogue_groups_ck check (jsonb_array_length(groups) between 1 and 5),
  constraint evaluation_catalogue_overlap_ex exclude using gist (tenant_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table evaluation_catalogue is 'Catalogue of products and work (Danh mục sản phẩm/công việc), NĐ 335/2025 article 13; one in force on any day';
comment on column evaluation_catalogue.groups is 'At most five complexity groups [{code, name, maxPoints}], article 13.1a';

create table evaluation_product (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  catalogue_id uuid not null,
  code text not null check (code <> '' and length(code) <= 35),
  name text not null check (name <> ''),
  folded_name text not null,
  part text not null check (part in ('A', 'B.I', 'B.II')),
  unit_id uuid,
  field text not null,
  unit_of_count text not null,
  complexity_group text not null,
  points numeric(9, 2) not null check (points > 0),
  coefficient text not null check (coefficient ~ '^[1-9][0-9]*/[1-9][0-9]*$'),
  status text not null check (status in ('proposed', 'approved', 'retired')),
  decision_number text not null default '',
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_product_code_uq unique (tenant_id, catalogue_id, code),
  constraint evaluation_product_catalogue_fk foreign key (tenant_id, catalogue_id) references evaluation_catalogue (tenant_id, id)
);
comment on table evaluation_product is 'A product or piece of work with its conversion coefficient (hệ số quy đổi) to the standard product';
comment on column evaluation_product.coefficient is 'points ÷ points of the standard product, exact "n/d"; copied into each task when assigned';
comment on column evaluation_product.status is 'proposed: new work outside the catalogue waiting for approval, article 13.3';
-- Which products have this in their name?
create index evaluation_product_search_ix on evaluation_product using gin (folded_name gin_trgm_ops);
-- Products of the catalogue in order of code.
create index evaluation_product_catalogue_ix on evaluation_product (tenant_id, catalogue_id, code);

create table evaluation_task (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  product_id uuid,
  title text not null check (title <> ''),
  coefficient text not null check (coefficient ~ '^[1-9][0-9]*/[1-9][0-9]*$'),
  origin text not null check (origin in ('assigned', 'received', 'ad_hoc')),
  month date not null check (extract(day from month) = 1),
  assigned integer not null check (assigned between 1 and 100000),
  deadline date not null,
  assigned_by uuid,
  assigned_at timestamptz not null,
  received_from_task uuid,
  status text not null check (status in ('proposed', 'open', 'reported', 'confirmed', 'handed_back', 'cancelled')),
  completed integer not null default 0 check (completed >= 0),
  completed_on date,
  result_note text not null default '',
  quality_faults integer not null default 0 check (quality_faults between 0 and 1000),
  late_events integer not null default 0 check (late_events between 0 and 1000),
  quality_excused boolean not null default false,
  late_excused boolean not null default false,
  excuse_reason text not null default '',
  excused_by uuid,
  judged_by uuid,
  closing_reason text not null default '',
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_task_product_fk foreign key (tenant_id, product_id) references evaluation_product (tenant_id, id),
  constraint evaluation_task_received_fk foreign key (tenant_id, received_from_task) references evaluation_task (tenant_id, id),
  constraint evaluation_task_completed_ck check (completed <= assigned),
  constraint evaluation_task_received_ck check ((origin = 'received') = (received_from_task is not null)),
  constraint evaluation_task_excuse_ck check (not (quality_excused or late_excused) or (excused_by is not null and excuse_reason <> ''))
);
comment on table evaluation_task is 'A task tied to a product (nhiệm vụ gắn với sản phẩm/công việc), NĐ 335/2025 article 18';
comment on column evaluation_task.coefficient is 'Frozen when assigned: a later change of the catalogue does not touch it';
comment on column evaluation_task.month is 'First day of the month that holds its deadline: the period it counts in';
comment on column evaluation_task.status is 'handed_back stays in the assigned quantity and earns nothing (article 18.1d); cancelled counts nowhere; proposed: ad-hoc work waiting for the superior';
-- What does this person have in this month?
create index evaluation_task_person_ix on evaluation_task (tenant_id, person_id, month, id);
-- What does this unit have in this month?
create index evaluation_task_unit_ix on evaluation_task (tenant_id, unit_id, month, id);
create index evaluation_task_product_ix on evaluation_task (tenant_id, product_id);
-- A handed-back task is taken over once: counted twice it would earn twice.
create unique index evaluation_task_received_uq on evaluation_task (tenant_id, received_from_task) where received_from_task is not null and status <> 'cancelled';
create index evaluation_task_received_ix on evaluation_task (tenant_id, received_from_task) where received_from_task is not null;

create table evaluation_evidence (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  task_id uuid not null,
  kind text not null check (kind in ('file', 'link')),
  file_id text,
  address text,
  name text not null check (name <> ''),
  media_type text not null default '',
  size bigint not null default 0,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  constraint evaluation_evidence_task_fk foreign key (tenant_id, task_id) references evaluation_task (tenant_id, id),
  constraint evaluation_evidence_file_fk foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  constraint evaluation_evidence_kind_ck check ((kind = 'file') = (file_id is not null) and (kind = 'link') = (address is not null))
);
comment on table evaluation_evidence is 'Proof of a task''s result (minh chứng): a stored file or a link';
create index evaluation_evidence_task_ix on evaluation_evidence (tenant_id, task_id);
create index evaluation_evidence_file_ix on evaluation_evidence (tenant_id, file_id) where file_id is not null;

create table evaluation_campaign (
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
  subject_status text[] not null,
  status text not null check (status in ('draft', 'scoring', 'compiling', 'deciding', 'published', 'closed', 'cancelled')),
  self_due date not null,
  superior_due date not null,
  decide_due date not null,
  opened_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_campaign_rulebook_fk foreign key (tenant_id, rulebook_id, rulebook_version) references evaluation_rulebook (tenant_id, id, version),
  constraint evaluation_campaign_period_ck check (period_to > period_from),
  constraint evaluation_campaign_due_ck check (self_due <= superior_due and superior_due <= decide_due)
);
comment on table evaluation_campaign is 'A round of tracking and evaluation (đợt theo dõi, đánh giá) of one period under one pinned rulebook';
create index evaluation_campaign_recent_ix on evaluation_campaign (tenant_id, period_from desc, id desc);
create index evaluation_campaign_rulebook_ix on evaluation_campaign (tenant_id, rulebook_id, rulebook_version);

create table evaluation_participant (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  post_id uuid not null,
  title text not null,
  subject_group text not null,
  peer_group text not null,
  is_head boolean not null,
  variants jsonb not null default '{}',
  superior_id uuid,
  decider_id uuid,
  excluded_reason text not null default '',
  status text not null check (status in ('waiting', 'self_scoring', 'superior_scoring', 'scored', 'compiled', 'decided', 'published')),
  facts jsonb not null default '{}',
  facts_note text not null default '',
  adjusted text[] not null default '{}',
  sort_name text collate "vi-x-icu" not null,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id),
  constraint evaluation_participant_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_campaign (tenant_id, id),
  constraint evaluation_participant_self_ck check (superior_id <> person_id and decider_id <> person_id)
);
comment on table evaluation_participant is 'Somebody scored in a campaign, with group, superior and deciding authority resolved from posts when it opened';
comment on column evaluation_participant.superior_id is 'Who tracks and scores, article 10.1; null while unresolved';
comment on column evaluation_participant.decider_id is 'Who decides the level, article 10.2: a different right from scoring';
comment on column evaluation_participant.excluded_reason is 'Not scored in this campaign, and why; empty when scored';
comment on column evaluation_participant.facts is 'Facts the rulebook asks for (kỷ luật, thời gian công tác …), by its own names';
comment on column evaluation_participant.adjusted is 'What was set by hand and survives another resolution: group, peer_group, superior, decider, variants, excluded, facts.*';
-- Participants in the order lists show them.
create index evaluation_participant_sort_ix on evaluation_participant (tenant_id, campaign_id, sort_name, person_id);
-- Whom does this superior score, whom does this authority decide on?
create index evaluation_participant_superior_ix on evaluation_participant (tenant_id, superior_id, campaign_id);
create index evaluation_participant_decider_ix on evaluation_participant (tenant_id, decider_id, campaign_id);
create index evaluation_participant_person_ix on evaluation_participant (tenant_id, person_id, campaign_id);

create table evaluation_sheet (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  rater text not null check (rater ~ '^[a-z_]+$'),
  rater_person_id uuid not null,
  points jsonb not null default '{}',
  judgements jsonb not null default '{}',
  strengths text not null default '',
  weaknesses text not null default '',
  comment text not null default '',
  proposed_level text,
  submitted_at timestamptz,
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id, rater),
  constraint evaluation_sheet_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id)
);
comment on table evaluation_sheet is 'One rater''s sheet on one subject (phiếu chấm điểm): points of all criteria in one column. A missing key is not scored; nothing is inherited';
comment on column evaluation_sheet.points is 'Points by criterion code as decimal text, {"I.1": "5", …}';
comment on column evaluation_sheet.judgements is 'Recorded choices by name with their reason, {"d": {"value": "100", "reason": ""}}';

create table evaluation_sheet_return (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  rater text not null check (rater in ('self', 'superior')),
  returned_by uuid,
  reason text not null check (reason <> ''),
  returned_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_sheet_return_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id)
);
comment on table evaluation_sheet_return is 'A sheet sent back with its reason: the superior to the subject, the personnel body to the superior';
comment on column evaluation_sheet_return.rater is 'Whose sheet went back';
-- What was sent back to this person''s file, newest first?
create index evaluation_sheet_return_participant_ix on evaluation_sheet_return (tenant_id, campaign_id, person_id, returned_at desc);

create table evaluation_result (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  replaces_id uuid,
  replaced_by uuid,
  exact_total text check (exact_total ~ '^-?[0-9]+/[1-9][0-9]*$'),
  total numeric(9, 2),
  general_points numeric(9, 2),
  task_points numeric(9, 2),
  provisional_level text not null,
  decided_level text,
  decision_reason text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  input jsonb not null,
  derivation jsonb not null,
  reasons jsonb not null,
  computed_at timestamptz not null,
  published_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_result_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id),
  constraint evaluation_result_replaces_fk foreign key (tenant_id, replaces_id) references evaluation_result (tenant_id, id),
  constraint evaluation_result_replaced_by_fk foreign key (tenant_id, replaced_by) references evaluation_result (tenant_id, id) deferrable initially deferred,
  constraint evaluation_result_decided_ck check ((decided_level is null) = (decided_by is null) and (decided_level is null) = (decided_at is null))
);
comment on table evaluation_result is 'Computed score, provisional level and decided level of one subject: three values that never merge. A published result is corrected by a replacing one (article 21.3)';
comment on column evaluation_result.input is 'Everything the score was computed from, so that it can be computed again';
comment on column evaluation_result.derivation is 'Terms and parts of the score; the whole derivation is made again from input under the pinned rulebook';
-- One result in force per subject and campaign.
create unique index evaluation_result_current_uq on evaluation_result (tenant_id, campaign_id, person_id) where replaced_by is null;
-- Results in force, highest total first.
create index evaluation_result_total_ix on evaluation_result (tenant_id, campaign_id, (coalesce(total, -1)) desc, person_id desc) where replaced_by is null;
create unique index evaluation_result_replaces_uq on evaluation_result (tenant_id, replaces_id) where replaces_id is not null;
create index evaluation_result_replaced_ix on evaluation_result (tenant_id, replaced_by) where replaced_by is not null;
create index evaluation_result_person_ix on evaluation_result (tenant_id, person_id, campaign_id);

create table evaluation_period_score (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  month date not null check (extract(day from month) = 1),
  exact_total text not null check (exact_total ~ '^[0-9]+/[1-9][0-9]*$'),
  total numeric(9, 2) not null,
  source text not null check (source in ('campaign', 'entered')),
  result_id uuid,
  note text not null default '',
  primary key (tenant_id, person_id, month),
  constraint evaluation_period_score_result_fk foreign key (tenant_id, result_id) references evaluation_result (tenant_id, id)
);
comment on table evaluation_period_score is 'Score of a month (điểm theo dõi, đánh giá tháng) for the means of quarter, half-year and year, article 17.3; a quarter scored as a whole stands in its three months';
comment on column evaluation_period_score.source is 'entered: carried over from paper or from the former body, article 19.1';
create index evaluation_period_score_result_ix on evaluation_period_score (tenant_id, result_id) where result_id is not null;

create table evaluation_unit_level (
  tenant_id uuid not null references tenant (id),
  unit_id uuid not null,
  campaign_id uuid not null,
  level text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_level_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_campaign (tenant_id, id)
);
comment on table evaluation_unit_level is 'Level of an organisation decided under articles 5–9, which bounds its head''s level (article 20.6)';

create table evaluation_response (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  result_id uuid not null,
  text text not null check (text <> ''),
  given_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_response_result_fk foreign key (tenant_id, result_id) references evaluation_result (tenant_id, id)
);
comment on table evaluation_response is 'What the person scored says to the result (ý kiến của người được đánh giá)';
create index evaluation_response_result_ix on evaluation_response (tenant_id, result_id);

create table evaluation_petition (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  result_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  text text not null check (text <> ''),
  filed_at timestamptz not null,
  due_on date not null,
  status text not null check (status in ('open', 'upheld', 'replaced', 'withdrawn')),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  replacing_result_id uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_petition_result_fk foreign key (tenant_id, result_id) references evaluation_result (tenant_id, id),
  constraint evaluation_petition_replacing_fk foreign key (tenant_id, replacing_result_id) references evaluation_result (tenant_id, id),
  constraint evaluation_petition_answer_ck check ((status in ('upheld', 'replaced')) = (answered_at is not null))
);
comment on table evaluation_petition is 'Petition on a result (kiến nghị), answered within 7 working days of receipt, article 22';
create unique index evaluation_petition_open_uq on evaluation_petition (tenant_id, result_id) where status = 'open';
create index evaluation_petition_campaign_ix on evaluation_petition (tenant_id, campaign_id, status);
create index evaluation_petition_person_ix on evaluation_petition (tenant_id, person_id);
create index evaluation_petition_replacing_ix on evaluation_petition (tenant_id, replacing_result_id) where replacing_result_id is not null;

create table evaluation_document (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('minutes', 'party_opinion', 'decision', 'notice', 'other')),
  file_id text not null,
  name text not null check (name <> ''),
  media_type text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_document_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_campaign (tenant_id, id),
  constraint evaluation_document_file_fk foreign key (tenant_id, file_id) references stored_file (tenant_id, id)
);
comment on table evaluation_document is 'Papers of a campaign kept electronically (article 24): minutes, Party committee''s opinion, decisions';
create index evaluation_document_campaign_ix on evaluation_document (tenant_id, campaign_id);
create index evaluation_document_file_ix on evaluation_document (tenant_id, file_id);

create table evaluation_reminder (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  about_person_id uuid not null,
  text text not null,
  sent_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_reminder_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_campaign (tenant_id, id)
);
comment on table evaluation_reminder is 'A reminder shown to somebody under what waits for them; the message names the sheet, never a score';
create index evaluation_reminder_person_ix on evaluation_reminder (tenant_id, person_id, sent_at desc);
create index evaluation_reminder_campaign_ix on evaluation_reminder (tenant_id, campaign_id);
