-- A reminder to somebody who rates as a further kind of rater is about that kind in the campaign, never about one subject.

alter table evaluation_reminder alter column about_person_id drop not null;
alter table evaluation_reminder add column rater_kind text;
alter table evaluation_reminder add constraint evaluation_reminder_about_ck check ((about_person_id is null) <> (rater_kind is null));
comment on column evaluation_reminder.rater_kind is 'As which kind of rater of the rulebook; then it is about no one subject';
