-- What is settled before scoring: the points of each result axis, proposed for each person and approved by who is competent.

create table evaluation_plan (
  tenant_id uuid not null references tenant (id),
  campaign_id uuid not null,
  person_id uuid not null,
  entries jsonb not null,
  status text not null check (status in ('proposed', 'approved', 'returned')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  reason text not null default '',
  version integer not null default 1,
  primary key (tenant_id, campaign_id, person_id),
  constraint evaluation_plan_participant_fk foreign key (tenant_id, campaign_id, person_id) references evaluation_participant (tenant_id, campaign_id, person_id),
  constraint evaluation_plan_self_ck check (settled_by <> person_id),
  constraint evaluation_plan_settled_ck check ((status = 'proposed') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint evaluation_plan_reason_ck check (status <> 'returned' or reason <> '')
);
comment on table evaluation_plan is 'A person''s plan of a campaign (kế hoạch quý: điểm tối đa của trục): proposed, then approved or returned with a reason; every act is in the ledger';
comment on column evaluation_plan.proposed_by is 'The person, or somebody of the personnel body for them; null for an account without a person';
comment on column evaluation_plan.entries is 'Planned fields by list, row and field as text, {"axes": {"1": {"max": "15", "main": "true"}, …}}';
-- The plan of the same person in an earlier campaign, to begin from.
create index evaluation_plan_person_ix on evaluation_plan (tenant_id, person_id, settled_at desc) where status = 'approved';
