-- Rulebooks a body writes itself: drafted, issued under a document, retired.

create table evaluation_rulebook_edition (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  rulebook_id text not null check (rulebook_id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  number integer not null check (number >= 1),
  name jsonb not null,
  status text not null check (status in ('draft', 'issued', 'retired')),
  source text,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  basis_id text not null,
  basis_version text not null,
  document_number text not null default '',
  document_date date,
  signer text not null default '',
  valid_from date,
  valid_to date,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_rulebook_edition_number_uq unique (tenant_id, rulebook_id, number),
  constraint evaluation_rulebook_edition_draft_ck check ((status = 'draft') = (source is not null)),
  constraint evaluation_rulebook_edition_document_ck check (status = 'draft' or (document_number <> '' and document_date is not null and valid_from is not null)),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table evaluation_rulebook_edition is 'A version of a rulebook (bộ quy định đánh giá) that a body writes itself';
comment on column evaluation_rulebook_edition.source is 'The YAML text while it is a draft; once issued the text is in evaluation_rulebook, which nobody can change';
comment on column evaluation_rulebook_edition.name is 'Title in both languages as last read from the text: {vi, en}';
comment on column evaluation_rulebook_edition.basis_id is 'The rulebook it was begun from, with basis_version';
comment on column evaluation_rulebook_edition.version is 'Counts changes: of two officers editing at once the second is told';
create unique index evaluation_rulebook_edition_draft_uq on evaluation_rulebook_edition (tenant_id, rulebook_id) where status = 'draft';

comment on table evaluation_rulebook is 'A rulebook (bộ quy định đánh giá) as it stood when it was issued by its body or first pinned by a campaign; never changed afterwards';
