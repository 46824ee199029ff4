-- Accounts: passwords, second factors, passkeys and sign-in elsewhere, each in a table of its own; two persons for one act.
drop table accounts_verification;

create table accounts_password (
  user_id uuid primary key references accounts_user (id) on delete cascade,
  hash text not null,
  changed_at timestamptz not null
);
comment on table accounts_password is 'Passwords, only as argon2id hashes. An account without a row has not been taken up, or signs in elsewhere.';
insert into accounts_password (user_id, hash, changed_at)
  select user_id, password, updated_at from accounts_credential where provider_id = 'credential' and password is not null;
drop table accounts_credential;

alter table accounts_user
  drop column email,
  drop column email_verified,
  drop column image,
  drop column display_username,
  drop column updated_at;

-- Tokens are kept as hashes from here on: everybody signs in once more.
delete from accounts_session;
alter table accounts_session drop column updated_at;
alter table accounts_session drop column token;
alter table accounts_session rename column ip_address to source;
alter table accounts_session
  add column token_hash text not null unique,
  add column proved_at timestamptz not null default current_timestamp,
  add column second_factor_at timestamptz,
  add column seen_at timestamptz not null default current_timestamp;
comment on column accounts_session.token_hash is 'SHA-256 of the cookie’s value: who reads the table cannot sign in with it.';
comment on column accounts_session.proved_at is 'When the person behind it last proved who they are; sensitive acts ask again after ten minutes.';
comment on column accounts_session.second_factor_at is 'When a second factor was proved in it; null: deciding, administration and export are withheld where one is required.';

create table accounts_totp (
  user_id uuid primary key references accounts_user (id) on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null
);
comment on table accounts_totp is 'Authenticator applications; in force once a first code was confirmed.';
comment on column accounts_totp.secret is 'Encrypted with a key made from the secret of the data folder.';
comment on column accounts_totp.last_step is 'The last half-minute whose code was used: a code works once.';

create table accounts_recovery_code (
  user_id uuid not null references accounts_user (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table accounts_recovery_code is 'Codes for the day the telephone is lost, each good once.';

create table accounts_passkey (
  id text primary key,
  user_id uuid not null references accounts_user (id) on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  relying_party text not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table accounts_passkey is 'WebAuthn credentials; id is the credential’s own.';
create index accounts_passkey_user on accounts_passkey (user_id);

create table accounts_challenge (
  token_hash text primary key,
  kind text not null check (kind in ('second_factor', 'register_passkey', 'passkey', 'elsewhere')),
  user_id uuid references accounts_user (id) on delete cascade,
  value jsonb not null,
  expires_at timestamptz not null
);
comment on table accounts_challenge is 'One-time values between two requests of one sign-in.';
create index accounts_challenge_end on accounts_challenge (expires_at);

create table accounts_attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  until timestamptz not null
);
comment on table accounts_attempt is 'Wrong sign-ins, counted by account and place or device, for all servers. key is a hash.';
create index accounts_attempt_last on accounts_attempt (last_at);

create table accounts_invitation (
  id uuid primary key,
  user_id uuid not null references accounts_user (id) on delete cascade,
  token_hash text not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
comment on table accounts_invitation is 'One-time links with which somebody chooses a password.';
create index accounts_invitation_user on accounts_invitation (user_id);

create table accounts_elsewhere (
  issuer text not null,
  subject text not null,
  user_id uuid not null references accounts_user (id) on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
comment on table accounts_elsewhere is 'Which account somebody signed in with at an OpenID Connect provider opens.';
create unique index accounts_elsewhere_user on accounts_elsewhere (user_id, issuer);

create table accounts_policy (
  tenant_id uuid primary key references tenant (id),
  second_factor text not null check (second_factor in ('required', 'offered')),
  two_persons text not null check (two_persons in ('required', 'off')),
  changed_at timestamptz not null
);
comment on table accounts_policy is 'How strictly a committee guards its accounts. Without a row both are required.';

create table accounts_approval (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  act text not null,
  request_print text not null,
  method text not null,
  address text not null,
  body jsonb,
  reason text not null check (reason <> ''),
  requested_by uuid not null,
  requested_by_person uuid,
  requested_name text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  status text not null check (status in ('waiting', 'approved', 'refused', 'withdrawn', 'used')),
  settled_by uuid,
  settled_by_person uuid,
  settled_name text,
  settled_at timestamptz,
  used_at timestamptz,
  primary key (tenant_id, id),
  check (settled_by is null or settled_by <> requested_by),
  check (status not in ('approved', 'refused', 'used') or settled_by is not null)
);
comment on table accounts_approval is 'One act that needs a second person: exactly this request, done once.';
comment on column accounts_approval.request_print is 'Print of method, address and body: nothing else is approved.';
-- What does this account wait for with this request?
create index accounts_approval_request on accounts_approval (tenant_id, requested_by, request_print);
-- What waits, newest first?
create index accounts_approval_time on accounts_approval (tenant_id, requested_at desc);
