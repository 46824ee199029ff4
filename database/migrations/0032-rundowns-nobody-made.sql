-- Rundowns the server makes ahead of time by itself: nobody made them, and nobody is named.

alter table newsroom_rundown alter column created_by drop not null;
comment on column newsroom_rundown.created_by is 'Who made it; null where the server did ahead of time (dựng sẵn khung)';

alter table newsroom_rundown_item alter column added_by drop not null;
alter table newsroom_rundown_item alter column changed_by drop not null;
comment on column newsroom_rundown_item.changed_by is 'Who changed it last; null while it is as the server made it ahead of time';
