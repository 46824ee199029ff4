-- What the program sends, printed by `npm run generate` for review; the store functions are the source.

-- accounts_approval
select id, act, address, body, requested_by_person
  from accounts_approval
  where tenant_id = $ and status = $ and expires_at > $ and act in ($) and requested_by <> $;

-- accounts_approval
select id, act, address, body, requested_by_person
  from accounts_approval
  where tenant_id = $ and status = $ and expires_at > $ and act in ($, …) and requested_by <> $;

-- accounts_approval
select id, expires_at, requested_name, requested_by_person
  from accounts_approval
  where tenant_id = $ and expires_at < $::timestamp at time zone 'Asia/Ho_Chi_Minh'
  order by expires_at;

-- accounts_attempt
delete
  from accounts_attempt
  where key = $;

-- accounts_attempt
delete
  from accounts_attempt
  where last_at < $;

-- accounts_attempt
insert into accounts_attempt as a (key, failures, last_at, until)
  values ($, 1, $, …)
  on conflict (key) do update
  set failures = case when a.last_at < $::timestamptz - make_interval(secs => $) or a.last_at > $::timestamptz + interval '5 minutes' then 1 else a.failures + 1 end, last_at = $, until = $::timestamptz + make_interval(secs => case when case when a.last_at < $::timestamptz - make_interval(secs => $) or a.last_at > $::timestamptz + interval '5 minutes' then 1 else a.failures + 1 end <= $::int then 0 else least($::float8, $::float8 * 2 ^ least(case when a.last_at < $::timestamptz - make_interval(secs => $) or a.last_at > $::timestamptz + interval '5 minutes' then 1 else a.failures + 1 end - $::int - 1, 30)) end)
  where a.until <= $ or a.until <= a.last_at or a.last_at > $::timestamptz + interval '5 minutes'
  returning a.failures;

-- accounts_attempt
update accounts_attempt
  set failures = greatest(failures - 1, 0), until = least(until, $)
  where key = $;

-- accounts_grant
insert into accounts_grant (tenant_id, id, account_id, role, unit_id, valid_from, valid_to)
  values ($, …);

-- accounts_grant
select role, unit_id
  from accounts_grant
  where tenant_id = $ and account_id = $ and valid_from <= $ and (valid_to is null or valid_to >= $);

-- accounts_invitation
select i.id, i.expires_at, u.username, u.person_id
  from accounts_invitation as i
  inner join accounts_user as u on u.id = i.user_id
  where u.tenant_id = $ and i.expires_at < $::timestamp at time zone 'Asia/Ho_Chi_Minh';

-- accounts_invitation
select user_id, expires_at
  from accounts_invitation
  where user_id in ($, …) and used_at is null and revoked_at is null and expires_at > $;

-- accounts_passkey
select user_id
  from accounts_passkey
  where user_id in ($, …);

-- accounts_password
insert into accounts_password (user_id, hash, changed_at)
  values ($, …);

-- accounts_policy
insert into accounts_policy (tenant_id, second_factor, two_persons, changed_at)
  values ($, …)
  on conflict (tenant_id) do update
  set second_factor = $, two_persons = $, changed_at = $;

-- accounts_policy
select second_factor, two_persons
  from accounts_policy
  where tenant_id = $;

-- accounts_session
delete
  from accounts_session
  where token_hash = $;

-- accounts_session
delete
  from accounts_session
  where user_id = $ and expires_at < $;

-- accounts_session
insert into accounts_session (id, user_id, token_hash, expires_at, source, user_agent, created_at, proved_at, second_factor_at, seen_at)
  values ($, …);

-- accounts_session
select s.id, s.expires_at, u.username, u.person_id
  from accounts_session as s
  inner join accounts_user as u on u.id = s.user_id
  where u.tenant_id = $ and s.expires_at < $::timestamp at time zone 'Asia/Ho_Chi_Minh';

-- accounts_session
select u.id, u.tenant_id, u.person_id, u.name, s.proved_at, s.second_factor_at, s.seen_at
  from accounts_session as s
  inner join accounts_user as u on u.id = s.user_id
  where s.token_hash = $ and s.expires_at > $ and s.expires_at < $;

-- accounts_totp
select exists (select 1 as one
  from accounts_totp
  where user_id = $ and confirmed_at is not null) as totp, (select count(*) as n
  from accounts_passkey
  where user_id = $) as passkeys, (select count(*) as n
  from accounts_recovery_code
  where user_id = $ and used_at is null) as codes
  from accounts_user
  where id = $;

-- accounts_totp
select user_id
  from accounts_totp
  where user_id in ($, …) and confirmed_at is not null;

-- accounts_user
insert into accounts_user (id, tenant_id, person_id, name, username, created_at)
  values ($, …);

-- accounts_user
select distinct u.person_id
  from accounts_user as u
  inner join accounts_grant as g on g.tenant_id = $ and g.account_id = u.id
  where u.tenant_id = $ and u.person_id = any($::uuid[]) and (g.valid_to is null or (g.valid_to >= $ and g.valid_to >= g.valid_from));

-- accounts_user
select u.id, u.tenant_id, u.person_id, u.name, u.username, p.hash
  from accounts_user as u
  inner join accounts_password as p on p.user_id = u.id
  where u.username = $;
