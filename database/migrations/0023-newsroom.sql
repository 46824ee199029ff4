-- Stories of the newsroom: what is written, its versions, and every step of their approval.

create table newsroom_story (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  author_id uuid not null,
  state text not null,
  title text not null,
  "column" text,
  category text,
  revision integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_story_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_story_author_fk foreign key (tenant_id, author_id) references organisation_person (tenant_id, id),
  constraint newsroom_story_state_ck check (state in ('draft', 'department', 'leadership', 'approved')),
  constraint newsroom_story_title_ck check (title <> '')
);
comment on table newsroom_story is 'A story (tin, bài) and where it stands; what it says is in its versions';
comment on column newsroom_story.state is 'Whose turn it is; follows from the steps and the present version';
comment on column newsroom_story.revision is 'Counts every save and every step, so that nobody writes over what they have not seen';
comment on column newsroom_story.version is 'The version that stands now';
-- Which stories were worked on last?
create index newsroom_story_changed_ix on newsroom_story (tenant_id, changed_at desc, id desc);
-- What waits for this level?
create index newsroom_story_waiting_ix on newsroom_story (tenant_id, state, changed_at desc, id desc);

create table newsroom_story_version (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  version integer not null,
  content jsonb not null,
  hash bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (tenant_id, story_id, version),
  constraint newsroom_story_version_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_story_version_hash_ck check (length(hash) = 32)
);
comment on table newsroom_story_version is 'What a story said (phiên bản). Once a step has looked at a version it never changes';
comment on column newsroom_story_version.hash is 'SHA-256 of the canonical text of the content: the words a step is bound to';

create table newsroom_story_step (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  story_id uuid not null,
  version integer not null,
  hash bytea not null,
  act text not null,
  level text,
  person_id uuid not null,
  note text not null default '',
  block_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_story_step_version_fk foreign key (tenant_id, story_id, version) references newsroom_story_version (tenant_id, story_id, version) on delete cascade,
  constraint newsroom_story_step_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint newsroom_story_step_act_ck check (act in ('submit', 'withdraw', 'return', 'approve')),
  constraint newsroom_story_step_level_ck check (level in ('department', 'leadership') and (level is not null) = (act in ('return', 'approve'))),
  constraint newsroom_story_step_reason_ck check (act <> 'return' or note <> '')
);
comment on table newsroom_story_step is 'A step of approval (bước duyệt): who, when, at which level, of exactly which version';
-- What happened to this story, in order?
create index newsroom_story_step_story_ix on newsroom_story_step (tenant_id, story_id, at, id);
