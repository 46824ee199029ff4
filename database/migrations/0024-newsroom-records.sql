-- Old records a story was taken over from, whole.

create table newsroom_story_record (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  file_name text not null,
  bytes bytea not null,
  steps jsonb not null,
  faults jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (tenant_id, story_id),
  constraint newsroom_story_record_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_story_record_person_fk foreign key (tenant_id, imported_by) references organisation_person (tenant_id, id),
  constraint newsroom_story_record_name_ck check (file_name <> ''),
  constraint newsroom_story_record_bytes_ck check (length(bytes) between 1 and 2000000)
);
comment on table newsroom_story_record is 'The record of the old system (hồ sơ của hệ thống cũ) a story was taken over from, byte for byte, with its approval steps, which bind no wording';
comment on column newsroom_story_record.faults is 'What could not be read in it, with line and what to do';
