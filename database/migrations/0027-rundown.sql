-- Rundowns: what airs in a programme and in which order, what was frozen for the gallery, and what went on air.

create table newsroom_rundown (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  programme_id uuid,
  slot_id uuid,
  name text not null,
  on_date date not null,
  start_ms integer not null,
  out_ms integer,
  state text not null default 'planned',
  revision integer not null default 1,
  changes integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_rundown_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_rundown_programme_fk foreign key (tenant_id, programme_id) references newsroom_heading (tenant_id, id),
  constraint newsroom_rundown_slot_fk foreign key (tenant_id, slot_id) references newsroom_slot (tenant_id, id),
  constraint newsroom_rundown_person_fk foreign key (tenant_id, created_by) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_state_ck check (state in ('planned', 'locked', 'on_air', 'ended')),
  constraint newsroom_rundown_name_ck check (name <> ''),
  constraint newsroom_rundown_start_ck check (start_ms >= 0 and start_ms < 86400000),
  constraint newsroom_rundown_out_ck check (out_ms > start_ms and out_ms <= start_ms + 86400000)
);
comment on table newsroom_rundown is 'A rundown (khung chương trình): one programme on one day';
comment on column newsroom_rundown.name is 'The programme''s name as it was when the rundown was made (tên chương trình)';
comment on column newsroom_rundown.start_ms is 'When it begins, in milliseconds after midnight in Vietnam';
comment on column newsroom_rundown.out_ms is 'The hard out (giờ phải dứt): in milliseconds after the same midnight; none when it may run over';
comment on column newsroom_rundown.revision is 'Counts changes of the rundown itself, so that nobody writes over what they have not seen';
comment on column newsroom_rundown.changes is 'Counts changes of it and of its items: what open screens follow';
-- Which rundowns are there on these days?
create index newsroom_rundown_day_ix on newsroom_rundown (tenant_id, on_date, start_ms, id);
-- A slot of a programme has one rundown a day.
create unique index newsroom_rundown_slot_uq on newsroom_rundown (tenant_id, slot_id, on_date) where slot_id is not null;

create table newsroom_rundown_frozen (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  rundown_id uuid not null,
  item_id uuid not null,
  story_id uuid,
  version integer,
  hash bytea,
  content jsonb,
  approvals jsonb not null,
  kind text not null,
  title text not null,
  cut_blocks uuid[] not null,
  reader_id uuid,
  planned_ms integer,
  estimated_ms integer,
  locked_ms integer,
  film_ms integer,
  frozen_by uuid not null,
  frozen_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_rundown_frozen_rundown_fk foreign key (tenant_id, rundown_id) references newsroom_rundown (tenant_id, id),
  constraint newsroom_rundown_frozen_version_fk foreign key (tenant_id, story_id, version) references newsroom_story_version (tenant_id, story_id, version),
  constraint newsroom_rundown_frozen_reader_fk foreign key (tenant_id, reader_id) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_frozen_person_fk foreign key (tenant_id, frozen_by) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_frozen_whole_ck check ((story_id is null) = (version is null) and (story_id is null) = (hash is null) and (story_id is null) = (content is null)),
  constraint newsroom_rundown_frozen_hash_ck check (length(hash) = 32)
);
comment on table newsroom_rundown_frozen is 'An item as it was when it became next (bản đóng băng): exactly these words, approvals, reader and durations. Never changed';
comment on column newsroom_rundown_frozen.approvals is 'The approvals that covered the words: level, version, person, moment';
comment on column newsroom_rundown_frozen.cut_blocks is 'Blocks left out to come back on time (đoạn đã cắt)';
-- What was frozen for this item, the latest first?
create index newsroom_rundown_frozen_item_ix on newsroom_rundown_frozen (tenant_id, item_id, frozen_at desc);

