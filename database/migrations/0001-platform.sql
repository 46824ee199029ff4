-- Platform: tenants, the ledger, stored files, the working calendar.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create table tenant (
  id uuid primary key,
  name text not null check (name = btrim(name) and name <> ''),
  created_at timestamptz not null
);
comment on table tenant is 'A committee with its own cadre management, or a station (đơn vị sử dụng hệ thống).';

create table working_day_exception (
  day date primary key,
  kind text not null check (kind in ('holiday', 'made_up')),
  name text not null,
  document text not null
);
comment on table working_day_exception is 'Vietnamese public holidays, days off in lieu and make-up days: dated data for terms in working days.';
comment on column working_day_exception.document is 'The text that sets the day: Labour Code article 112 or the yearly notice.';

create table ledger_entry (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  at timestamptz not null,
  request_id uuid,
  account_id uuid,
  person_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  data jsonb not null,
  reply jsonb,
  primary key (tenant_id, id)
);
comment on table ledger_entry is 'Append-only: one entry per command, per read of personal detail and per export, written in its transaction.';
comment on column ledger_entry.request_id is 'The x-request-id of the command: sent twice, it is one act.';
comment on column ledger_entry.reply is 'What the command answered, given again when the same request comes twice.';
-- Which act did this request do?
create unique index ledger_entry_request_uq on ledger_entry (tenant_id, request_id) where request_id is not null;
-- What happened to this thing, newest first?
create index ledger_entry_subject on ledger_entry (tenant_id, subject_kind, subject_id, id desc);

create table stored_file (
  tenant_id uuid not null references tenant (id),
  id text not null check (id ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  stored_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table stored_file is 'Files by content: id is the SHA-256 of the bytes, kept once under the data folder.';

insert into working_day_exception (day, kind, name, document) values
  ('2026-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-01-02', 'holiday', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'Phương án nghỉ lễ, Tết năm 2026 (hoán đổi với 10/01)'),
  ('2026-01-10', 'made_up', 'Làm bù cho ngày 02/01', 'Phương án nghỉ lễ, Tết năm 2026'),
  ('2026-02-16', 'holiday', 'Tết Nguyên đán Bính Ngọ (29 tháng Chạp)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-17', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 1)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-18', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 2)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-19', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 3)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-20', 'holiday', 'Tết Nguyên đán Bính Ngọ (mùng 4)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-04-27', 'holiday', 'Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)', 'Bộ luật Lao động 2019, Điều 111 và 112'),
  ('2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-08-22', 'made_up', 'Làm bù cho ngày 31/8', 'Phương án nghỉ lễ, Tết năm 2026'),
  ('2026-08-31', 'holiday', 'Nghỉ hoán đổi dịp Quốc khánh', 'Phương án nghỉ lễ, Tết năm 2026 (hoán đổi với 22/8)'),
  ('2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-05', 'holiday', 'Tết Nguyên đán Đinh Mùi (29 tháng Chạp)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-06', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 1)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-07', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 2)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-08', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 3)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-09', 'holiday', 'Tết Nguyên đán Đinh Mùi (mùng 4)', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-02-10', 'holiday', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 111'),
  ('2027-02-11', 'holiday', 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 111'),
  ('2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-05-03', 'holiday', 'Nghỉ bù Ngày Quốc tế lao động (1/5 là thứ Bảy)', 'Bộ luật Lao động 2019, Điều 111'),
  ('2027-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
  ('2027-09-03', 'holiday', 'Quốc khánh (ngày liền kề)', 'Bộ luật Lao động 2019, Điều 112');
