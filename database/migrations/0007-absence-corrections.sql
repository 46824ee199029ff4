-- Absences are entered by hand: they can be corrected, and unpaid leave counts too (Decree 335/2025, article 11).

alter table organisation_absence add column version integer not null default 1;
alter table organisation_absence drop constraint organisation_absence_kind_ck;
alter table organisation_absence add constraint organisation_absence_kind_ck check (kind in ('maternity', 'sick_leave', 'unpaid_leave'));
comment on column organisation_absence.version is 'Counts corrections; compared on every change';
