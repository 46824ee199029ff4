-- Media of the newsroom: films and sound as uploaded, what they are, and whose they are to show.

create table newsroom_media (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  story_id uuid,
  name text not null,
  bytes bigint not null,
  fingerprint text not null,
  state text not null default 'uploading',
  fault text,
  sha256 bytea,
  facts jsonb,
  preview boolean not null default false,
  rights text not null,
  rights_owner text not null default '',
  rights_until date,
  rights_note text not null default '',
  uploaded_by uuid not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  constraint newsroom_media_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_media_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id),
  constraint newsroom_media_person_fk foreign key (tenant_id, uploaded_by) references organisation_person (tenant_id, id),
  constraint newsroom_media_name_ck check (name <> ''),
  constraint newsroom_media_bytes_ck check (bytes > 0),
  constraint newsroom_media_state_ck check (state in ('uploading', 'checking', 'ready', 'refused')),
  constraint newsroom_media_fault_ck check (fault in ('not-media', 'unreadable', 'infected', 'damaged')),
  constraint newsroom_media_refused_ck check ((fault is not null) = (state = 'refused')),
  constraint newsroom_media_ready_ck check (state <> 'ready' or (sha256 is not null and facts is not null and finished_at is not null)),
  constraint newsroom_media_sha256_ck check (length(sha256) = 32),
  constraint newsroom_media_rights_ck check (rights in ('green', 'amber', 'red'))
);
comment on table newsroom_media is 'A film or sound (phim, âm thanh) of a story or of the library; the bytes lie in the media store under the id and never change once they are ready';
comment on column newsroom_media.story_id is 'The story it was uploaded for; null in the library (kho tư liệu)';
comment on column newsroom_media.fingerprint is 'Tells whoever uploads that a file is the one begun earlier: its name, size and day of change on their machine';
comment on column newsroom_media.fault is 'Why it was refused (lý do từ chối) after it had come whole';
comment on column newsroom_media.sha256 is 'SHA-256 of the bytes, made when they had come whole';
comment on column newsroom_media.facts is 'Duration, codecs, picture and sound as read from the file (thông số kỹ thuật)';
comment on column newsroom_media.preview is 'Whether a light copy (bản xem nhẹ) is kept beside it';
comment on column newsroom_media.rights is 'May it be aired (bản quyền): green yes, amber with conditions, red no';
comment on column newsroom_media.rights_until is 'The last day of the right to air it';
-- Which media came last, for the library?
create index newsroom_media_begun_ix on newsroom_media (tenant_id, begun_at desc, id desc);
-- Which media has this story?
create index newsroom_media_story_ix on newsroom_media (tenant_id, story_id, begun_at) where story_id is not null;
-- What is still under way, to be checked or swept?
create index newsroom_media_under_way_ix on newsroom_media (tenant_id, begun_at) where state in ('uploading', 'checking');

create table newsroom_media_picture (
  tenant_id uuid not null references tenant (id),
  media_id uuid not null,
  bytes bytea not null,
  primary key (tenant_id, media_id),
  constraint newsroom_media_picture_media_fk foreign key (tenant_id, media_id) references newsroom_media (tenant_id, id) on delete cascade,
  constraint newsroom_media_picture_bytes_ck check (length(bytes) between 1 and 300000)
);
comment on table newsroom_media_picture is 'A small picture of a film (hình đại diện), made by the browser that uploaded it';