create table newsroom_rundown_item (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  rundown_id uuid not null,
  order_key text collate "C" not null,
  kind text not null,
  story_id uuid,
  title text not null,
  planned_ms integer,
  film_ms integer,
  fixed_start_ms integer,
  reader_id uuid,
  floated boolean not null default false,
  cuttable boolean not null default false,
  cut_blocks uuid[] not null default '{}',
  stage text not null default 'waiting',
  frozen_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  revision integer not null default 1,
  added_by uuid not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_rundown_item_rundown_fk foreign key (tenant_id, rundown_id) references newsroom_rundown (tenant_id, id),
  constraint newsroom_rundown_item_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id),
  constraint newsroom_rundown_item_frozen_fk foreign key (tenant_id, frozen_id) references newsroom_rundown_frozen (tenant_id, id),
  constraint newsroom_rundown_item_reader_fk foreign key (tenant_id, reader_id) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_item_added_fk foreign key (tenant_id, added_by) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_item_changed_fk foreign key (tenant_id, changed_by) references organisation_person (tenant_id, id),
  constraint newsroom_rundown_item_kind_ck check (kind in ('story', 'ident', 'advert', 'live', 'spare')),
  constraint newsroom_rundown_item_kind_story_ck check ((kind = 'story') = (story_id is not null)),
  constraint newsroom_rundown_item_title_ck check (title <> ''),
  constraint newsroom_rundown_item_stage_ck check (stage in ('waiting', 'next', 'on_air', 'aired')),
  constraint newsroom_rundown_item_frozen_ck check ((stage = 'waiting') = (frozen_id is null)),
  constraint newsroom_rundown_item_started_ck check ((started_at is not null) = (stage in ('on_air', 'aired')) and (ended_at is not null) = (stage = 'aired')),
  constraint newsroom_rundown_item_times_ck check (planned_ms >= 0 and film_ms >= 0 and fixed_start_ms >= 0)
);
comment on table newsroom_rundown_item is 'An item of a rundown (mục): a story (tin, bài), station ident (hình hiệu), advertising (quảng cáo), live insert (trực tiếp) or spare (dự phòng)';
comment on column newsroom_rundown_item.order_key is 'Its place: items are in the order of these keys; a move writes one key, never the others';
comment on column newsroom_rundown_item.planned_ms is 'Time allotted (dự kiến)';
comment on column newsroom_rundown_item.film_ms is 'How long the recorded film is (phim đã chốt)';
comment on column newsroom_rundown_item.fixed_start_ms is 'When it must begin (giờ cố định), in milliseconds after the midnight of the rundown''s day';
comment on column newsroom_rundown_item.floated is 'Kept beside the rundown (để ngoài): in the list, not in the time';
comment on column newsroom_rundown_item.stage is 'Waiting, next (sắp phát), on air (đang phát), aired (đã phát)';
-- Which items does this rundown have, in their order?
create index newsroom_rundown_item_order_ix on newsroom_rundown_item (tenant_id, rundown_id, order_key, id);
-- In which rundowns is this story?
create index newsroom_rundown_item_story_ix on newsroom_rundown_item (tenant_id, story_id) where story_id is not null;
-- One item is next and one on air.
create unique index newsroom_rundown_item_stage_uq on newsroom_rundown_item (tenant_id, rundown_id, stage) where stage in ('next', 'on_air');

create table newsroom_airing (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  rundown_id uuid not null,
  item_id uuid not null,
  frozen_id uuid not null,
  story_id uuid,
  programme_id uuid,
  programme text not null,
  "column" text,
  category text,
  kind text not null,
  title text not null,
  version integer,
  hash bytea,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  actual_ms integer not null,
  planned_ms integer,
  estimated_ms integer,
  locked_ms integer,
  reader_id uuid,
  replaces uuid,
  reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_airing_rundown_fk foreign key (tenant_id, rundown_id) references newsroom_rundown (tenant_id, id),
  constraint newsroom_airing_programme_fk foreign key (tenant_id, programme_id) references newsroom_heading (tenant_id, id),
  constraint newsroom_airing_frozen_fk foreign key (tenant_id, frozen_id) references newsroom_rundown_frozen (tenant_id, id),
  constraint newsroom_airing_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id),
  constraint newsroom_airing_reader_fk foreign key (tenant_id, reader_id) references organisation_person (tenant_id, id),
  constraint newsroom_airing_person_fk foreign key (tenant_id, recorded_by) references organisation_person (tenant_id, id),
  constraint newsroom_airing_replaces_fk foreign key (tenant_id, replaces) references newsroom_airing (tenant_id, id),
  constraint newsroom_airing_replaces_uq unique (tenant_id, replaces),
  constraint newsroom_airing_times_ck check (ended_at >= started_at and actual_ms >= 0),
  constraint newsroom_airing_reason_ck check ((replaces is null) or reason <> ''),
  constraint newsroom_airing_hash_ck check (length(hash) = 32 and (story_id is null) = (hash is null) and (story_id is null) = (version is null))
);
comment on table newsroom_airing is 'What went on air (nhật ký phát sóng, as-run). Never changed: a correction is a new row that replaces one, with its reason';
comment on column newsroom_airing.frozen_id is 'The frozen words that were on air';
comment on column newsroom_airing.replaces is 'The row this one corrects; a row that another replaces no longer counts';
-- What went on air in these days?
create index newsroom_airing_started_ix on newsroom_airing (tenant_id, started_at desc, id desc);
-- When did this story air?
create index newsroom_airing_story_ix on newsroom_airing (tenant_id, story_id, started_at) where story_id is not null;
-- What did this reader read?
create index newsroom_airing_reader_ix on newsroom_airing (tenant_id, reader_id, started_at) where reader_id is not null;
