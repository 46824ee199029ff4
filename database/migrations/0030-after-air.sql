-- After air: words of stories to be searched, what is kept of aired stories, corrections of false content, royalties of what aired.

create table newsroom_story_search (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  exact tsvector not null,
  folded tsvector not null,
  primary key (tenant_id, story_id),
  constraint newsroom_story_search_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade
);
comment on table newsroom_story_search is 'The words of a story''s present version, for search (tìm trong kho) only; filled by the program with every save';
comment on column newsroom_story_search.exact is 'As written, lower case. Weight A: title, column, category; B: names and what is not read out; C: soundbites; D: everything else that is said, also in its spoken form';
comment on column newsroom_story_search.folded is 'The same without Vietnamese marks (đ as d)';
-- Which stories have these words exactly as written?
create index newsroom_story_search_exact_ix on newsroom_story_search using gin (exact);
-- Which stories have these words, marks aside?
create index newsroom_story_search_folded_ix on newsroom_story_search using gin (folded);

insert into newsroom_story_search (tenant_id, story_id, exact, folded)
select w.tenant_id, w.id, to_tsvector('simple', w.words), to_tsvector('simple', unaccent(w.words))
from (
  select s.tenant_id, s.id, lower(regexp_replace(normalize(concat_ws(' ', s.title, s."column", s.category,
    (select string_agg(part #>> '{}', ' ') from jsonb_path_query(v.content, 'lax $.people[*].name') as part),
    (select string_agg(part #>> '{}', ' ') from jsonb_path_query(v.content, 'lax $.blocks[*].keyvalue() ? (@.key == "text" || @.key == "verbatim" || @.key == "name" || @.key == "title" || @.key == "organisation").value') as part)
  ), nfc), '[^[:alnum:]]+', ' ', 'g')) as words
  from newsroom_story s
  join newsroom_story_version v on v.tenant_id = s.tenant_id and v.story_id = s.id and v.version = s.version
) w;

create table newsroom_archive (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  first_aired_at timestamptz not null,
  last_aired_at timestamptz not null,
  airings uuid[] not null,
  version integer not null,
  hash bytea not null,
  media jsonb not null,
  archived_by uuid not null,
  archived_at timestamptz not null,
  primary key (tenant_id, story_id),
  constraint newsroom_archive_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_archive_person_fk foreign key (tenant_id, archived_by) references organisation_person (tenant_id, id),
  constraint newsroom_archive_hash_ck check (length(hash) = 32),
  constraint newsroom_archive_aired_ck check (last_aired_at >= first_aired_at and cardinality(airings) > 0)
);
comment on table newsroom_archive is 'A story put into the archive (lưu): when it aired, in which words, with which films. Never changed';
comment on column newsroom_archive.media is 'Id, name, bytes and SHA-256 of the films of the aired words';

create table newsroom_correction (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  story_id uuid not null,
  airing_id uuid not null,
  document_number text not null,
  document_issuer text not null,
  document_date date not null,
  received_on date not null,
  work_name text not null,
  column_name text not null,
  aired_on date not null,
  false_content text not null,
  corrected_content text not null,
  apology text not null,
  revision integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  notice_story_id uuid,
  issued_by uuid,
  issued_at timestamptz,
  primary key (tenant_id, id),
  constraint newsroom_correction_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_correction_airing_fk foreign key (tenant_id, airing_id) references newsroom_airing (tenant_id, id) on delete cascade,
  constraint newsroom_correction_notice_fk foreign key (tenant_id, notice_story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_correction_opened_fk foreign key (tenant_id, opened_by) references organisation_person (tenant_id, id),
  constraint newsroom_correction_issued_fk foreign key (tenant_id, issued_by) references organisation_person (tenant_id, id),
  constraint newsroom_correction_issued_ck check ((issued_at is null) = (issued_by is null) and (issued_at is null) = (notice_story_id is null)),
  constraint newsroom_correction_whole_ck check (issued_at is null or (work_name <> '' and column_name <> '' and false_content <> '' and corrected_content <> '' and apology <> ''))
);
comment on table newsroom_correction is 'A correction (cải chính) of what aired, after an official conclusion; done when the story of its notice has aired';
comment on column newsroom_correction.received_on is 'The day the conclusion was received, from which the term runs';
comment on column newsroom_correction.column_name is 'The column the notice names (chuyên mục); as it was when it aired, or as somebody named it where none was recorded';
comment on column newsroom_correction.notice_story_id is 'The story of the notice, written when it was issued';
-- Which corrections are there, the latest received first?
create index newsroom_correction_received_ix on newsroom_correction (tenant_id, received_on desc, id desc);
-- What was corrected of this story?
create index newsroom_correction_story_ix on newsroom_correction (tenant_id, story_id);
-- Of which correction is this story the notice?
create unique index newsroom_correction_notice_ix on newsroom_correction (tenant_id, notice_story_id) where notice_story_id is not null;

alter table newsroom_airing drop constraint newsroom_airing_story_fk;
alter table newsroom_airing add constraint newsroom_airing_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade;
alter table newsroom_rundown_item drop constraint newsroom_rundown_item_story_fk;
alter table newsroom_rundown_item add constraint newsroom_rundown_item_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade;
alter table newsroom_rundown_frozen drop constraint newsroom_rundown_frozen_version_fk;
alter table newsroom_rundown_frozen add constraint newsroom_rundown_frozen_version_fk foreign key (tenant_id, story_id, version) references newsroom_story_version (tenant_id, story_id, version) on delete cascade;
-- Which stories are past their period?
create index newsroom_story_aired_ix on newsroom_story (tenant_id, aired_at) where aired_at is not null;

create table newsroom_royalty_rate (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  genre text not null,
  value bigint not null,
  first_day date not null,
  document_number text not null,
  document_date date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_royalty_rate_kind_ck check (kind in ('amount', 'points', 'point_value')),
  constraint newsroom_royalty_rate_genre_ck check (genre = '' or kind <> 'point_value'),
  constraint newsroom_royalty_rate_value_ck check (value between 0 and 1000000000),
  constraint newsroom_royalty_rate_document_ck check (document_number <> ''),
  constraint newsroom_royalty_rate_person_fk foreign key (tenant_id, recorded_by) references organisation_person (tenant_id, id)
);
comment on table newsroom_royalty_rate is 'A rate of royalties (mức nhuận bút) by the station''s own decision, from its first day until a later one of the same genre. Never changed';
comment on column newsroom_royalty_rate.genre is 'The kind of item it is for (thể loại); empty for every other item, and for what a point is worth';
comment on column newsroom_royalty_rate.value is 'Đồng, or hundredths of a point';

create table newsroom_royalty_split (
  tenant_id uuid not null references tenant (id),
  story_id uuid not null,
  genre text,
  shares jsonb not null,
  revision integer not null default 1,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant_id, story_id),
  constraint newsroom_royalty_split_story_fk foreign key (tenant_id, story_id) references newsroom_story (tenant_id, id) on delete cascade,
  constraint newsroom_royalty_split_person_fk foreign key (tenant_id, set_by) references organisation_person (tenant_id, id)
);
comment on table newsroom_royalty_split is 'How the royalties of a story are shared (chia nhuận bút) where not all of it is the author''s; its genre where it is not its category';

create table newsroom_royalty_line (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  story_id uuid not null,
  title text not null,
  genre text not null,
  aired_on date not null,
  person_id uuid not null,
  role text not null,
  percent integer not null,
  amount bigint not null,
  basis text not null,
  replaces uuid,
  reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint newsroom_royalty_line_unit_fk foreign key (tenant_id, unit_id) references organisation_unit (tenant_id, id),
  constraint newsroom_royalty_line_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id),
  constraint newsroom_royalty_line_recorded_fk foreign key (tenant_id, recorded_by) references organisation_person (tenant_id, id),
  constraint newsroom_royalty_line_replaces_fk foreign key (tenant_id, replaces) references newsroom_royalty_line (tenant_id, id),
  constraint newsroom_royalty_line_replaces_uq unique (tenant_id, replaces),
  constraint newsroom_royalty_line_role_ck check (role in ('author', 'camera', 'editing', 'reader')),
  constraint newsroom_royalty_line_percent_ck check (percent between 1 and 100),
  constraint newsroom_royalty_line_amount_ck check (amount >= 0),
  constraint newsroom_royalty_line_month_ck check (extract(day from month) = 1),
  constraint newsroom_royalty_line_reason_ck check (replaces is null or reason <> '')
);
comment on table newsroom_royalty_line is 'Royalties of one person for one aired item in a closed month (nhuận bút đã chốt). Never changed: a correction is a line that replaces one, with its reason';
comment on column newsroom_royalty_line.story_id is 'The story, which may have been deleted since: the line is kept for the accounts';
comment on column newsroom_royalty_line.basis is 'The decision whose rate it is by, in words';
-- What was closed for this month?
create index newsroom_royalty_line_month_ix on newsroom_royalty_line (tenant_id, month, person_id);
-- What was this person paid?
create index newsroom_royalty_line_person_ix on newsroom_royalty_line (tenant_id, person_id, month desc);
-- Is this story closed?
create index newsroom_royalty_line_story_ix on newsroom_royalty_line (tenant_id, story_id);

-- Row-level security lets no index answer `@@`, which PostgreSQL does not hold to be leakproof: without these two, every search reads every story (1.7 s for
-- 100,000). They see the same tenant's rows as whoever calls them, by the same setting, and nothing but keys leaves.
create function newsroom_found_exactly(asked tsquery, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select story_id from newsroom_story_search where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and exact @@ asked limit most $$;
comment on function newsroom_found_exactly is 'Stories of the tenant that have these words exactly as written';
create function newsroom_found_folded(asked tsquery, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select story_id from newsroom_story_search where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and folded @@ asked limit most $$;
comment on function newsroom_found_folded is 'Stories of the tenant that have these words, marks aside';
