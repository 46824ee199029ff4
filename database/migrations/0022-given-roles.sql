-- Roles given by hand: those of the newsroom, on what document a role was given and by whom, and how it ended.

alter table accounts_grant drop constraint accounts_grant_role_check;
alter table accounts_grant add constraint accounts_grant_role_check check (role in ('administrator', 'officer', 'decider', 'auditor', 'reporter', 'editor', 'director'));
-- A role taken back on its first day or earlier has no whole day: it ends on the day before.
alter table accounts_grant drop constraint accounts_grant_check;
alter table accounts_grant add constraint accounts_grant_check check (valid_to is null or valid_to >= valid_from - 1);
alter table accounts_grant add column document_number text not null default '';
alter table accounts_grant add column document_date date;
alter table accounts_grant add column given_by uuid;
alter table accounts_grant add column given_at timestamptz;
alter table accounts_grant add column ended_by uuid;
alter table accounts_grant add column ended_at timestamptz;
alter table accounts_grant add column end_reason text not null default '';
comment on column accounts_grant.given_by is 'Account that gave the role; null for the first officer and the sample';
comment on column accounts_grant.ended_by is 'Account that set the last day, where it was not set from the start';
