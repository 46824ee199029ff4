-- Identity numbers, sealed, and the register of the keys they are sealed with.

create table platform_field_key (
  id text primary key check (id ~ '^[0-9a-f]{16}$'),
  number integer not null unique check (number > 0),
  check_value bytea not null,
  made_at timestamptz not null
);
comment on table platform_field_key is 'Keys that seal fields; their secrets lie in files outside the database. The highest number is in use, the others still open what they sealed.';
comment on column platform_field_key.check_value is 'Made from the secret: tells the right key file from another or a damaged one';

create table organisation_identity (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  kind text not null,
  sealed bytea not null,
  print bytea not null,
  version integer not null default 1,
  primary key (tenant_id, person_id, kind),
  constraint organisation_identity_person_fk foreign key (tenant_id, person_id) references organisation_person (tenant_id, id) on delete cascade,
  constraint organisation_identity_kind_ck check (kind in ('personal_id', 'old_id_card')),
  constraint organisation_identity_sealed_ck check (get_byte(sealed, 0) = 1 and length(sealed) > 37),
  constraint organisation_identity_print_ck check (length(print) = 32),
  constraint organisation_identity_print_uq unique (tenant_id, kind, print)
);
comment on table organisation_identity is 'Identity numbers of a person (số định danh cá nhân, số chứng minh nhân dân cũ); the number itself is nowhere in the database';
comment on column organisation_identity.sealed is 'The number, AES-256-GCM: version, key, nonce, tag, text; opens for this tenant, person and kind only';
comment on column organisation_identity.print is 'HMAC-SHA-256 of the number under a key of the tenant: finds a whole number and keeps two people from having one';

-- A workbook may hold identity numbers and is sealed too. Those sent in before are not, and are to be sent in again.
delete from organisation_import_row;
delete from organisation_import_file;
update organisation_import set status = 'discarded', phase = 'done', settled_at = beat_at where status in ('checking', 'ready', 'refused', 'failed');
alter table organisation_import_file rename column bytes to sealed;
alter table organisation_import_file add constraint organisation_import_file_sealed_ck check (get_byte(sealed, 0) = 1 and length(sealed) > 37);
comment on column organisation_import_file.sealed is 'The workbook, sealed like an identity number';
