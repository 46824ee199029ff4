-- A step signed for somebody names the delegation it was signed under, so that two which overlap, or one recorded later, leave no doubt.

alter table newsroom_story_step add column delegation_id uuid;
alter table newsroom_story_step add constraint newsroom_story_step_delegation_ck check (delegation_id is null or acting_for is not null);
alter table newsroom_story_step add constraint newsroom_story_step_delegation_fk foreign key (tenant_id, delegation_id) references newsroom_delegation (tenant_id, id);
comment on column newsroom_story_step.delegation_id is 'The delegation it was signed under (văn bản ủy quyền đã dùng); null in one''s own right, and in steps from before this was kept';
