-- The sheet of an organisation goes back with its reason, as a person's does.

create table evaluation_unit_sheet_return (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  rater text not null check (rater in ('self', 'recogniser')),
  returned_by uuid,
  reason text not null check (reason <> ''),
  returned_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evaluation_unit_sheet_return_file_fk foreign key (tenant_id, campaign_id, unit_id) references evaluation_unit_file (tenant_id, campaign_id, unit_id)
);
comment on table evaluation_unit_sheet_return is 'An organisation''s sheet sent back with its reason: the recogniser to the organisation, the personnel body to the recogniser';
comment on column evaluation_unit_sheet_return.rater is 'Whose sheet went back';
create index evaluation_unit_sheet_return_file_ix on evaluation_unit_sheet_return (tenant_id, campaign_id, unit_id, returned_at desc);
