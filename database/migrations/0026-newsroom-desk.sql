-- The desk's lists: columns, categories, programmes with their slots, words of its own, and who reads how fast.

create table newsroom_heading (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  first_day date not null,
  last_day date,
  template jsonb not null default '[]',
  primary key (tenant_id, id),
  constraint newsroom_heading_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_heading_kind_ck check (kind in ('column', 'category', 'programme')),
  constraint newsroom_heading_name_ck check (name <> ''),
  constraint newsroom_heading_days_ck check (last_day is null or last_day >= first_day),
  constraint newsroom_heading_template_ck check (kind = 'column' or template = '[]')
);
comment on table newsroom_heading is 'What a desk files its work under: a column (chuyên mục), a category (danh mục) or a programme (chương trình)';
comment on column newsroom_heading.last_day is 'The last day it is in use; what was used is ended, not deleted';
comment on column newsroom_heading.template is 'Blocks a story of the column begins with (mẫu): kinds, and words that stand';
-- Is this name taken where it is still in use?
create unique index newsroom_heading_name_ix on newsroom_heading (tenant_id, unit_id, kind, lower(name)) where last_day is null;

create table newsroom_slot (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  programme_id uuid not null,
  weekdays integer[] not null,
  start_minute integer not null,
  planned_seconds integer not null,
  hard_out boolean not null,
  first_day date not null,
  last_day date,
  primary key (tenant_id, id),
  constraint newsroom_slot_programme_fk foreign key (tenant_id, programme_id) references newsroom_heading (tenant_id, id) on delete cascade,
  constraint newsroom_slot_weekdays_ck check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  constraint newsroom_slot_start_ck check (start_minute between 0 and 1439),
  constraint newsroom_slot_length_ck check (planned_seconds between 1 and 86400),
  constraint newsroom_slot_days_ck check (last_day is null or last_day >= first_day)
);
comment on table newsroom_slot is 'A recurring slot of a programme (khung giờ): weekdays, start, planned length. Other times are another slot from their first day on';
comment on column newsroom_slot.weekdays is 'ISO weekdays, 1 Monday to 7 Sunday';
comment on column newsroom_slot.start_minute is 'Minutes after midnight in Vietnam';
comment on column newsroom_slot.hard_out is 'Must end on time (phải hết đúng giờ)';
-- Which slots has this programme?
create index newsroom_slot_programme_ix on newsroom_slot (tenant_id, programme_id, start_minute);

create table newsroom_dictionary_entry (
  tenant_id uuid not null references tenant (id),
  written text not null,
  spoken text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, written),
  constraint newsroom_dictionary_entry_words_ck check (written <> '' and spoken <> '')
);
comment on table newsroom_dictionary_entry is 'An own entry of the dictionary of abbreviations (từ điển đọc); takes the place of every shipped entry of the same written form';

create table newsroom_reader (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  unit_id uuid not null,
  first_day date not null,
  last_day date,
  primary key (tenant_id, person_id),
  constraint newsroom_reader_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint newsroom_reader_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_reader_days_ck check (last_day is null or last_day >= first_day)
);
comment on table newsroom_reader is 'Who reads for a unit (người đọc)';

create table newsroom_reader_rate (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  kind text not null,
  set_rate integer,
  blocks integer not null default 0,
  syllables integer not null default 0,
  milliseconds integer not null default 0,
  learnt_at timestamptz,
  primary key (tenant_id, person_id, kind),
  constraint newsroom_reader_rate_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint newsroom_reader_rate_kind_ck check (kind in ('greeting', 'lead_in', 'voice_over', 'question', 'closing', 'unclassified')),
  constraint newsroom_reader_rate_set_ck check (set_rate between 60 and 600),
  constraint newsroom_reader_rate_learnt_ck check ((blocks > 0) = (learnt_at is not null) and (blocks > 0) = (syllables > 0) and (blocks > 0) = (milliseconds > 0))
);
comment on table newsroom_reader_rate is 'How fast somebody reads a kind of block (tốc độ đọc): set by hand, or learnt from aired blocks';
comment on column newsroom_reader_rate.set_rate is 'Syllables a minute set by hand; goes before what was learnt';
comment on column newsroom_reader_rate.syllables is 'Syllables and milliseconds the learnt rate is made of; older ones fade';

alter table newsroom_story
  add column slug text not null default '',
  add column programme_id uuid,
  add column slot_date date,
  add column slot_id uuid,
  add column reader_id uuid,
  add constraint newsroom_story_programme_fk foreign key (tenant_id, programme_id) references newsroom_heading (tenant_id, id),
  add constraint newsroom_story_slot_fk foreign key (tenant_id, slot_id) references newsroom_slot (tenant_id, id),
  add constraint newsroom_story_reader_fk foreign key (tenant_id, reader_id) references organisation_person (tenant_id, id),
  add constraint newsroom_story_slot_ck check ((slot_date is null or programme_id is not null) and (slot_id is null or slot_date is not null));
comment on column newsroom_story.slug is 'Mã tin: outside the approved content, like programme, slot and reader; empty means the one proposed for the title';
comment on column newsroom_story.slot_id is 'The slot of the programme on slot_date; null where only the day is known';
-- What is meant for this programme on this day?
create index newsroom_story_slot_ix on newsroom_story (tenant_id, slot_date, programme_id) where slot_date is not null;
