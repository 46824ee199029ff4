-- Life at the desk: what is planned and for whom, what is said about a block, and what somebody has read of what waits.

create table newsroom_assignment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  topic text not null,
  "column" text,
  place text not null default '',
  on_date date not null,
  start_minute integer,
  end_minute integer,
  writer_id uuid not null,
  filmer_id uuid,
  camera text not null default '',
  vehicle text not null default '',
  due_at timestamptz not null,
  note text not null default '',
  state text not null default 'assigned',
  revision integer not null default 1,
  story_id uuid,
  planned_by uuid not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_assignment_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_assignment_writer_fk foreign key (tenant_id, writer_id) references organisation_person (tenant_id, id),
  constraint newsroom_assignment_filmer_fk foreign key (tenant_id, filmer_id) references organisation_person (tenant_id, id),
  constraint newsroom_assignment_planner_fk foreign key (tenant_id, planned_by) references organisation_person (tenant_id, id),
  constraint newsroom_assignment_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id),
  constraint newsroom_assignment_state_ck check (state in ('assigned', 'accepted', 'in_progress', 'done', 'cancelled')),
  constraint newsroom_assignment_topic_ck check (topic <> ''),
  constraint newsroom_assignment_times_ck check ((start_minute is null) = (end_minute is null) and (start_minute is null or (start_minute >= 0 and start_minute < end_minute and end_minute <= 1440)))
);
comment on table newsroom_assignment is 'An assignment of the week''s plan (phân công trong kế hoạch tuần): what, where, when, who writes and films, with which camera and vehicle';
comment on column newsroom_assignment.start_minute is 'Minutes after midnight in Vietnam, with end_minute; without them it takes the whole day';
comment on column newsroom_assignment.camera is 'The camera taken (máy quay), as the desk calls it; empty for none';
comment on column newsroom_assignment.vehicle is 'The vehicle taken (xe), as the desk calls it; empty for none';
comment on column newsroom_assignment.due_at is 'By when the story is to be handed in (hạn nộp)';
comment on column newsroom_assignment.story_id is 'The story begun from it; null until then';
-- What is planned for these days?
create index newsroom_assignment_day_ix on newsroom_assignment (tenant_id, on_date, start_minute, id);
-- What is assigned to this person and not yet over?
create index newsroom_assignment_writer_ix on newsroom_assignment (tenant_id, writer_id, due_at) where state in ('assigned', 'accepted', 'in_progress');
create index newsroom_assignment_filmer_ix on newsroom_assignment (tenant_id, filmer_id, due_at) where state in ('assigned', 'accepted', 'in_progress');
-- Which assignment did this story begin from? A story has one at most.
create unique index newsroom_assignment_story_uq on newsroom_assignment (tenant_id, story_id) where story_id is not null;

create table newsroom_comment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  story_id uuid not null,
  block_id uuid not null,
  version integer not null,
  quoted text not null,
  body text not null,
  by_id uuid not null,
  at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (tenant_id, id),
  constraint newsroom_comment_version_fk foreign key (tenant_id, story_id, version) references newsroom_story_version (tenant_id, story_id, version) on delete cascade,
  constraint newsroom_comment_by_fk foreign key (tenant_id, by_id) references organisation_person (tenant_id, id),
  constraint newsroom_comment_settled_fk foreign key (tenant_id, settled_by) references organisation_person (tenant_id, id),
  constraint newsroom_comment_body_ck check (body <> ''),
  constraint newsroom_comment_settled_ck check ((settled_by is null) = (settled_at is null))
);
comment on table newsroom_comment is 'A comment on a block (góp ý), beside the approved content and never part of it; settled and reopened, never removed';
comment on column newsroom_comment.quoted is 'The words of the block when it was made: the version may have grown since';
comment on column newsroom_comment.settled_at is 'When it was last settled (đã xử lý); null while it is open';
-- What is said about this story?
create index newsroom_comment_story_ix on newsroom_comment (tenant_id, story_id, at, id);
-- What did this person comment on?
create index newsroom_comment_by_ix on newsroom_comment (tenant_id, by_id, at);

create table newsroom_comment_mention (
  tenant_id uuid not null references tenant (id),
  comment_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, comment_id, person_id),
  constraint newsroom_comment_mention_comment_fk foreign key (tenant_id, comment_id) references newsroom_comment (tenant_id, id) on delete cascade,
  constraint newsroom_comment_mention_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id)
);
comment on table newsroom_comment_mention is 'Who is called to a comment (nhắc tên)';
-- Where is this person mentioned?
create index newsroom_comment_mention_person_ix on newsroom_comment_mention (tenant_id, person_id, comment_id);

create table newsroom_notice_read (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  notice text not null,
  read_at timestamptz not null,
  primary key (tenant_id, person_id, notice),
  constraint newsroom_notice_read_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint newsroom_notice_read_notice_ck check (notice <> '')
);
comment on table newsroom_notice_read is 'Which notices somebody has read (thông báo đã đọc). Notices themselves are worked out from what is stored';
comment on column newsroom_notice_read.notice is 'The kind of notice and what it is about; something that waits anew is another notice';

-- Which stories were let on air before they were signed?
create index newsroom_story_step_air_first_ix on newsroom_story_step (tenant_id, at desc) where act = 'air_first';
