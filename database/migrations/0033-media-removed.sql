-- A film nobody needs any more is taken from the store; what it was stays, so that whatever names it by its checksum still does.

alter table newsroom_media add column removed_by uuid;
alter table newsroom_media add column removed_at timestamptz;
alter table newsroom_media add column removed_why text;
alter table newsroom_media drop constraint newsroom_media_state_ck;
alter table newsroom_media add constraint newsroom_media_state_ck check (state in ('uploading', 'checking', 'ready', 'refused', 'removing', 'removed'));
alter table newsroom_media add constraint newsroom_media_removed_ck check ((state in ('removing', 'removed')) = (removed_at is not null) and (removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_why is null));
alter table newsroom_media add constraint newsroom_media_stub_ck check (removed_at is null or (sha256 is not null and not preview));
alter table newsroom_media add constraint newsroom_media_remover_fk foreign key (tenant_id, removed_by) references organisation_person (tenant_id, id);
comment on column newsroom_media.removed_by is 'Who took it from the store (người gỡ phim); its name, size and checksum stay';
comment on column newsroom_media.removed_why is 'Why it was taken from the store (lý do gỡ), in words; empty where it was proposed (đề nghị dọn)';
drop index newsroom_media_under_way_ix;
-- What is still under way, to be checked, swept or taken from the store?
create index newsroom_media_under_way_ix on newsroom_media (tenant_id, begun_at) where state in ('uploading', 'checking', 'removing');
