-- Ledger: the same request number for something else is told apart from the same request sent again.
alter table ledger_entry add column request_print text check (request_print ~ '^[0-9a-f]{64}$');
comment on column ledger_entry.request_print is 'SHA-256 of the method, address and body of the command: a request number sent with anything else is refused.';
