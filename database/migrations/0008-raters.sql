-- Many raters: who rates whom beside the subject and the superior, their sheets, and tallies where they stay unnamed.

create table evaluation_kinship (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  relative_id uuid not null,
  relation text not null check (relation in ('spouse', 'parent', 'child', 'sibling', 'parent_in_law', 'child_in_law', 'sibling_in_law', 'other')),
  note text not null default '',
  declared_on date not null,
  declared_by uuid,
  primary key (tenant_id, id),
  constraint evaluation_kinship_self_ck check (person_id <> relative_id)
);
comment on table evaluation_kinship is 'Declared relatives (quan hệ thân thích): neither rates or decides on the other. Read by the personnel body only';
comment on column evaluation_kinship.relation is 'What relative_id is to person_id; the conflict holds in both directions';
-- Two people are declared once, whoever is named first.
create unique index evaluation_kinship_pair_uq on evaluation_kinship (tenant_id, least(person_id, relative_id), greatest(person_id, relative_id));
create index evaluation_kinship_person_ix on evaluation_kinship (tenant_id, person_id);
create index evaluation_kinship_relative_ix on evaluation_kinship (tenant_id, relative_id);

create table evaluation_rater (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  rater_person_id uuid not null,
  status text not null check (status in ('waiting', 'submitted', 'excused')),
  reason text not null default '',
  adjusted boolean not null default false,
  submitted_on date,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id, kind, rater_person_id),
  constraint evaluation_rater_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id),
  constraint evaluation_rater_self_ck check (person_id <> rater_person_id),
  constraint evaluation_rater_excused_ck check (status <> 'excused' or reason <> ''),
  constraint evaluation_rater_submitted_ck check ((status = 'submitted') = (submitted_on is not null))
);
comment on table evaluation_rater is 'Who rates whom as which kind of rater of the rulebook (người chấm): resolved from posts, adjusted by hand before opening';
comment on column evaluation_rater.adjusted is 'Added or left out by hand, with the reason; survives another resolution';
comment on column evaluation_rater.submitted_on is 'The day only: a finer time could be matched with the tally of unnamed raters';
-- What waits for this rater?
create index evaluation_rater_rater_ix on evaluation_rater (tenant_id, rater_person_id, campaign_id, kind);

create table evaluation_rating (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null,
  rater_person_id uuid not null,
  points jsonb not null default '{}',
  comment text not null default '',
  submitted_at timestamptz,
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id, kind, rater_person_id),
  constraint evaluation_rating_rater_fk foreign key (tenant_id, campaign_id, person_id, kind, rater_person_id) references evaluation_rater (tenant_id, campaign_id, person_id, kind, rater_person_id)
);
comment on table evaluation_rating is 'One named rater''s points on one subject (phiếu của người chấm có ghi tên), all criteria in one column';
comment on column evaluation_rating.points is 'Points by criterion code as decimal text, {"I.1": "5", …}';

create table evaluation_tally (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null,
  count integer not null default 0 check (count >= 0),
  sums jsonb not null default '{}',
  closed boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id, kind),
  constraint evaluation_tally_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id)
);
comment on table evaluation_tally is 'All that is kept of unnamed raters (chấm kín): how many, and exact sums. There is no row for any one of them';
comment on column evaluation_tally.sums is 'Sum over the sheets by criterion, exact "n/d", {"I.1": "37/2", …}';
comment on column evaluation_tally.closed is 'Rating has ended, for ever: a later sheet could be told from the means already shown';
