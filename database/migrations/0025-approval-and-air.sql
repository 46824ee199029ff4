-- Roles of the producer and the gallery; where a story is on its way to air; who signs for whom; airing before signing; who writes in which block.

alter table accounts_grant drop constraint accounts_grant_role_check;
alter table accounts_grant add constraint accounts_grant_role_check check (role in ('administrator', 'officer', 'decider', 'auditor', 'reporter', 'editor', 'director', 'producer', 'gallery'));

alter table newsroom_story add column air text not null default 'none';
alter table newsroom_story add column aired_at timestamptz;
alter table newsroom_story add constraint newsroom_story_air_ck check (air in ('none', 'placed', 'aired', 'archived'));
alter table newsroom_story add constraint newsroom_story_aired_ck check (aired_at is not null or air in ('none', 'placed'));
comment on column newsroom_story.air is 'Its way to air beside its approval: none, placed in a rundown (trong khung), aired (đã phát), archived (lưu)';
comment on column newsroom_story.aired_at is 'When it first aired';

alter table newsroom_story_step add column acting_for uuid;
alter table newsroom_story_step add column ordered_by uuid;
alter table newsroom_story_step add column due_at timestamptz;
alter table newsroom_story_step add column proved boolean not null default false;
alter table newsroom_story_step drop constraint newsroom_story_step_act_ck;
alter table newsroom_story_step drop constraint newsroom_story_step_reason_ck;
alter table newsroom_story_step add constraint newsroom_story_step_act_ck check (act in ('submit', 'withdraw', 'return', 'approve', 'air_first'));
alter table newsroom_story_step add constraint newsroom_story_step_reason_ck check (act not in ('return', 'air_first') or note <> '');
alter table newsroom_story_step add constraint newsroom_story_step_acting_ck check (acting_for is null or (act = 'approve' and acting_for <> person_id));
alter table newsroom_story_step add constraint newsroom_story_step_order_ck check ((ordered_by is not null) = (act = 'air_first') and (due_at is not null) = (act = 'air_first'));
alter table newsroom_story_step add constraint newsroom_story_step_acting_fk foreign key (tenant_id, acting_for) references organisation_person (tenant_id, id);
alter table newsroom_story_step add constraint newsroom_story_step_ordered_fk foreign key (tenant_id, ordered_by) references organisation_person (tenant_id, id);
comment on column newsroom_story_step.acting_for is 'Who was signed for (ký thay) under a written delegation; null in one''s own right';
comment on column newsroom_story_step.ordered_by is 'Who ordered to air before signing (phát trước, ký sau)';
comment on column newsroom_story_step.due_at is 'By when it has to be signed after airing';
comment on column newsroom_story_step.proved is 'Whether who signed proved once more who they are, as the level asked';

create table newsroom_signing (
  tenant_id uuid not null references tenant (id),
  level text not null,
  prove boolean not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant_id, level),
  constraint newsroom_signing_level_ck check (level in ('department', 'leadership'))
);
comment on table newsroom_signing is 'Whether a level asks for a new proof of who signs (xác thực lại khi duyệt); no row: it does not';

create table newsroom_delegation (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  level text not null,
  from_day date not null,
  to_day date not null,
  document_number text not null,
  document_date date not null,
  both_levels boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint newsroom_delegation_from_fk foreign key (tenant_id, from_id) references organisation_person (tenant_id, id),
  constraint newsroom_delegation_to_fk foreign key (tenant_id, to_id) references organisation_person (tenant_id, id),
  constraint newsroom_delegation_level_ck check (level in ('department', 'leadership')),
  constraint newsroom_delegation_days_ck check (from_day <= to_day),
  constraint newsroom_delegation_self_ck check (from_id <> to_id),
  constraint newsroom_delegation_document_ck check (document_number <> ''),
  constraint newsroom_delegation_end_ck check ((ended_by is null) = (ended_at is null))
);
comment on table newsroom_delegation is 'A written delegation (ủy quyền bằng văn bản) to approve at a level, from its first to its last day; ended early, never removed';
-- Who signs for whom on a day?
create index newsroom_delegation_to_ix on newsroom_delegation (tenant_id, to_id, to_day);

create table newsroom_block_lease (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  block_id uuid not null,
  person_id uuid not null,
  window_id uuid not null,
  until timestamptz not null,
  primary key (tenant_id, story_id, block_id),
  constraint newsroom_block_lease_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_block_lease_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id)
);
comment on table newsroom_block_lease is 'Who writes in which block just now (giữ đoạn), for a minute at a time; what is past its time counts for nothing';
comment on column newsroom_block_lease.window_id is 'The browser window that writes: one person at two machines is two writers';
