-- What a rater writes into the lists of the rulebook: result axes, a regime's own marks of each task.

alter table evaluation_sheet add column lists jsonb not null default '{}';
comment on column evaluation_sheet.lists is 'Entries of the rulebook''s lists as text, by list, row (key, task or number) and field, {"axes": {"1": {"max": "15", "percent": "95"}}}';
