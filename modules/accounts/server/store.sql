-- What the program sends, printed by `npm run generate` for review; the store functions are the source.

-- accounts_credential
insert into accounts_credential (id, user_id, account_id, provider_id, password, created_at, updated_at)
  values ($, …);

-- accounts_credential
select primary.*
  from (select *
  from accounts_credential
  where (accounts_credential.user_id = $ and accounts_credential.provider_id = $ and accounts_credential.account_id = $)) as primary;

-- accounts_grant
insert into accounts_grant (tenant_id, id, account_id, role, unit_id, valid_from, valid_to)
  values ($, …);

-- accounts_grant
select role, unit_id
  from accounts_grant
  where tenant_id = $ and account_id = $ and valid_from <= $ and (valid_to is null or valid_to >= $);

-- accounts_session
insert into accounts_session (expires_at, token, created_at, updated_at, ip_address, user_agent, user_id, id)
  values ($, …)
  returning *;

-- accounts_session
select u.id, u.tenant_id, u.person_id, u.name
  from accounts_session as s
  inner join accounts_user as u on u.id = s.user_id
  where s.token = $ and s.expires_at > $;

-- accounts_user
insert into accounts_user (id, tenant_id, person_id, name, email, username, display_username, created_at, updated_at)
  values ($, …);

-- accounts_user
select primary.*
  from (select *
  from accounts_user
  where accounts_user.username = $) as primary;
