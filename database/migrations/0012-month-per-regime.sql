-- Somebody scored under two regimes in one month has two scores of that month: neither takes the other's place.

alter table evaluation_period_score add column rulebook_id text not null default '';
update evaluation_period_score s set rulebook_id = c.rulebook_id
  from evaluation_result r join evaluation_campaign c on c.tenant_id = r.tenant_id and c.id = r.campaign_id
  where r.tenant_id = s.tenant_id and r.id = s.result_id;
alter table evaluation_period_score drop constraint evaluation_period_score_pkey;
alter table evaluation_period_score add primary key (tenant_id, person_id, month, rulebook_id);
comment on column evaluation_period_score.rulebook_id is 'Under which rulebook; empty for a month entered by hand, which serves any that has none of its own';

-- As long as the name of a kind of rater may be.
alter table evaluation_rater drop constraint evaluation_rater_kind_check;
alter table evaluation_rater add constraint evaluation_rater_kind_ck check (length(kind) between 1 and 64);
