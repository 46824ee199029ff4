-- A leaf proves a result by its hash alone: a copy of the result that nobody may delete would outlive its retention.
alter table ledger_leaf drop column content;
comment on table ledger_leaf is 'One published result of a set: the salted hash of what it said, so that nobody can guess a neighbour''s, and the result can be deleted in its time.';
