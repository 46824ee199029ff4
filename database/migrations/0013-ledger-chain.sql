-- The ledger proves itself: entries carry the hash of their content, links chain them, published sets have a Merkle root.
alter table ledger_entry add column about uuid[] not null default '{}';
comment on column ledger_entry.about is 'People whose record was touched: who read what of whom (ai đã xem hồ sơ của ai).';
alter table ledger_entry add column hash bytea check (octet_length(hash) = 32);
comment on column ledger_entry.hash is 'SHA-256 of the entry''s content in canonical form (docs/ledger.md), written with it; null in entries from before the chain.';
-- Who read the record of this person? Commands are found by their subject.
create index ledger_entry_about on ledger_entry using gin (about) where request_id is null and about <> '{}';

create table ledger_link (
  tenant_id uuid not null references tenant (id),
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  entry_hash bytea not null check (octet_length(entry_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (tenant_id, seq),
  constraint ledger_link_entry_uq unique (tenant_id, entry_id),
  constraint ledger_link_entry_fk foreign key (tenant_id, entry_id) references ledger_entry (tenant_id, id)
);
comment on table ledger_link is 'The chain (chuỗi dấu): committed entries in the order they were sealed, each hash over the one before.';

create table ledger_anchor (
  tenant_id uuid not null references tenant (id),
  day date not null,
  seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  anchored_at timestamptz not null,
  primary key (tenant_id, day),
  constraint ledger_anchor_link_fk foreign key (tenant_id, seq) references ledger_link (tenant_id, seq)
);
comment on table ledger_anchor is 'The head of the chain at the end of a day (mốc dấu trong ngày), written to a file outside the database as well.';

create table ledger_timestamp (
  tenant_id uuid not null references tenant (id),
  day date not null,
  authority text not null check (authority <> ''),
  token bytea not null,
  stamped_at timestamptz not null,
  primary key (tenant_id, day, authority),
  constraint ledger_timestamp_anchor_fk foreign key (tenant_id, day) references ledger_anchor (tenant_id, day)
);
comment on table ledger_timestamp is 'What a timestamp authority (RFC 3161) answered for an anchor.';

create table ledger_tree (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  size integer not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table ledger_tree is 'A published set of results: its Merkle root (RFC 9162), also in the ledger entry of the act and on the printed forms.';

create table ledger_leaf (
  tenant_id uuid not null references tenant (id),
  tree_id uuid not null,
  position integer not null check (position >= 0),
  subject_id uuid not null,
  content jsonb not null,
  salt bytea not null check (octet_length(salt) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, tree_id, position),
  constraint ledger_leaf_tree_fk foreign key (tenant_id, tree_id) references ledger_tree (tenant_id, id)
);
comment on table ledger_leaf is 'One published result of a set: its content as hashed with a salt of its own, so that nobody can guess a neighbour''s from the hash.';
-- In which published set does this result stand?
create index ledger_leaf_subject on ledger_leaf (tenant_id, subject_id);
