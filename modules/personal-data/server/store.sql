-- What the program sends, printed by `npm run generate` for review; the store functions are the source.

-- personal_data_freed_file
select file_id
  from personal_data_freed_file
  where tenant_id = $ and freed_at < $;

-- personal_data_period
select record_class as recordClass, months, valid_from as
  from, ground_issuer as groundIssuer, ground_number as groundNumber, ground_date as groundDate, note, set_by as setBy, set_at as setAt
  from personal_data_period
  where tenant_id = $
  order by id;

-- personal_data_period
select set_by as person
  from personal_data_period
  where tenant_id = $
  union select settled_by as person
  from personal_data_proposal
  where tenant_id = $ and settled_by is not null
  union select added_by as person
  from personal_data_classified_stub
  where tenant_id = $
  union select answered_by as person
  from personal_data_request
  where tenant_id = $ and answered_by is not null
  union select completed_by as person
  from personal_data_request
  where tenant_id = $ and completed_by is not null;

-- personal_data_proposal
select *
  from personal_data_proposal
  where tenant_id = $
  order by proposed_at desc, id desc
  limit $;

-- personal_data_proposal
select id, postponed_until
  from personal_data_proposal
  where tenant_id = $ and record_class = $ and status in ($, …)
  for update;

-- personal_data_request
select person_id
  from personal_data_request
  where tenant_id = $ and status in ($, …) and person_id = any($::uuid[]);
