-- Accounts: credentials and sessions kept by the accounts library (local tables), and our own grants of roles.
create table accounts_user (
  id uuid primary key,
  tenant_id uuid not null references tenant (id),
  person_id uuid,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text not null unique,
  display_username text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table accounts_user is 'A sign-in name. The person behind it, if any, is organisation_person of the same tenant.';
-- Which account signs in for this person?
create unique index accounts_user_person on accounts_user (tenant_id, person_id) where person_id is not null;

create table accounts_session (
  id uuid primary key,
  user_id uuid not null references accounts_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table accounts_session is 'A signed-in browser.';
create index accounts_session_user on accounts_session (user_id);

create table accounts_credential (
  id uuid primary key,
  user_id uuid not null references accounts_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table accounts_credential is 'How an account proves itself; passwords only as argon2id hashes.';
create index accounts_credential_user on accounts_credential (user_id);

create table accounts_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
comment on table accounts_verification is 'One-time values of the accounts library.';
create index accounts_verification_identifier on accounts_verification (identifier);

create table accounts_grant (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('administrator', 'officer', 'decider', 'auditor')),
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table accounts_grant is 'A role over a unit subtree for a span of days; rights that follow from posts are derived, not stored.';
comment on column accounts_grant.unit_id is 'Root of the subtree; null is the whole tenant.';
-- What does this account hold today?
create index accounts_grant_account on accounts_grant (tenant_id, account_id);
