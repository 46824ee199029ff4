-- Printed from a migrated database by `npm run generate`; the migrations are the source.

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

create table accounts_approval (
  tenant_id uuid not null,
  id uuid not null,
  act text not null,
  request_print text not null,
  method text not null,
  address text not null,
  body jsonb,
  reason text not null,
  requested_by uuid not null,
  requested_by_person uuid,
  requested_name text not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  status text not null,
  settled_by uuid,
  settled_by_person uuid,
  settled_name text,
  settled_at timestamp with time zone,
  used_at timestamp with time zone,
  constraint accounts_approval_pkey PRIMARY KEY (tenant_id, id),
  constraint accounts_approval_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint accounts_approval_check CHECK (((settled_by IS NULL) OR (settled_by <> requested_by))),
  constraint accounts_approval_check1 CHECK (((status <> ALL (ARRAY['approved'::text, 'refused'::text, 'used'::text])) OR (settled_by IS NOT NULL))),
  constraint accounts_approval_reason_check CHECK ((reason <> ''::text)),
  constraint accounts_approval_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'used'::text])))
);
CREATE INDEX accounts_approval_request ON public.accounts_approval USING btree (tenant_id, requested_by, request_print);
CREATE INDEX accounts_approval_time ON public.accounts_approval USING btree (tenant_id, requested_at DESC);
alter table accounts_approval enable row level security;
create policy by_tenant on accounts_approval using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on accounts_approval to thuocdo_app;
comment on table accounts_approval is 'One act that needs a second person: exactly this request, done once.';
comment on column accounts_approval.request_print is 'Print of method, address and body: nothing else is approved.';

create table accounts_attempt (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  until timestamp with time zone not null,
  constraint accounts_attempt_pkey PRIMARY KEY (key)
);
CREATE INDEX accounts_attempt_last ON public.accounts_attempt USING btree (last_at);
grant delete, insert, select, update on accounts_attempt to thuocdo_app;
comment on table accounts_attempt is 'Wrong sign-ins, counted by account and place or device, for all servers. key is a hash.';

create table accounts_challenge (
  token_hash text not null,
  kind text not null,
  user_id uuid,
  value jsonb not null,
  expires_at timestamp with time zone not null,
  constraint accounts_challenge_pkey PRIMARY KEY (token_hash),
  constraint accounts_challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE,
  constraint accounts_challenge_kind_check CHECK ((kind = ANY (ARRAY['second_factor'::text, 'register_passkey'::text, 'passkey'::text, 'elsewhere'::text])))
);
CREATE INDEX accounts_challenge_end ON public.accounts_challenge USING btree (expires_at);
grant delete, insert, select, update on accounts_challenge to thuocdo_app;
comment on table accounts_challenge is 'One-time values between two requests of one sign-in.';

create table accounts_elsewhere (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint accounts_elsewhere_pkey PRIMARY KEY (issuer, subject),
  constraint accounts_elsewhere_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX accounts_elsewhere_user ON public.accounts_elsewhere USING btree (user_id, issuer);
grant delete, insert, select, update on accounts_elsewhere to thuocdo_app;
comment on table accounts_elsewhere is 'Which account somebody signed in with at an OpenID Connect provider opens.';

create table accounts_grant (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  document_number text default ''::text not null,
  document_date date,
  given_by uuid,
  given_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text default ''::text not null,
  constraint accounts_grant_pkey PRIMARY KEY (tenant_id, id),
  constraint accounts_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint accounts_grant_check CHECK (((valid_to IS NULL) OR (valid_to >= (valid_from - 1)))),
  constraint accounts_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'officer'::text, 'decider'::text, 'auditor'::text, 'reporter'::text, 'editor'::text, 'director'::text, 'producer'::text, 'gallery'::text])))
);
CREATE INDEX accounts_grant_account ON public.accounts_grant USING btree (tenant_id, account_id);
alter table accounts_grant enable row level security;
create policy by_tenant on accounts_grant using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on accounts_grant to thuocdo_app;
comment on table accounts_grant is 'A role over a unit subtree for a span of days; rights that follow from posts are derived, not stored.';
comment on column accounts_grant.unit_id is 'Root of the subtree; null is the whole tenant.';
comment on column accounts_grant.given_by is 'Account that gave the role; null for the first officer and the sample';
comment on column accounts_grant.ended_by is 'Account that set the last day, where it was not set from the start';

create table accounts_invitation (
  id uuid not null,
  user_id uuid not null,
  token_hash text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint accounts_invitation_pkey PRIMARY KEY (id),
  constraint accounts_invitation_token_hash_key UNIQUE (token_hash),
  constraint accounts_invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
CREATE INDEX accounts_invitation_user ON public.accounts_invitation USING btree (user_id);
grant delete, insert, select, update on accounts_invitation to thuocdo_app;
comment on table accounts_invitation is 'One-time links with which somebody chooses a password.';

create table accounts_passkey (
  id text not null,
  user_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  relying_party text not null,
  name text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint accounts_passkey_pkey PRIMARY KEY (id),
  constraint accounts_passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
CREATE INDEX accounts_passkey_user ON public.accounts_passkey USING btree (user_id);
grant delete, insert, select, update on accounts_passkey to thuocdo_app;
comment on table accounts_passkey is 'WebAuthn credentials; id is the credential’s own.';

create table accounts_password (
  user_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null,
  constraint accounts_password_pkey PRIMARY KEY (user_id),
  constraint accounts_password_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
grant delete, insert, select, update on accounts_password to thuocdo_app;
comment on table accounts_password is 'Passwords, only as argon2id hashes. An account without a row has not been taken up, or signs in elsewhere.';

create table accounts_policy (
  tenant_id uuid not null,
  second_factor text not null,
  two_persons text not null,
  changed_at timestamp with time zone not null,
  constraint accounts_policy_pkey PRIMARY KEY (tenant_id),
  constraint accounts_policy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint accounts_policy_second_factor_check CHECK ((second_factor = ANY (ARRAY['required'::text, 'offered'::text]))),
  constraint accounts_policy_two_persons_check CHECK ((two_persons = ANY (ARRAY['required'::text, 'off'::text])))
);
alter table accounts_policy enable row level security;
create policy by_tenant on accounts_policy using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on accounts_policy to thuocdo_app;
comment on table accounts_policy is 'How strictly a committee guards its accounts. Without a row both are required.';

create table accounts_recovery_code (
  user_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone,
  constraint accounts_recovery_code_pkey PRIMARY KEY (user_id, code_hash),
  constraint accounts_recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
grant delete, insert, select, update on accounts_recovery_code to thuocdo_app;
comment on table accounts_recovery_code is 'Codes for the day the telephone is lost, each good once.';

create table accounts_session (
  id uuid not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  source text,
  user_agent text,
  created_at timestamp with time zone default CURRENT_TIMESTAMP not null,
  token_hash text not null,
  proved_at timestamp with time zone default CURRENT_TIMESTAMP not null,
  second_factor_at timestamp with time zone,
  seen_at timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint accounts_session_pkey PRIMARY KEY (id),
  constraint accounts_session_token_hash_key UNIQUE (token_hash),
  constraint accounts_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
CREATE INDEX accounts_session_user ON public.accounts_session USING btree (user_id);
grant delete, insert, select, update on accounts_session to thuocdo_app;
comment on table accounts_session is 'A signed-in browser.';
comment on column accounts_session.token_hash is 'SHA-256 of the cookie’s value: who reads the table cannot sign in with it.';
comment on column accounts_session.proved_at is 'When the person behind it last proved who they are; sensitive acts ask again after ten minutes.';
comment on column accounts_session.second_factor_at is 'When a second factor was proved in it; null: deciding, administration and export are withheld where one is required.';

create table accounts_totp (
  user_id uuid not null,
  secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  created_at timestamp with time zone not null,
  constraint accounts_totp_pkey PRIMARY KEY (user_id),
  constraint accounts_totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts_user(id) ON DELETE CASCADE
);
grant delete, insert, select, update on accounts_totp to thuocdo_app;
comment on table accounts_totp is 'Authenticator applications; in force once a first code was confirmed.';
comment on column accounts_totp.secret is 'Encrypted with a key made from the secret of the data folder.';
comment on column accounts_totp.last_step is 'The last half-minute whose code was used: a code works once.';

create table accounts_user (
  id uuid not null,
  tenant_id uuid not null,
  person_id uuid,
  name text not null,
  username text not null,
  created_at timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint accounts_user_pkey PRIMARY KEY (id),
  constraint accounts_user_username_key UNIQUE (username),
  constraint accounts_user_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE UNIQUE INDEX accounts_user_person ON public.accounts_user USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
grant delete, insert, select, update on accounts_user to thuocdo_app;
comment on table accounts_user is 'A sign-in name. The person behind it, if any, is organisation_person of the same tenant.';

create table evaluation_campaign (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  rulebook_id text not null,
  rulebook_version text not null,
  settings jsonb not null,
  period_kind text not null,
  period_from date not null,
  period_to date not null,
  scope_unit_id uuid not null,
  subject_status text[] not null,
  status text not null,
  self_due date not null,
  superior_due date not null,
  decide_due date not null,
  opened_at timestamp with time zone,
  published_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint evaluation_campaign_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_campaign_rulebook_fk FOREIGN KEY (tenant_id, rulebook_id, rulebook_version) REFERENCES evaluation_rulebook(tenant_id, id, version),
  constraint evaluation_campaign_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_campaign_due_ck CHECK (((self_due <= superior_due) AND (superior_due <= decide_due))),
  constraint evaluation_campaign_name_check CHECK ((name <> ''::text)),
  constraint evaluation_campaign_period_ck CHECK ((period_to > period_from)),
  constraint evaluation_campaign_period_kind_check CHECK ((period_kind = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint evaluation_campaign_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'scoring'::text, 'compiling'::text, 'deciding'::text, 'published'::text, 'closed'::text, 'cancelled'::text])))
);
CREATE INDEX evaluation_campaign_recent_ix ON public.evaluation_campaign USING btree (tenant_id, period_from DESC, id DESC);
CREATE INDEX evaluation_campaign_rulebook_ix ON public.evaluation_campaign USING btree (tenant_id, rulebook_id, rulebook_version);
alter table evaluation_campaign enable row level security;
create policy by_tenant on evaluation_campaign using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_campaign to thuocdo_app;
comment on table evaluation_campaign is 'A round of tracking and evaluation (đợt theo dõi, đánh giá) of one period under one pinned rulebook';

create table evaluation_catalogue (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  decision_number text not null,
  decision_date date not null,
  issuer text not null,
  valid_from date not null,
  valid_to date,
  standard_product text not null,
  standard_points numeric(9,2) not null,
  groups jsonb not null,
  version integer default 1 not null,
  constraint evaluation_catalogue_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_catalogue_overlap_ex EXCLUDE USING gist (tenant_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint evaluation_catalogue_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_catalogue_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint evaluation_catalogue_groups_ck CHECK (((jsonb_array_length(groups) >= 1) AND (jsonb_array_length(groups) <= 5))),
  constraint evaluation_catalogue_name_check CHECK ((name <> ''::text)),
  constraint evaluation_catalogue_standard_points_check CHECK ((standard_points > (0)::numeric))
);
alter table evaluation_catalogue enable row level security;
create policy by_tenant on evaluation_catalogue using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_catalogue to thuocdo_app;
comment on table evaluation_catalogue is 'Catalogue of products and work (Danh mục sản phẩm/công việc), NĐ 335/2025 article 13; one in force on any day';
comment on column evaluation_catalogue.groups is 'At most five complexity groups [{code, name, maxPoints}], article 13.1a';

create table evaluation_document (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid,
  kind text not null,
  file_id text not null,
  name text not null,
  media_type text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint evaluation_document_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_document_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_campaign(tenant_id, id),
  constraint evaluation_document_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES stored_file(tenant_id, id),
  constraint evaluation_document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_document_kind_check CHECK ((kind = ANY (ARRAY['minutes'::text, 'party_opinion'::text, 'decision'::text, 'notice'::text, 'other'::text]))),
  constraint evaluation_document_name_check CHECK ((name <> ''::text))
);
CREATE INDEX evaluation_document_campaign_ix ON public.evaluation_document USING btree (tenant_id, campaign_id);
CREATE INDEX evaluation_document_file_ix ON public.evaluation_document USING btree (tenant_id, file_id);
alter table evaluation_document enable row level security;
create policy by_tenant on evaluation_document using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_document to thuocdo_app;
comment on table evaluation_document is 'Papers of a campaign kept electronically (article 24): minutes, Party committee''s opinion, decisions';

create table evaluation_early_response (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  text text not null,
  given_at timestamp with time zone not null,
  constraint evaluation_early_response_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_early_response_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_early_response_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_early_response_text_check CHECK ((text <> ''::text))
);
CREATE INDEX evaluation_early_response_participant_ix ON public.evaluation_early_response USING btree (tenant_id, campaign_id, person_id, given_at);
alter table evaluation_early_response enable row level security;
create policy by_tenant on evaluation_early_response using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on evaluation_early_response to thuocdo_app;
comment on table evaluation_early_response is 'What the person scored says to the superior''s points before the decision (ý kiến trước khi quyết định)';

create table evaluation_evidence (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null,
  file_id text,
  address text,
  name text not null,
  media_type text default ''::text not null,
  size bigint default 0 not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint evaluation_evidence_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_evidence_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES stored_file(tenant_id, id),
  constraint evaluation_evidence_task_fk FOREIGN KEY (tenant_id, task_id) REFERENCES evaluation_task(tenant_id, id),
  constraint evaluation_evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_evidence_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text]))),
  constraint evaluation_evidence_kind_ck CHECK ((((kind = 'file'::text) = (file_id IS NOT NULL)) AND ((kind = 'link'::text) = (address IS NOT NULL)))),
  constraint evaluation_evidence_name_check CHECK ((name <> ''::text))
);
CREATE INDEX evaluation_evidence_file_ix ON public.evaluation_evidence USING btree (tenant_id, file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX evaluation_evidence_task_ix ON public.evaluation_evidence USING btree (tenant_id, task_id);
alter table evaluation_evidence enable row level security;
create policy by_tenant on evaluation_evidence using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_evidence to thuocdo_app;
comment on table evaluation_evidence is 'Proof of a task''s result (minh chứng): a stored file or a link';

create table evaluation_kinship (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  relative_id uuid not null,
  relation text not null,
  note text default ''::text not null,
  declared_on date not null,
  declared_by uuid,
  constraint evaluation_kinship_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_kinship_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_kinship_relation_check CHECK ((relation = ANY (ARRAY['spouse'::text, 'parent'::text, 'child'::text, 'sibling'::text, 'parent_in_law'::text, 'child_in_law'::text, 'sibling_in_law'::text, 'other'::text]))),
  constraint evaluation_kinship_self_ck CHECK ((person_id <> relative_id))
);
CREATE UNIQUE INDEX evaluation_kinship_pair_uq ON public.evaluation_kinship USING btree (tenant_id, LEAST(person_id, relative_id), GREATEST(person_id, relative_id));
CREATE INDEX evaluation_kinship_person_ix ON public.evaluation_kinship USING btree (tenant_id, person_id);
CREATE INDEX evaluation_kinship_relative_ix ON public.evaluation_kinship USING btree (tenant_id, relative_id);
alter table evaluation_kinship enable row level security;
create policy by_tenant on evaluation_kinship using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_kinship to thuocdo_app;
comment on table evaluation_kinship is 'Declared relatives (quan hệ thân thích): neither rates or decides on the other. Read by the personnel body only';
comment on column evaluation_kinship.relation is 'What relative_id is to person_id; the conflict holds in both directions';

create table evaluation_meeting (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  status text not null,
  held_on date not null,
  place text not null,
  heading text not null,
  superior_body text default ''::text not null,
  body_name text not null,
  quorum text not null,
  conclusion text default ''::text not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint evaluation_meeting_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_meeting_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_campaign(tenant_id, id),
  constraint evaluation_meeting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_body_name_check CHECK ((body_name <> ''::text)),
  constraint evaluation_meeting_closed_ck CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint evaluation_meeting_heading_check CHECK ((heading = ANY (ARRAY['party'::text, 'state'::text]))),
  constraint evaluation_meeting_opened_ck CHECK (((status = 'planned'::text) = (opened_at IS NULL))),
  constraint evaluation_meeting_place_check CHECK ((place <> ''::text)),
  constraint evaluation_meeting_quorum_check CHECK ((quorum = ANY (ARRAY['more_than_half'::text, 'two_thirds'::text, 'three_quarters'::text, 'all'::text]))),
  constraint evaluation_meeting_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text])))
);
CREATE INDEX evaluation_meeting_campaign_ix ON public.evaluation_meeting USING btree (tenant_id, campaign_id, held_on DESC, id DESC);
alter table evaluation_meeting enable row level security;
create policy by_tenant on evaluation_meeting using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting to thuocdo_app;
comment on table evaluation_meeting is 'A meeting that discusses the levels of a campaign (hội nghị đánh giá, xếp loại): planned, open, closed';
comment on column evaluation_meeting.heading is 'Whether the minutes carry the heading of a Party paper or of a State paper';
comment on column evaluation_meeting.quorum is 'How many of those entitled to vote must be present';

create table evaluation_meeting_attendee (
  tenant_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  role text not null,
  votes boolean not null,
  teller boolean default false not null,
  present boolean default false not null,
  absence_reason text default ''::text not null,
  version integer default 1 not null,
  constraint evaluation_meeting_attendee_pkey PRIMARY KEY (tenant_id, meeting_id, person_id),
  constraint evaluation_meeting_attendee_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES evaluation_meeting(tenant_id, id),
  constraint evaluation_meeting_attendee_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_attendee_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'secretary'::text, 'member'::text, 'guest'::text])))
);
CREATE UNIQUE INDEX evaluation_meeting_attendee_chair_uq ON public.evaluation_meeting_attendee USING btree (tenant_id, meeting_id) WHERE (role = 'chair'::text);
CREATE INDEX evaluation_meeting_attendee_person_ix ON public.evaluation_meeting_attendee USING btree (tenant_id, person_id, meeting_id);
alter table evaluation_meeting_attendee enable row level security;
create policy by_tenant on evaluation_meeting_attendee using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_attendee to thuocdo_app;
comment on table evaluation_meeting_attendee is 'Who is called to a meeting (thành phần), who is there, who votes and who counts';

create table evaluation_meeting_proposal (
  tenant_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  level text not null,
  reason text default ''::text not null,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint evaluation_meeting_proposal_pkey PRIMARY KEY (tenant_id, meeting_id, person_id),
  constraint evaluation_meeting_proposal_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES evaluation_meeting(tenant_id, id),
  constraint evaluation_meeting_proposal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table evaluation_meeting_proposal enable row level security;
create policy by_tenant on evaluation_meeting_proposal using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_proposal to thuocdo_app;
comment on table evaluation_meeting_proposal is 'The level the meeting proposes for somebody (mức đề nghị); never a decision';

create table evaluation_meeting_question (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  subject_id uuid,
  title text not null,
  method text not null,
  choices jsonb not null,
  status text not null,
  opened_on date not null,
  closing_reason text default ''::text not null,
  version integer default 1 not null,
  constraint evaluation_meeting_question_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_meeting_question_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES evaluation_meeting(tenant_id, id),
  constraint evaluation_meeting_question_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_question_choices_ck CHECK (((jsonb_array_length(choices) >= 2) AND (jsonb_array_length(choices) <= 12))),
  constraint evaluation_meeting_question_method_check CHECK ((method = ANY (ARRAY['tellers'::text, 'devices'::text]))),
  constraint evaluation_meeting_question_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'void'::text]))),
  constraint evaluation_meeting_question_title_check CHECK ((title <> ''::text))
);
CREATE INDEX evaluation_meeting_question_meeting_ix ON public.evaluation_meeting_question USING btree (tenant_id, meeting_id, id);
alter table evaluation_meeting_question enable row level security;
create policy by_tenant on evaluation_meeting_question using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_question to thuocdo_app;
comment on table evaluation_meeting_question is 'One secret ballot (phiếu kín): counted by two tellers, or cast on the attendees'' own devices';
comment on column evaluation_meeting_question.choices is 'What can be chosen [{id, label}]';
comment on column evaluation_meeting_question.status is 'void: ended with too few ballots to stay secret, nothing of them kept';

create table evaluation_meeting_recusal (
  tenant_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  reason text not null,
  constraint evaluation_meeting_recusal_pkey PRIMARY KEY (tenant_id, meeting_id, person_id, subject_id),
  constraint evaluation_meeting_recusal_attendee_fk FOREIGN KEY (tenant_id, meeting_id, person_id) REFERENCES evaluation_meeting_attendee(tenant_id, meeting_id, person_id),
  constraint evaluation_meeting_recusal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_recusal_reason_check CHECK ((reason <> ''::text))
);
alter table evaluation_meeting_recusal enable row level security;
create policy by_tenant on evaluation_meeting_recusal using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_recusal to thuocdo_app;
comment on table evaluation_meeting_recusal is 'Conflicts of interest stated in the meeting (xung đột lợi ích); those of oneself and of declared relatives need no row';

create table evaluation_meeting_tally (
  tenant_id uuid not null,
  question_id uuid not null,
  issued integer default 0 not null,
  collected integer default 0 not null,
  invalid integer default 0 not null,
  counts jsonb default '{}'::jsonb not null,
  constraint evaluation_meeting_tally_pkey PRIMARY KEY (tenant_id, question_id),
  constraint evaluation_meeting_tally_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES evaluation_meeting_question(tenant_id, id),
  constraint evaluation_meeting_tally_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_tally_collected_check CHECK ((collected >= 0)),
  constraint evaluation_meeting_tally_collected_ck CHECK (((collected <= issued) AND (invalid <= collected))),
  constraint evaluation_meeting_tally_invalid_check CHECK ((invalid >= 0)),
  constraint evaluation_meeting_tally_issued_check CHECK ((issued >= 0))
);
alter table evaluation_meeting_tally enable row level security;
create policy by_tenant on evaluation_meeting_tally using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_tally to thuocdo_app;
comment on table evaluation_meeting_tally is 'All that is kept of the ballots: exact totals by choice, in one row, so that which row was written says nothing either';
comment on column evaluation_meeting_tally.counts is 'Ballots by choice, {"good": 4, …}';

create table evaluation_meeting_teller_count (
  tenant_id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  figures jsonb not null,
  version integer default 1 not null,
  constraint evaluation_meeting_teller_count_pkey PRIMARY KEY (tenant_id, question_id, person_id),
  constraint evaluation_meeting_teller_count_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES evaluation_meeting_question(tenant_id, id),
  constraint evaluation_meeting_teller_count_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table evaluation_meeting_teller_count enable row level security;
create policy by_tenant on evaluation_meeting_teller_count using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_teller_count to thuocdo_app;
comment on table evaluation_meeting_teller_count is 'What one of the two tellers counted (kiểm phiếu); neither sees the other''s figures, which must agree';

create table evaluation_meeting_voter (
  tenant_id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  barred text default ''::text not null,
  voted_on date,
  constraint evaluation_meeting_voter_pkey PRIMARY KEY (tenant_id, question_id, person_id),
  constraint evaluation_meeting_voter_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES evaluation_meeting_question(tenant_id, id),
  constraint evaluation_meeting_voter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_meeting_voter_barred_check CHECK ((barred = ANY (ARRAY[''::text, 'subject'::text, 'relative'::text, 'declared'::text]))),
  constraint evaluation_meeting_voter_barred_ck CHECK (((barred = ''::text) OR (voted_on IS NULL)))
);
CREATE INDEX evaluation_meeting_voter_person_ix ON public.evaluation_meeting_voter USING btree (tenant_id, person_id, question_id);
alter table evaluation_meeting_voter enable row level security;
create policy by_tenant on evaluation_meeting_voter using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_meeting_voter to thuocdo_app;
comment on table evaluation_meeting_voter is 'The roll of one ballot as it was opened: who may vote, who left the room and why, and that somebody has voted; never what';
comment on column evaluation_meeting_voter.voted_on is 'The day only: a finer time would put the ballots in an order';

create table evaluation_participant (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  post_id uuid not null,
  title text not null,
  subject_group text not null,
  peer_group text not null,
  is_head boolean not null,
  variants jsonb default '{}'::jsonb not null,
  superior_id uuid,
  decider_id uuid,
  excluded_reason text default ''::text not null,
  status text not null,
  facts jsonb default '{}'::jsonb not null,
  facts_note text default ''::text not null,
  adjusted text[] default '{}'::text[] not null,
  sort_name text collate "vi-x-icu" not null,
  version integer default 1 not null,
  constraint evaluation_participant_pkey PRIMARY KEY (tenant_id, campaign_id, person_id),
  constraint evaluation_participant_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_campaign(tenant_id, id),
  constraint evaluation_participant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_participant_self_ck CHECK (((superior_id <> person_id) AND (decider_id <> person_id))),
  constraint evaluation_participant_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'self_scoring'::text, 'superior_scoring'::text, 'scored'::text, 'compiled'::text, 'decided'::text, 'published'::text])))
);
CREATE INDEX evaluation_participant_decider_ix ON public.evaluation_participant USING btree (tenant_id, decider_id, campaign_id);
CREATE INDEX evaluation_participant_person_ix ON public.evaluation_participant USING btree (tenant_id, person_id, campaign_id);
CREATE INDEX evaluation_participant_sort_ix ON public.evaluation_participant USING btree (tenant_id, campaign_id, sort_name, person_id);
CREATE INDEX evaluation_participant_superior_ix ON public.evaluation_participant USING btree (tenant_id, superior_id, campaign_id);
alter table evaluation_participant enable row level security;
create policy by_tenant on evaluation_participant using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_participant to thuocdo_app;
comment on table evaluation_participant is 'Somebody scored in a campaign, with group, superior and deciding authority resolved from posts when it opened';
comment on column evaluation_participant.superior_id is 'Who tracks and scores, article 10.1; null while unresolved';
comment on column evaluation_participant.decider_id is 'Who decides the level, article 10.2: a different right from scoring';
comment on column evaluation_participant.excluded_reason is 'Not scored in this campaign, and why; empty when scored';
comment on column evaluation_participant.facts is 'Facts the rulebook asks for (kỷ luật, thời gian công tác …), by its own names';
comment on column evaluation_participant.adjusted is 'What was set by hand and survives another resolution: group, peer_group, superior, decider, variants, excluded, facts.*';

create table evaluation_period_score (
  tenant_id uuid not null,
  person_id uuid not null,
  month date not null,
  exact_total text not null,
  total numeric(9,2) not null,
  source text not null,
  result_id uuid,
  note text default ''::text not null,
  rulebook_id text default ''::text not null,
  constraint evaluation_period_score_pkey PRIMARY KEY (tenant_id, person_id, month, rulebook_id),
  constraint evaluation_period_score_result_fk FOREIGN KEY (tenant_id, result_id) REFERENCES evaluation_result(tenant_id, id),
  constraint evaluation_period_score_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_period_score_exact_total_check CHECK ((exact_total ~ '^[0-9]+/[1-9][0-9]*$'::text)),
  constraint evaluation_period_score_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint evaluation_period_score_source_check CHECK ((source = ANY (ARRAY['campaign'::text, 'entered'::text])))
);
CREATE INDEX evaluation_period_score_result_ix ON public.evaluation_period_score USING btree (tenant_id, result_id) WHERE (result_id IS NOT NULL);
alter table evaluation_period_score enable row level security;
create policy by_tenant on evaluation_period_score using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_period_score to thuocdo_app;
comment on table evaluation_period_score is 'Score of a month (điểm theo dõi, đánh giá tháng) for the means of quarter, half-year and year, article 17.3; a quarter scored as a whole stands in its three months';
comment on column evaluation_period_score.source is 'entered: carried over from paper or from the former body, article 19.1';
comment on column evaluation_period_score.rulebook_id is 'Under which rulebook; empty for a month entered by hand, which serves any that has none of its own';

create table evaluation_petition (
  tenant_id uuid not null,
  id uuid not null,
  result_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  text text not null,
  filed_at timestamp with time zone not null,
  due_on date not null,
  status text not null,
  answer text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  replacing_result_id uuid,
  version integer default 1 not null,
  constraint evaluation_petition_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_petition_replacing_fk FOREIGN KEY (tenant_id, replacing_result_id) REFERENCES evaluation_result(tenant_id, id),
  constraint evaluation_petition_result_fk FOREIGN KEY (tenant_id, result_id) REFERENCES evaluation_result(tenant_id, id),
  constraint evaluation_petition_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_petition_answer_ck CHECK (((status = ANY (ARRAY['upheld'::text, 'replaced'::text])) = (answered_at IS NOT NULL))),
  constraint evaluation_petition_status_check CHECK ((status = ANY (ARRAY['open'::text, 'upheld'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint evaluation_petition_text_check CHECK ((text <> ''::text))
);
CREATE INDEX evaluation_petition_campaign_ix ON public.evaluation_petition USING btree (tenant_id, campaign_id, status);
CREATE UNIQUE INDEX evaluation_petition_open_uq ON public.evaluation_petition USING btree (tenant_id, result_id) WHERE (status = 'open'::text);
CREATE INDEX evaluation_petition_person_ix ON public.evaluation_petition USING btree (tenant_id, person_id);
CREATE INDEX evaluation_petition_replacing_ix ON public.evaluation_petition USING btree (tenant_id, replacing_result_id) WHERE (replacing_result_id IS NOT NULL);
alter table evaluation_petition enable row level security;
create policy by_tenant on evaluation_petition using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_petition to thuocdo_app;
comment on table evaluation_petition is 'Petition on a result (kiến nghị), answered within 7 working days of receipt, article 22';

create table evaluation_plan (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  entries jsonb not null,
  status text not null,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  reason text default ''::text not null,
  version integer default 1 not null,
  constraint evaluation_plan_pkey PRIMARY KEY (tenant_id, campaign_id, person_id),
  constraint evaluation_plan_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_plan_reason_ck CHECK (((status <> 'returned'::text) OR (reason <> ''::text))),
  constraint evaluation_plan_self_ck CHECK ((settled_by <> person_id)),
  constraint evaluation_plan_settled_ck CHECK ((((status = 'proposed'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint evaluation_plan_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'returned'::text])))
);
CREATE INDEX evaluation_plan_person_ix ON public.evaluation_plan USING btree (tenant_id, person_id, settled_at DESC) WHERE (status = 'approved'::text);
alter table evaluation_plan enable row level security;
create policy by_tenant on evaluation_plan using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_plan to thuocdo_app;
comment on table evaluation_plan is 'A person''s plan of a campaign (kế hoạch quý: điểm tối đa của trục): proposed, then approved or returned with a reason; every act is in the ledger';
comment on column evaluation_plan.entries is 'Planned fields by list, row and field as text, {"axes": {"1": {"max": "15", "main": "true"}, …}}';
comment on column evaluation_plan.proposed_by is 'The person, or somebody of the personnel body for them; null for an account without a person';

create table evaluation_product (
  tenant_id uuid not null,
  id uuid not null,
  catalogue_id uuid not null,
  code text not null,
  name text not null,
  folded_name text not null,
  part text not null,
  unit_id uuid,
  field text not null,
  unit_of_count text not null,
  complexity_group text not null,
  points numeric(9,2) not null,
  coefficient text not null,
  status text not null,
  decision_number text default ''::text not null,
  version integer default 1 not null,
  constraint evaluation_product_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_product_code_uq UNIQUE (tenant_id, catalogue_id, code),
  constraint evaluation_product_catalogue_fk FOREIGN KEY (tenant_id, catalogue_id) REFERENCES evaluation_catalogue(tenant_id, id),
  constraint evaluation_product_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_product_code_check CHECK (((code <> ''::text) AND (length(code) <= 35))),
  constraint evaluation_product_coefficient_check CHECK ((coefficient ~ '^[1-9][0-9]*/[1-9][0-9]*$'::text)),
  constraint evaluation_product_name_check CHECK ((name <> ''::text)),
  constraint evaluation_product_part_check CHECK ((part = ANY (ARRAY['A'::text, 'B.I'::text, 'B.II'::text]))),
  constraint evaluation_product_points_check CHECK ((points > (0)::numeric)),
  constraint evaluation_product_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'retired'::text])))
);
CREATE INDEX evaluation_product_catalogue_ix ON public.evaluation_product USING btree (tenant_id, catalogue_id, code);
CREATE INDEX evaluation_product_search_ix ON public.evaluation_product USING gin (folded_name gin_trgm_ops);
alter table evaluation_product enable row level security;
create policy by_tenant on evaluation_product using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_product to thuocdo_app;
comment on table evaluation_product is 'A product or piece of work with its conversion coefficient (hệ số quy đổi) to the standard product';
comment on column evaluation_product.coefficient is 'points ÷ points of the standard product, exact "n/d"; copied into each task when assigned';
comment on column evaluation_product.status is 'proposed: new work outside the catalogue waiting for approval, article 13.3';

create table evaluation_rater (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null,
  rater_person_id uuid not null,
  status text not null,
  reason text default ''::text not null,
  adjusted boolean default false not null,
  submitted_on date,
  version integer default 1 not null,
  constraint evaluation_rater_pkey PRIMARY KEY (tenant_id, campaign_id, person_id, kind, rater_person_id),
  constraint evaluation_rater_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_rater_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_rater_excused_ck CHECK (((status <> 'excused'::text) OR (reason <> ''::text))),
  constraint evaluation_rater_kind_ck CHECK (((length(kind) >= 1) AND (length(kind) <= 64))),
  constraint evaluation_rater_self_ck CHECK ((person_id <> rater_person_id)),
  constraint evaluation_rater_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'submitted'::text, 'excused'::text]))),
  constraint evaluation_rater_submitted_ck CHECK (((status = 'submitted'::text) = (submitted_on IS NOT NULL)))
);
CREATE INDEX evaluation_rater_rater_ix ON public.evaluation_rater USING btree (tenant_id, rater_person_id, campaign_id, kind);
alter table evaluation_rater enable row level security;
create policy by_tenant on evaluation_rater using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_rater to thuocdo_app;
comment on table evaluation_rater is 'Who rates whom as which kind of rater of the rulebook (người chấm): resolved from posts, adjusted by hand before opening';
comment on column evaluation_rater.adjusted is 'Added or left out by hand, with the reason; survives another resolution';
comment on column evaluation_rater.submitted_on is 'The day only: a finer time could be matched with the tally of unnamed raters';

create table evaluation_rating (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null,
  rater_person_id uuid not null,
  points jsonb default '{}'::jsonb not null,
  comment text default ''::text not null,
  submitted_at timestamp with time zone,
  saved_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint evaluation_rating_pkey PRIMARY KEY (tenant_id, campaign_id, person_id, kind, rater_person_id),
  constraint evaluation_rating_rater_fk FOREIGN KEY (tenant_id, campaign_id, person_id, kind, rater_person_id) REFERENCES evaluation_rater(tenant_id, campaign_id, person_id, kind, rater_person_id),
  constraint evaluation_rating_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table evaluation_rating enable row level security;
create policy by_tenant on evaluation_rating using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_rating to thuocdo_app;
comment on table evaluation_rating is 'One named rater''s points on one subject (phiếu của người chấm có ghi tên), all criteria in one column';
comment on column evaluation_rating.points is 'Points by criterion code as decimal text, {"I.1": "5", …}';

create table evaluation_reminder (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  about_person_id uuid,
  text text not null,
  sent_at timestamp with time zone not null,
  rater_kind text,
  constraint evaluation_reminder_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_reminder_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_campaign(tenant_id, id),
  constraint evaluation_reminder_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_reminder_about_ck CHECK (((about_person_id IS NULL) <> (rater_kind IS NULL)))
);
CREATE INDEX evaluation_reminder_campaign_ix ON public.evaluation_reminder USING btree (tenant_id, campaign_id);
CREATE INDEX evaluation_reminder_person_ix ON public.evaluation_reminder USING btree (tenant_id, person_id, sent_at DESC);
alter table evaluation_reminder enable row level security;
create policy by_tenant on evaluation_reminder using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_reminder to thuocdo_app;
comment on table evaluation_reminder is 'A reminder shown to somebody under what waits for them; the message names the sheet, never a score';
comment on column evaluation_reminder.rater_kind is 'As which kind of rater of the rulebook; then it is about no one subject';

create table evaluation_response (
  tenant_id uuid not null,
  id uuid not null,
  result_id uuid not null,
  text text not null,
  given_at timestamp with time zone not null,
  constraint evaluation_response_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_response_result_fk FOREIGN KEY (tenant_id, result_id) REFERENCES evaluation_result(tenant_id, id),
  constraint evaluation_response_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_response_text_check CHECK ((text <> ''::text))
);
CREATE INDEX evaluation_response_result_ix ON public.evaluation_response USING btree (tenant_id, result_id);
alter table evaluation_response enable row level security;
create policy by_tenant on evaluation_response using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on evaluation_response to thuocdo_app;
comment on table evaluation_response is 'What the person scored says to the result (ý kiến của người được đánh giá)';

create table evaluation_result (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  replaces_id uuid,
  replaced_by uuid,
  exact_total text,
  total numeric(9,2),
  general_points numeric(9,2),
  task_points numeric(9,2),
  provisional_level text not null,
  decided_level text,
  decision_reason text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  input jsonb not null,
  derivation jsonb not null,
  reasons jsonb not null,
  computed_at timestamp with time zone not null,
  published_at timestamp with time zone,
  version integer default 1 not null,
  constraint evaluation_result_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_result_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_result_replaced_by_fk FOREIGN KEY (tenant_id, replaced_by) REFERENCES evaluation_result(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint evaluation_result_replaces_fk FOREIGN KEY (tenant_id, replaces_id) REFERENCES evaluation_result(tenant_id, id),
  constraint evaluation_result_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_result_decided_ck CHECK ((((decided_level IS NULL) = (decided_by IS NULL)) AND ((decided_level IS NULL) = (decided_at IS NULL)))),
  constraint evaluation_result_exact_total_check CHECK ((exact_total ~ '^-?[0-9]+/[1-9][0-9]*$'::text))
);
CREATE UNIQUE INDEX evaluation_result_current_uq ON public.evaluation_result USING btree (tenant_id, campaign_id, person_id) WHERE (replaced_by IS NULL);
CREATE INDEX evaluation_result_person_ix ON public.evaluation_result USING btree (tenant_id, person_id, campaign_id);
CREATE INDEX evaluation_result_replaced_ix ON public.evaluation_result USING btree (tenant_id, replaced_by) WHERE (replaced_by IS NOT NULL);
CREATE UNIQUE INDEX evaluation_result_replaces_uq ON public.evaluation_result USING btree (tenant_id, replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE INDEX evaluation_result_total_ix ON public.evaluation_result USING btree (tenant_id, campaign_id, COALESCE(total, ('-1'::integer)::numeric) DESC, person_id DESC) WHERE (replaced_by IS NULL);
alter table evaluation_result enable row level security;
create policy by_tenant on evaluation_result using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_result to thuocdo_app;
comment on table evaluation_result is 'Computed score, provisional level and decided level of one subject: three values that never merge. A published result is corrected by a replacing one (article 21.3)';
comment on column evaluation_result.input is 'Everything the score was computed from, so that it can be computed again';
comment on column evaluation_result.derivation is 'Terms and parts of the score; the whole derivation is made again from input under the pinned rulebook';

create table evaluation_rulebook (
  tenant_id uuid not null,
  id text not null,
  version text not null,
  hash text not null,
  source text not null,
  pinned_at timestamp with time zone not null,
  constraint evaluation_rulebook_pkey PRIMARY KEY (tenant_id, id, version),
  constraint evaluation_rulebook_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_rulebook_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
alter table evaluation_rulebook enable row level security;
create policy by_tenant on evaluation_rulebook using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on evaluation_rulebook to thuocdo_app;
comment on table evaluation_rulebook is 'A rulebook (bộ quy định đánh giá) as it stood when it was issued by its body or first pinned by a campaign; never changed afterwards';
comment on column evaluation_rulebook.source is 'The YAML text whose hash is pinned';

create table evaluation_rulebook_edition (
  tenant_id uuid not null,
  id uuid not null,
  rulebook_id text not null,
  number integer not null,
  name jsonb not null,
  status text not null,
  source text,
  hash text not null,
  basis_id text not null,
  basis_version text not null,
  document_number text default ''::text not null,
  document_date date,
  signer text default ''::text not null,
  valid_from date,
  valid_to date,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  version integer default 1 not null,
  constraint evaluation_rulebook_edition_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_rulebook_edition_number_uq UNIQUE (tenant_id, rulebook_id, number),
  constraint evaluation_rulebook_edition_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_rulebook_edition_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint evaluation_rulebook_edition_document_ck CHECK (((status = 'draft'::text) OR ((document_number <> ''::text) AND (document_date IS NOT NULL) AND (valid_from IS NOT NULL)))),
  constraint evaluation_rulebook_edition_draft_ck CHECK (((status = 'draft'::text) = (source IS NOT NULL))),
  constraint evaluation_rulebook_edition_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint evaluation_rulebook_edition_number_check CHECK ((number >= 1)),
  constraint evaluation_rulebook_edition_rulebook_id_check CHECK ((rulebook_id ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text)),
  constraint evaluation_rulebook_edition_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'retired'::text])))
);
CREATE UNIQUE INDEX evaluation_rulebook_edition_draft_uq ON public.evaluation_rulebook_edition USING btree (tenant_id, rulebook_id) WHERE (status = 'draft'::text);
alter table evaluation_rulebook_edition enable row level security;
create policy by_tenant on evaluation_rulebook_edition using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_rulebook_edition to thuocdo_app;
comment on table evaluation_rulebook_edition is 'A version of a rulebook (bộ quy định đánh giá) that a body writes itself';
comment on column evaluation_rulebook_edition.name is 'Title in both languages as last read from the text: {vi, en}';
comment on column evaluation_rulebook_edition.source is 'The YAML text while it is a draft; once issued the text is in evaluation_rulebook, which nobody can change';
comment on column evaluation_rulebook_edition.basis_id is 'The rulebook it was begun from, with basis_version';
comment on column evaluation_rulebook_edition.version is 'Counts changes: of two officers editing at once the second is told';

create table evaluation_sheet (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  rater text not null,
  rater_person_id uuid not null,
  points jsonb default '{}'::jsonb not null,
  judgements jsonb default '{}'::jsonb not null,
  strengths text default ''::text not null,
  weaknesses text default ''::text not null,
  comment text default ''::text not null,
  proposed_level text,
  submitted_at timestamp with time zone,
  saved_at timestamp with time zone not null,
  version integer default 1 not null,
  lists jsonb default '{}'::jsonb not null,
  constraint evaluation_sheet_pkey PRIMARY KEY (tenant_id, campaign_id, person_id, rater),
  constraint evaluation_sheet_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_sheet_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_sheet_rater_check CHECK ((rater ~ '^[a-z_]+$'::text))
);
alter table evaluation_sheet enable row level security;
create policy by_tenant on evaluation_sheet using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_sheet to thuocdo_app;
comment on table evaluation_sheet is 'One rater''s sheet on one subject (phiếu chấm điểm): points of all criteria in one column. A missing key is not scored; nothing is inherited';
comment on column evaluation_sheet.points is 'Points by criterion code as decimal text, {"I.1": "5", …}';
comment on column evaluation_sheet.judgements is 'Recorded choices by name with their reason, {"d": {"value": "100", "reason": ""}}';
comment on column evaluation_sheet.lists is 'Entries of the rulebook''s lists as text, by list, row (key, task or number) and field, {"axes": {"1": {"max": "15", "percent": "95"}}}';

create table evaluation_sheet_return (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  rater text not null,
  returned_by uuid,
  reason text not null,
  returned_at timestamp with time zone not null,
  constraint evaluation_sheet_return_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_sheet_return_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_sheet_return_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_sheet_return_rater_check CHECK ((rater = ANY (ARRAY['self'::text, 'superior'::text]))),
  constraint evaluation_sheet_return_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX evaluation_sheet_return_participant_ix ON public.evaluation_sheet_return USING btree (tenant_id, campaign_id, person_id, returned_at DESC);
alter table evaluation_sheet_return enable row level security;
create policy by_tenant on evaluation_sheet_return using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on evaluation_sheet_return to thuocdo_app;
comment on table evaluation_sheet_return is 'A sheet sent back with its reason: the superior to the subject, the personnel body to the superior';
comment on column evaluation_sheet_return.rater is 'Whose sheet went back';

create table evaluation_tally (
  tenant_id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  kind text not null,
  count integer default 0 not null,
  sums jsonb default '{}'::jsonb not null,
  closed boolean default false not null,
  version integer default 1 not null,
  constraint evaluation_tally_pkey PRIMARY KEY (tenant_id, campaign_id, person_id, kind),
  constraint evaluation_tally_participant_fk FOREIGN KEY (tenant_id, campaign_id, person_id) REFERENCES evaluation_participant(tenant_id, campaign_id, person_id),
  constraint evaluation_tally_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_tally_count_check CHECK ((count >= 0))
);
alter table evaluation_tally enable row level security;
create policy by_tenant on evaluation_tally using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_tally to thuocdo_app;
comment on table evaluation_tally is 'All that is kept of unnamed raters (chấm kín): how many, and exact sums. There is no row for any one of them';
comment on column evaluation_tally.sums is 'Sum over the sheets by criterion, exact "n/d", {"I.1": "37/2", …}';
comment on column evaluation_tally.closed is 'Rating has ended, for ever: a later sheet could be told from the means already shown';

create table evaluation_task (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  product_id uuid,
  title text not null,
  coefficient text not null,
  origin text not null,
  month date not null,
  assigned integer not null,
  deadline date not null,
  assigned_by uuid,
  assigned_at timestamp with time zone not null,
  received_from_task uuid,
  status text not null,
  completed integer default 0 not null,
  completed_on date,
  result_note text default ''::text not null,
  quality_faults integer default 0 not null,
  late_events integer default 0 not null,
  quality_excused boolean default false not null,
  late_excused boolean default false not null,
  excuse_reason text default ''::text not null,
  excused_by uuid,
  judged_by uuid,
  closing_reason text default ''::text not null,
  version integer default 1 not null,
  constraint evaluation_task_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_task_product_fk FOREIGN KEY (tenant_id, product_id) REFERENCES evaluation_product(tenant_id, id),
  constraint evaluation_task_received_fk FOREIGN KEY (tenant_id, received_from_task) REFERENCES evaluation_task(tenant_id, id),
  constraint evaluation_task_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_task_assigned_check CHECK (((assigned >= 1) AND (assigned <= 100000))),
  constraint evaluation_task_coefficient_check CHECK ((coefficient ~ '^[1-9][0-9]*/[1-9][0-9]*$'::text)),
  constraint evaluation_task_completed_check CHECK ((completed >= 0)),
  constraint evaluation_task_completed_ck CHECK ((completed <= assigned)),
  constraint evaluation_task_excuse_ck CHECK (((NOT (quality_excused OR late_excused)) OR ((excused_by IS NOT NULL) AND (excuse_reason <> ''::text)))),
  constraint evaluation_task_late_events_check CHECK (((late_events >= 0) AND (late_events <= 1000))),
  constraint evaluation_task_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint evaluation_task_origin_check CHECK ((origin = ANY (ARRAY['assigned'::text, 'received'::text, 'ad_hoc'::text]))),
  constraint evaluation_task_quality_faults_check CHECK (((quality_faults >= 0) AND (quality_faults <= 1000))),
  constraint evaluation_task_received_ck CHECK (((origin = 'received'::text) = (received_from_task IS NOT NULL))),
  constraint evaluation_task_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'open'::text, 'reported'::text, 'confirmed'::text, 'handed_back'::text, 'cancelled'::text]))),
  constraint evaluation_task_title_check CHECK ((title <> ''::text))
);
CREATE INDEX evaluation_task_person_ix ON public.evaluation_task USING btree (tenant_id, person_id, month, id);
CREATE INDEX evaluation_task_product_ix ON public.evaluation_task USING btree (tenant_id, product_id);
CREATE INDEX evaluation_task_received_ix ON public.evaluation_task USING btree (tenant_id, received_from_task) WHERE (received_from_task IS NOT NULL);
CREATE UNIQUE INDEX evaluation_task_received_uq ON public.evaluation_task USING btree (tenant_id, received_from_task) WHERE ((received_from_task IS NOT NULL) AND (status <> 'cancelled'::text));
CREATE INDEX evaluation_task_unit_ix ON public.evaluation_task USING btree (tenant_id, unit_id, month, id);
alter table evaluation_task enable row level security;
create policy by_tenant on evaluation_task using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_task to thuocdo_app;
comment on table evaluation_task is 'A task tied to a product (nhiệm vụ gắn với sản phẩm/công việc), NĐ 335/2025 article 18';
comment on column evaluation_task.coefficient is 'Frozen when assigned: a later change of the catalogue does not touch it';
comment on column evaluation_task.month is 'First day of the month that holds its deadline: the period it counts in';
comment on column evaluation_task.status is 'handed_back stays in the assigned quantity and earns nothing (article 18.1d); cancelled counts nowhere; proposed: ad-hoc work waiting for the superior';

create table evaluation_unit_campaign (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  rulebook_id text not null,
  rulebook_version text not null,
  settings jsonb not null,
  period_kind text not null,
  period_from date not null,
  period_to date not null,
  scope_unit_id uuid not null,
  status text not null,
  self_due date not null,
  decide_due date not null,
  opened_at timestamp with time zone,
  published_at timestamp with time zone,
  version integer default 1 not null,
  constraint evaluation_unit_campaign_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_unit_campaign_rulebook_fk FOREIGN KEY (tenant_id, rulebook_id, rulebook_version) REFERENCES evaluation_rulebook(tenant_id, id, version),
  constraint evaluation_unit_campaign_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_unit_campaign_due_ck CHECK ((self_due <= decide_due)),
  constraint evaluation_unit_campaign_name_check CHECK ((name <> ''::text)),
  constraint evaluation_unit_campaign_period_ck CHECK ((period_to > period_from)),
  constraint evaluation_unit_campaign_period_kind_check CHECK ((period_kind = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint evaluation_unit_campaign_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'running'::text, 'published'::text, 'closed'::text, 'cancelled'::text])))
);
CREATE INDEX evaluation_unit_campaign_period_ix ON public.evaluation_unit_campaign USING btree (tenant_id, period_from DESC, id DESC);
CREATE INDEX evaluation_unit_campaign_rulebook_ix ON public.evaluation_unit_campaign USING btree (tenant_id, rulebook_id, rulebook_version);
alter table evaluation_unit_campaign enable row level security;
create policy by_tenant on evaluation_unit_campaign using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_unit_campaign to thuocdo_app;
comment on table evaluation_unit_campaign is 'A round of rating organisations (đợt đánh giá, xếp loại tổ chức) of one period under one pinned rulebook';

create table evaluation_unit_file (
  tenant_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  name text not null,
  "position" integer not null,
  depth integer not null,
  subject_group text not null,
  self_id uuid,
  recogniser_id uuid,
  excluded_reason text default ''::text not null,
  adjusted text[] default '{}'::text[] not null,
  status text not null,
  version integer default 1 not null,
  constraint evaluation_unit_file_pkey PRIMARY KEY (tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_file_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_unit_campaign(tenant_id, id),
  constraint evaluation_unit_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_unit_file_name_check CHECK ((name <> ''::text)),
  constraint evaluation_unit_file_self_ck CHECK ((self_id <> recogniser_id)),
  constraint evaluation_unit_file_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'self_scoring'::text, 'scoring'::text, 'scored'::text, 'decided'::text, 'published'::text])))
);
CREATE INDEX evaluation_unit_file_recogniser_ix ON public.evaluation_unit_file USING btree (tenant_id, recogniser_id, campaign_id);
CREATE INDEX evaluation_unit_file_self_ix ON public.evaluation_unit_file USING btree (tenant_id, self_id, campaign_id);
CREATE INDEX evaluation_unit_file_unit_ix ON public.evaluation_unit_file USING btree (tenant_id, unit_id, campaign_id);
alter table evaluation_unit_file enable row level security;
create policy by_tenant on evaluation_unit_file using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_unit_file to thuocdo_app;
comment on table evaluation_unit_file is 'An organisation rated in a round, placed in the tree as it stood on the day it was resolved';
comment on column evaluation_unit_file.parent_id is 'The unit above within the round; lower organisations are decided before higher ones (article 9.1)';
comment on column evaluation_unit_file.self_id is 'Who fills in the organisation''s own sheet: its head';
comment on column evaluation_unit_file.recogniser_id is 'Who scores and recognises (cấp có thẩm quyền công nhận, article 5): the head above';
comment on column evaluation_unit_file.adjusted is 'What was set by hand and survives another resolution: self, recogniser, excluded';

create table evaluation_unit_level (
  tenant_id uuid not null,
  unit_id uuid not null,
  campaign_id uuid not null,
  level text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint evaluation_unit_level_pkey PRIMARY KEY (tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_level_campaign_fk FOREIGN KEY (tenant_id, campaign_id) REFERENCES evaluation_campaign(tenant_id, id),
  constraint evaluation_unit_level_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table evaluation_unit_level enable row level security;
create policy by_tenant on evaluation_unit_level using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_unit_level to thuocdo_app;
comment on table evaluation_unit_level is 'Level of an organisation decided under articles 5–9, which bounds its head''s level (article 20.6)';

create table evaluation_unit_result (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  replaces_id uuid,
  replaced_by uuid,
  exact_total text,
  total numeric(9,2),
  general_points numeric(9,2),
  task_points numeric(9,2),
  provisional_level text not null,
  decided_level text not null,
  decision_reason text default ''::text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  input jsonb not null,
  reasons jsonb not null,
  published_at timestamp with time zone,
  constraint evaluation_unit_result_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_unit_result_file_fk FOREIGN KEY (tenant_id, campaign_id, unit_id) REFERENCES evaluation_unit_file(tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_result_replaced_by_fk FOREIGN KEY (tenant_id, replaced_by) REFERENCES evaluation_unit_result(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint evaluation_unit_result_replaces_fk FOREIGN KEY (tenant_id, replaces_id) REFERENCES evaluation_unit_result(tenant_id, id),
  constraint evaluation_unit_result_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_unit_result_exact_total_check CHECK ((exact_total ~ '^-?[0-9]+/[1-9][0-9]*$'::text))
);
CREATE UNIQUE INDEX evaluation_unit_result_current_uq ON public.evaluation_unit_result USING btree (tenant_id, campaign_id, unit_id) WHERE (replaced_by IS NULL);
CREATE INDEX evaluation_unit_result_replaced_ix ON public.evaluation_unit_result USING btree (tenant_id, replaced_by) WHERE (replaced_by IS NOT NULL);
CREATE UNIQUE INDEX evaluation_unit_result_replaces_uq ON public.evaluation_unit_result USING btree (tenant_id, replaces_id) WHERE (replaces_id IS NOT NULL);
alter table evaluation_unit_result enable row level security;
create policy by_tenant on evaluation_unit_result using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_unit_result to thuocdo_app;
comment on table evaluation_unit_result is 'Level decided for an organisation beside its computed score and provisional level; a published one is corrected by a replacing record';

create table evaluation_unit_sheet (
  tenant_id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  rater text not null,
  rater_person_id uuid not null,
  points jsonb default '{}'::jsonb not null,
  facts jsonb default '{}'::jsonb not null,
  lists jsonb default '{}'::jsonb not null,
  comment text default ''::text not null,
  proposed_level text,
  submitted_at timestamp with time zone,
  saved_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint evaluation_unit_sheet_pkey PRIMARY KEY (tenant_id, campaign_id, unit_id, rater),
  constraint evaluation_unit_sheet_file_fk FOREIGN KEY (tenant_id, campaign_id, unit_id) REFERENCES evaluation_unit_file(tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_sheet_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_unit_sheet_rater_check CHECK ((rater = ANY (ARRAY['self'::text, 'recogniser'::text])))
);
alter table evaluation_unit_sheet enable row level security;
create policy by_tenant on evaluation_unit_sheet using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evaluation_unit_sheet to thuocdo_app;
comment on table evaluation_unit_sheet is 'One side''s sheet on an organisation: points, and the facts its level depends on. A missing key is missing; nothing is inherited';
comment on column evaluation_unit_sheet.lists is 'Keyed lists of the rulebook, {"axes": {"1": {"max": "15", "percent": "95"}}}';

create table evaluation_unit_sheet_return (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  rater text not null,
  returned_by uuid,
  reason text not null,
  returned_at timestamp with time zone not null,
  constraint evaluation_unit_sheet_return_pkey PRIMARY KEY (tenant_id, id),
  constraint evaluation_unit_sheet_return_file_fk FOREIGN KEY (tenant_id, campaign_id, unit_id) REFERENCES evaluation_unit_file(tenant_id, campaign_id, unit_id),
  constraint evaluation_unit_sheet_return_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint evaluation_unit_sheet_return_rater_check CHECK ((rater = ANY (ARRAY['self'::text, 'recogniser'::text]))),
  constraint evaluation_unit_sheet_return_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX evaluation_unit_sheet_return_file_ix ON public.evaluation_unit_sheet_return USING btree (tenant_id, campaign_id, unit_id, returned_at DESC);
alter table evaluation_unit_sheet_return enable row level security;
create policy by_tenant on evaluation_unit_sheet_return using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select on evaluation_unit_sheet_return to thuocdo_app;
comment on table evaluation_unit_sheet_return is 'An organisation''s sheet sent back with its reason: the recogniser to the organisation, the personnel body to the recogniser';
comment on column evaluation_unit_sheet_return.rater is 'Whose sheet went back';

create table ledger_anchor (
  tenant_id uuid not null,
  day date not null,
  seq bigint not null,
  hash bytea not null,
  anchored_at timestamp with time zone not null,
  constraint ledger_anchor_pkey PRIMARY KEY (tenant_id, day),
  constraint ledger_anchor_link_fk FOREIGN KEY (tenant_id, seq) REFERENCES ledger_link(tenant_id, seq),
  constraint ledger_anchor_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_anchor_hash_check CHECK ((octet_length(hash) = 32))
);
alter table ledger_anchor enable row level security;
create policy by_tenant on ledger_anchor using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_anchor to thuocdo_app;
comment on table ledger_anchor is 'The head of the chain at the end of a day (mốc dấu trong ngày), written to a file outside the database as well.';

create table ledger_entry (
  tenant_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  request_id uuid,
  account_id uuid,
  person_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  data jsonb not null,
  reply jsonb,
  request_print text,
  about uuid[] default '{}'::uuid[] not null,
  hash bytea,
  constraint ledger_entry_pkey PRIMARY KEY (tenant_id, id),
  constraint ledger_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_entry_hash_check CHECK ((octet_length(hash) = 32)),
  constraint ledger_entry_request_print_check CHECK ((request_print ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX ledger_entry_about ON public.ledger_entry USING gin (about) WHERE ((request_id IS NULL) AND (about <> '{}'::uuid[]));
CREATE UNIQUE INDEX ledger_entry_request_uq ON public.ledger_entry USING btree (tenant_id, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX ledger_entry_subject ON public.ledger_entry USING btree (tenant_id, subject_kind, subject_id, id DESC);
alter table ledger_entry enable row level security;
create policy by_tenant on ledger_entry using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_entry to thuocdo_app;
comment on table ledger_entry is 'Append-only: one entry per command, per read of personal detail and per export, written in its transaction.';
comment on column ledger_entry.request_id is 'The x-request-id of the command: sent twice, it is one act.';
comment on column ledger_entry.reply is 'What the command answered, given again when the same request comes twice.';
comment on column ledger_entry.request_print is 'SHA-256 of the method, address and body of the command: a request number sent with anything else is refused.';
comment on column ledger_entry.about is 'People whose record was touched: who read what of whom (ai đã xem hồ sơ của ai).';
comment on column ledger_entry.hash is 'SHA-256 of the entry''s content in canonical form (docs/ledger.md), written with it; null in entries from before the chain.';

create table ledger_leaf (
  tenant_id uuid not null,
  tree_id uuid not null,
  "position" integer not null,
  subject_id uuid not null,
  salt bytea not null,
  hash bytea not null,
  constraint ledger_leaf_pkey PRIMARY KEY (tenant_id, tree_id, "position"),
  constraint ledger_leaf_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_leaf_tree_fk FOREIGN KEY (tenant_id, tree_id) REFERENCES ledger_tree(tenant_id, id),
  constraint ledger_leaf_hash_check CHECK ((octet_length(hash) = 32)),
  constraint ledger_leaf_position_check CHECK (("position" >= 0)),
  constraint ledger_leaf_salt_check CHECK ((octet_length(salt) = 32))
);
CREATE INDEX ledger_leaf_subject ON public.ledger_leaf USING btree (tenant_id, subject_id);
alter table ledger_leaf enable row level security;
create policy by_tenant on ledger_leaf using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_leaf to thuocdo_app;
comment on table ledger_leaf is 'One published result of a set: the salted hash of what it said, so that nobody can guess a neighbour''s, and the result can be deleted in its time.';

create table ledger_link (
  tenant_id uuid not null,
  seq bigint not null,
  entry_id uuid not null,
  entry_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint ledger_link_pkey PRIMARY KEY (tenant_id, seq),
  constraint ledger_link_entry_uq UNIQUE (tenant_id, entry_id),
  constraint ledger_link_entry_fk FOREIGN KEY (tenant_id, entry_id) REFERENCES ledger_entry(tenant_id, id),
  constraint ledger_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_link_entry_hash_check CHECK ((octet_length(entry_hash) = 32)),
  constraint ledger_link_hash_check CHECK ((octet_length(hash) = 32)),
  constraint ledger_link_seq_check CHECK ((seq > 0))
);
alter table ledger_link enable row level security;
create policy by_tenant on ledger_link using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_link to thuocdo_app;
comment on table ledger_link is 'The chain (chuỗi dấu): committed entries in the order they were sealed, each hash over the one before.';

create table ledger_timestamp (
  tenant_id uuid not null,
  day date not null,
  authority text not null,
  token bytea not null,
  stamped_at timestamp with time zone not null,
  constraint ledger_timestamp_pkey PRIMARY KEY (tenant_id, day, authority),
  constraint ledger_timestamp_anchor_fk FOREIGN KEY (tenant_id, day) REFERENCES ledger_anchor(tenant_id, day),
  constraint ledger_timestamp_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_timestamp_authority_check CHECK ((authority <> ''::text))
);
alter table ledger_timestamp enable row level security;
create policy by_tenant on ledger_timestamp using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_timestamp to thuocdo_app;
comment on table ledger_timestamp is 'What a timestamp authority (RFC 3161) answered for an anchor.';

create table ledger_tree (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  size integer not null,
  root bytea not null,
  made_at timestamp with time zone not null,
  constraint ledger_tree_pkey PRIMARY KEY (tenant_id, id),
  constraint ledger_tree_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint ledger_tree_root_check CHECK ((octet_length(root) = 32)),
  constraint ledger_tree_size_check CHECK ((size > 0))
);
alter table ledger_tree enable row level security;
create policy by_tenant on ledger_tree using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on ledger_tree to thuocdo_app;
comment on table ledger_tree is 'A published set of results: its Merkle root (RFC 9162), also in the ledger entry of the act and on the printed forms.';

create table newsroom_airing (
  tenant_id uuid not null,
  id uuid not null,
  rundown_id uuid not null,
  item_id uuid not null,
  frozen_id uuid not null,
  story_id uuid,
  programme_id uuid,
  programme text not null,
  "column" text,
  category text,
  kind text not null,
  title text not null,
  version integer,
  hash bytea,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  actual_ms integer not null,
  planned_ms integer,
  estimated_ms integer,
  locked_ms integer,
  reader_id uuid,
  replaces uuid,
  reason text default ''::text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint newsroom_airing_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_airing_replaces_uq UNIQUE (tenant_id, replaces),
  constraint newsroom_airing_frozen_fk FOREIGN KEY (tenant_id, frozen_id) REFERENCES newsroom_rundown_frozen(tenant_id, id),
  constraint newsroom_airing_person_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_airing_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES newsroom_heading(tenant_id, id),
  constraint newsroom_airing_reader_fk FOREIGN KEY (tenant_id, reader_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_airing_replaces_fk FOREIGN KEY (tenant_id, replaces) REFERENCES newsroom_airing(tenant_id, id),
  constraint newsroom_airing_rundown_fk FOREIGN KEY (tenant_id, rundown_id) REFERENCES newsroom_rundown(tenant_id, id),
  constraint newsroom_airing_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_airing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_airing_hash_ck CHECK (((length(hash) = 32) AND ((story_id IS NULL) = (hash IS NULL)) AND ((story_id IS NULL) = (version IS NULL)))),
  constraint newsroom_airing_reason_ck CHECK (((replaces IS NULL) OR (reason <> ''::text))),
  constraint newsroom_airing_times_ck CHECK (((ended_at >= started_at) AND (actual_ms >= 0)))
);
CREATE INDEX newsroom_airing_reader_ix ON public.newsroom_airing USING btree (tenant_id, reader_id, started_at) WHERE (reader_id IS NOT NULL);
CREATE INDEX newsroom_airing_started_ix ON public.newsroom_airing USING btree (tenant_id, started_at DESC, id DESC);
CREATE INDEX newsroom_airing_story_ix ON public.newsroom_airing USING btree (tenant_id, story_id, started_at) WHERE (story_id IS NOT NULL);
alter table newsroom_airing enable row level security;
create policy by_tenant on newsroom_airing using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_airing to thuocdo_app;
comment on table newsroom_airing is 'What went on air (nhật ký phát sóng, as-run). Never changed: a correction is a new row that replaces one, with its reason';
comment on column newsroom_airing.frozen_id is 'The frozen words that were on air';
comment on column newsroom_airing.replaces is 'The row this one corrects; a row that another replaces no longer counts';

create table newsroom_archive (
  tenant_id uuid not null,
  story_id uuid not null,
  first_aired_at timestamp with time zone not null,
  last_aired_at timestamp with time zone not null,
  airings uuid[] not null,
  version integer not null,
  hash bytea not null,
  media jsonb not null,
  archived_by uuid not null,
  archived_at timestamp with time zone not null,
  constraint newsroom_archive_pkey PRIMARY KEY (tenant_id, story_id),
  constraint newsroom_archive_person_fk FOREIGN KEY (tenant_id, archived_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_archive_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_archive_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_archive_aired_ck CHECK (((last_aired_at >= first_aired_at) AND (cardinality(airings) > 0))),
  constraint newsroom_archive_hash_ck CHECK ((length(hash) = 32))
);
alter table newsroom_archive enable row level security;
create policy by_tenant on newsroom_archive using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_archive to thuocdo_app;
comment on table newsroom_archive is 'A story put into the archive (lưu): when it aired, in which words, with which films. Never changed';
comment on column newsroom_archive.media is 'Id, name, bytes and SHA-256 of the films of the aired words';

create table newsroom_assignment (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  topic text not null,
  "column" text,
  place text default ''::text not null,
  on_date date not null,
  start_minute integer,
  end_minute integer,
  writer_id uuid not null,
  filmer_id uuid,
  camera text default ''::text not null,
  vehicle text default ''::text not null,
  due_at timestamp with time zone not null,
  note text default ''::text not null,
  state text default 'assigned'::text not null,
  revision integer default 1 not null,
  story_id uuid,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint newsroom_assignment_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_assignment_filmer_fk FOREIGN KEY (tenant_id, filmer_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_assignment_planner_fk FOREIGN KEY (tenant_id, planned_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_assignment_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id),
  constraint newsroom_assignment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_assignment_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_assignment_writer_fk FOREIGN KEY (tenant_id, writer_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_assignment_state_ck CHECK ((state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'in_progress'::text, 'done'::text, 'cancelled'::text]))),
  constraint newsroom_assignment_times_ck CHECK ((((start_minute IS NULL) = (end_minute IS NULL)) AND ((start_minute IS NULL) OR ((start_minute >= 0) AND (start_minute < end_minute) AND (end_minute <= 1440))))),
  constraint newsroom_assignment_topic_ck CHECK ((topic <> ''::text))
);
CREATE INDEX newsroom_assignment_day_ix ON public.newsroom_assignment USING btree (tenant_id, on_date, start_minute, id);
CREATE INDEX newsroom_assignment_filmer_ix ON public.newsroom_assignment USING btree (tenant_id, filmer_id, due_at) WHERE (state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'in_progress'::text]));
CREATE UNIQUE INDEX newsroom_assignment_story_uq ON public.newsroom_assignment USING btree (tenant_id, story_id) WHERE (story_id IS NOT NULL);
CREATE INDEX newsroom_assignment_writer_ix ON public.newsroom_assignment USING btree (tenant_id, writer_id, due_at) WHERE (state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'in_progress'::text]));
alter table newsroom_assignment enable row level security;
create policy by_tenant on newsroom_assignment using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_assignment to thuocdo_app;
comment on table newsroom_assignment is 'An assignment of the week''s plan (phân công trong kế hoạch tuần): what, where, when, who writes and films, with which camera and vehicle';
comment on column newsroom_assignment.start_minute is 'Minutes after midnight in Vietnam, with end_minute; without them it takes the whole day';
comment on column newsroom_assignment.camera is 'The camera taken (máy quay), as the desk calls it; empty for none';
comment on column newsroom_assignment.vehicle is 'The vehicle taken (xe), as the desk calls it; empty for none';
comment on column newsroom_assignment.due_at is 'By when the story is to be handed in (hạn nộp)';
comment on column newsroom_assignment.story_id is 'The story begun from it; null until then';

create table newsroom_block_lease (
  tenant_id uuid not null,
  story_id uuid not null,
  block_id uuid not null,
  person_id uuid not null,
  window_id uuid not null,
  until timestamp with time zone not null,
  constraint newsroom_block_lease_pkey PRIMARY KEY (tenant_id, story_id, block_id),
  constraint newsroom_block_lease_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_block_lease_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_block_lease_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table newsroom_block_lease enable row level security;
create policy by_tenant on newsroom_block_lease using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_block_lease to thuocdo_app;
comment on table newsroom_block_lease is 'Who writes in which block just now (giữ đoạn), for a minute at a time; what is past its time counts for nothing';
comment on column newsroom_block_lease.window_id is 'The browser window that writes: one person at two machines is two writers';

create table newsroom_comment (
  tenant_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  block_id uuid not null,
  version integer not null,
  quoted text not null,
  body text not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint newsroom_comment_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_comment_by_fk FOREIGN KEY (tenant_id, by_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_comment_settled_fk FOREIGN KEY (tenant_id, settled_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_comment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_comment_version_fk FOREIGN KEY (tenant_id, story_id, version) REFERENCES newsroom_story_version(tenant_id, story_id, version) ON DELETE CASCADE,
  constraint newsroom_comment_body_ck CHECK ((body <> ''::text)),
  constraint newsroom_comment_settled_ck CHECK (((settled_by IS NULL) = (settled_at IS NULL)))
);
CREATE INDEX newsroom_comment_by_ix ON public.newsroom_comment USING btree (tenant_id, by_id, at);
CREATE INDEX newsroom_comment_story_ix ON public.newsroom_comment USING btree (tenant_id, story_id, at, id);
alter table newsroom_comment enable row level security;
create policy by_tenant on newsroom_comment using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_comment to thuocdo_app;
comment on table newsroom_comment is 'A comment on a block (góp ý), beside the approved content and never part of it; settled and reopened, never removed';
comment on column newsroom_comment.quoted is 'The words of the block when it was made: the version may have grown since';
comment on column newsroom_comment.settled_at is 'When it was last settled (đã xử lý); null while it is open';

create table newsroom_comment_mention (
  tenant_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  constraint newsroom_comment_mention_pkey PRIMARY KEY (tenant_id, comment_id, person_id),
  constraint newsroom_comment_mention_comment_fk FOREIGN KEY (tenant_id, comment_id) REFERENCES newsroom_comment(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_comment_mention_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_comment_mention_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX newsroom_comment_mention_person_ix ON public.newsroom_comment_mention USING btree (tenant_id, person_id, comment_id);
alter table newsroom_comment_mention enable row level security;
create policy by_tenant on newsroom_comment_mention using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_comment_mention to thuocdo_app;
comment on table newsroom_comment_mention is 'Who is called to a comment (nhắc tên)';

create table newsroom_correction (
  tenant_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  airing_id uuid not null,
  document_number text not null,
  document_issuer text not null,
  document_date date not null,
  received_on date not null,
  work_name text not null,
  column_name text not null,
  aired_on date not null,
  false_content text not null,
  corrected_content text not null,
  apology text not null,
  revision integer default 1 not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  notice_story_id uuid,
  issued_by uuid,
  issued_at timestamp with time zone,
  constraint newsroom_correction_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_correction_airing_fk FOREIGN KEY (tenant_id, airing_id) REFERENCES newsroom_airing(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_correction_issued_fk FOREIGN KEY (tenant_id, issued_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_correction_notice_fk FOREIGN KEY (tenant_id, notice_story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_correction_opened_fk FOREIGN KEY (tenant_id, opened_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_correction_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_correction_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_correction_issued_ck CHECK ((((issued_at IS NULL) = (issued_by IS NULL)) AND ((issued_at IS NULL) = (notice_story_id IS NULL)))),
  constraint newsroom_correction_whole_ck CHECK (((issued_at IS NULL) OR ((work_name <> ''::text) AND (column_name <> ''::text) AND (false_content <> ''::text) AND (corrected_content <> ''::text) AND (apology <> ''::text))))
);
CREATE UNIQUE INDEX newsroom_correction_notice_ix ON public.newsroom_correction USING btree (tenant_id, notice_story_id) WHERE (notice_story_id IS NOT NULL);
CREATE INDEX newsroom_correction_received_ix ON public.newsroom_correction USING btree (tenant_id, received_on DESC, id DESC);
CREATE INDEX newsroom_correction_story_ix ON public.newsroom_correction USING btree (tenant_id, story_id);
alter table newsroom_correction enable row level security;
create policy by_tenant on newsroom_correction using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_correction to thuocdo_app;
comment on table newsroom_correction is 'A correction (cải chính) of what aired, after an official conclusion; done when the story of its notice has aired';
comment on column newsroom_correction.received_on is 'The day the conclusion was received, from which the term runs';
comment on column newsroom_correction.column_name is 'The column the notice names (chuyên mục); as it was when it aired, or as somebody named it where none was recorded';
comment on column newsroom_correction.notice_story_id is 'The story of the notice, written when it was issued';

create table newsroom_delegation (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  level text not null,
  from_day date not null,
  to_day date not null,
  document_number text not null,
  document_date date not null,
  both_levels boolean default false not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint newsroom_delegation_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_delegation_from_fk FOREIGN KEY (tenant_id, from_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_delegation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_delegation_to_fk FOREIGN KEY (tenant_id, to_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_delegation_days_ck CHECK ((from_day <= to_day)),
  constraint newsroom_delegation_document_ck CHECK ((document_number <> ''::text)),
  constraint newsroom_delegation_end_ck CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint newsroom_delegation_level_ck CHECK ((level = ANY (ARRAY['department'::text, 'leadership'::text]))),
  constraint newsroom_delegation_self_ck CHECK ((from_id <> to_id))
);
CREATE INDEX newsroom_delegation_to_ix ON public.newsroom_delegation USING btree (tenant_id, to_id, to_day);
alter table newsroom_delegation enable row level security;
create policy by_tenant on newsroom_delegation using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_delegation to thuocdo_app;
comment on table newsroom_delegation is 'A written delegation (ủy quyền bằng văn bản) to approve at a level, from its first to its last day; ended early, never removed';

create table newsroom_dictionary_entry (
  tenant_id uuid not null,
  written text not null,
  spoken text not null,
  changed_at timestamp with time zone not null,
  constraint newsroom_dictionary_entry_pkey PRIMARY KEY (tenant_id, written),
  constraint newsroom_dictionary_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_dictionary_entry_words_ck CHECK (((written <> ''::text) AND (spoken <> ''::text)))
);
alter table newsroom_dictionary_entry enable row level security;
create policy by_tenant on newsroom_dictionary_entry using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_dictionary_entry to thuocdo_app;
comment on table newsroom_dictionary_entry is 'An own entry of the dictionary of abbreviations (từ điển đọc); takes the place of every shipped entry of the same written form';

create table newsroom_heading (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  first_day date not null,
  last_day date,
  template jsonb default '[]'::jsonb not null,
  constraint newsroom_heading_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_heading_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_heading_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_heading_days_ck CHECK (((last_day IS NULL) OR (last_day >= first_day))),
  constraint newsroom_heading_kind_ck CHECK ((kind = ANY (ARRAY['column'::text, 'category'::text, 'programme'::text]))),
  constraint newsroom_heading_name_ck CHECK ((name <> ''::text)),
  constraint newsroom_heading_template_ck CHECK (((kind = 'column'::text) OR (template = '[]'::jsonb)))
);
CREATE UNIQUE INDEX newsroom_heading_name_ix ON public.newsroom_heading USING btree (tenant_id, unit_id, kind, lower(name)) WHERE (last_day IS NULL);
alter table newsroom_heading enable row level security;
create policy by_tenant on newsroom_heading using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_heading to thuocdo_app;
comment on table newsroom_heading is 'What a desk files its work under: a column (chuyên mục), a category (danh mục) or a programme (chương trình)';
comment on column newsroom_heading.last_day is 'The last day it is in use; what was used is ended, not deleted';
comment on column newsroom_heading.template is 'Blocks a story of the column begins with (mẫu): kinds, and words that stand';

create table newsroom_media (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  story_id uuid,
  name text not null,
  bytes bigint not null,
  fingerprint text not null,
  state text default 'uploading'::text not null,
  fault text,
  sha256 bytea,
  facts jsonb,
  preview boolean default false not null,
  rights text not null,
  rights_owner text default ''::text not null,
  rights_until date,
  rights_note text default ''::text not null,
  uploaded_by uuid not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  removed_by uuid,
  removed_at timestamp with time zone,
  removed_why text,
  constraint newsroom_media_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_media_person_fk FOREIGN KEY (tenant_id, uploaded_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_media_remover_fk FOREIGN KEY (tenant_id, removed_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_media_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id),
  constraint newsroom_media_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_media_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_media_bytes_ck CHECK ((bytes > 0)),
  constraint newsroom_media_fault_ck CHECK ((fault = ANY (ARRAY['not-media'::text, 'unreadable'::text, 'infected'::text, 'damaged'::text]))),
  constraint newsroom_media_name_ck CHECK ((name <> ''::text)),
  constraint newsroom_media_ready_ck CHECK (((state <> 'ready'::text) OR ((sha256 IS NOT NULL) AND (facts IS NOT NULL) AND (finished_at IS NOT NULL)))),
  constraint newsroom_media_refused_ck CHECK (((fault IS NOT NULL) = (state = 'refused'::text))),
  constraint newsroom_media_removed_ck CHECK ((((state = ANY (ARRAY['removing'::text, 'removed'::text])) = (removed_at IS NOT NULL)) AND ((removed_at IS NULL) = (removed_by IS NULL)) AND ((removed_at IS NULL) = (removed_why IS NULL)))),
  constraint newsroom_media_rights_ck CHECK ((rights = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text]))),
  constraint newsroom_media_sha256_ck CHECK ((length(sha256) = 32)),
  constraint newsroom_media_state_ck CHECK ((state = ANY (ARRAY['uploading'::text, 'checking'::text, 'ready'::text, 'refused'::text, 'removing'::text, 'removed'::text]))),
  constraint newsroom_media_stub_ck CHECK (((removed_at IS NULL) OR ((sha256 IS NOT NULL) AND (NOT preview))))
);
CREATE INDEX newsroom_media_begun_ix ON public.newsroom_media USING btree (tenant_id, begun_at DESC, id DESC);
CREATE INDEX newsroom_media_story_ix ON public.newsroom_media USING btree (tenant_id, story_id, begun_at) WHERE (story_id IS NOT NULL);
CREATE INDEX newsroom_media_under_way_ix ON public.newsroom_media USING btree (tenant_id, begun_at) WHERE (state = ANY (ARRAY['uploading'::text, 'checking'::text, 'removing'::text]));
alter table newsroom_media enable row level security;
create policy by_tenant on newsroom_media using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_media to thuocdo_app;
comment on table newsroom_media is 'A film or sound (phim, âm thanh) of a story or of the library; the bytes lie in the media store under the id and never change once they are ready';
comment on column newsroom_media.story_id is 'The story it was uploaded for; null in the library (kho tư liệu)';
comment on column newsroom_media.fingerprint is 'Tells whoever uploads that a file is the one begun earlier: its name, size and day of change on their machine';
comment on column newsroom_media.fault is 'Why it was refused (lý do từ chối) after it had come whole';
comment on column newsroom_media.sha256 is 'SHA-256 of the bytes, made when they had come whole';
comment on column newsroom_media.facts is 'Duration, codecs, picture and sound as read from the file (thông số kỹ thuật)';
comment on column newsroom_media.preview is 'Whether a light copy (bản xem nhẹ) is kept beside it';
comment on column newsroom_media.rights is 'May it be aired (bản quyền): green yes, amber with conditions, red no';
comment on column newsroom_media.rights_until is 'The last day of the right to air it';
comment on column newsroom_media.removed_by is 'Who took it from the store (người gỡ phim); its name, size and checksum stay';
comment on column newsroom_media.removed_why is 'Why it was taken from the store (lý do gỡ), in words; empty where it was proposed (đề nghị dọn)';

create table newsroom_media_picture (
  tenant_id uuid not null,
  media_id uuid not null,
  bytes bytea not null,
  constraint newsroom_media_picture_pkey PRIMARY KEY (tenant_id, media_id),
  constraint newsroom_media_picture_media_fk FOREIGN KEY (tenant_id, media_id) REFERENCES newsroom_media(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_media_picture_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_media_picture_bytes_ck CHECK (((length(bytes) >= 1) AND (length(bytes) <= 300000)))
);
alter table newsroom_media_picture enable row level security;
create policy by_tenant on newsroom_media_picture using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_media_picture to thuocdo_app;
comment on table newsroom_media_picture is 'A small picture of a film (hình đại diện), made by the browser that uploaded it';

create table newsroom_notice_read (
  tenant_id uuid not null,
  person_id uuid not null,
  notice text not null,
  read_at timestamp with time zone not null,
  constraint newsroom_notice_read_pkey PRIMARY KEY (tenant_id, person_id, notice),
  constraint newsroom_notice_read_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_notice_read_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_notice_read_notice_ck CHECK ((notice <> ''::text))
);
alter table newsroom_notice_read enable row level security;
create policy by_tenant on newsroom_notice_read using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_notice_read to thuocdo_app;
comment on table newsroom_notice_read is 'Which notices somebody has read (thông báo đã đọc). Notices themselves are worked out from what is stored';
comment on column newsroom_notice_read.notice is 'The kind of notice and what it is about; something that waits anew is another notice';

create table newsroom_prompter (
  tenant_id uuid not null,
  rundown_id uuid not null,
  orders integer default 0 not null,
  jumps integer default 0 not null,
  ordered_by uuid,
  running boolean default false not null,
  speed integer default 200 not null,
  place_id uuid,
  word integer default 0 not null,
  leader uuid,
  heard_at timestamp with time zone not null,
  constraint newsroom_prompter_pkey PRIMARY KEY (tenant_id, rundown_id),
  constraint newsroom_prompter_rundown_fk FOREIGN KEY (tenant_id, rundown_id) REFERENCES newsroom_rundown(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_prompter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_prompter_speed_ck CHECK (((speed >= 20) AND (speed <= 600))),
  constraint newsroom_prompter_word_ck CHECK ((word >= 0))
);
alter table newsroom_prompter enable row level security;
create policy by_tenant on newsroom_prompter using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_prompter to thuocdo_app;
comment on table newsroom_prompter is 'Where the prompters of a rundown are (máy nhắc chữ) and how fast they run; one row a rundown, written over';
comment on column newsroom_prompter.orders is 'Counts orders (chạy, dừng, tốc độ, nhảy); a position reported by a screen that has not heard the last one counts for nothing';
comment on column newsroom_prompter.jumps is 'The count of orders at the last jump: screens go there at once, elsewhere they glide';
comment on column newsroom_prompter.ordered_by is 'The browser window that gave the last order';
comment on column newsroom_prompter.speed is 'Words a minute, so that screens of different widths stay together';
comment on column newsroom_prompter.place_id is 'The block read now, or the item where it has no words; none before the first order';
comment on column newsroom_prompter.word is 'Which word of the block, from 0';
comment on column newsroom_prompter.leader is 'The browser window whose position counts (máy dẫn); another may lead once it is silent';

create table newsroom_reader (
  tenant_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  first_day date not null,
  last_day date,
  constraint newsroom_reader_pkey PRIMARY KEY (tenant_id, person_id),
  constraint newsroom_reader_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_reader_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_reader_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_reader_days_ck CHECK (((last_day IS NULL) OR (last_day >= first_day)))
);
alter table newsroom_reader enable row level security;
create policy by_tenant on newsroom_reader using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_reader to thuocdo_app;
comment on table newsroom_reader is 'Who reads for a unit (người đọc)';

create table newsroom_reader_rate (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null,
  set_rate integer,
  blocks integer default 0 not null,
  syllables integer default 0 not null,
  milliseconds integer default 0 not null,
  learnt_at timestamp with time zone,
  constraint newsroom_reader_rate_pkey PRIMARY KEY (tenant_id, person_id, kind),
  constraint newsroom_reader_rate_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_reader_rate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_reader_rate_kind_ck CHECK ((kind = ANY (ARRAY['greeting'::text, 'lead_in'::text, 'voice_over'::text, 'question'::text, 'closing'::text, 'unclassified'::text]))),
  constraint newsroom_reader_rate_learnt_ck CHECK ((((blocks > 0) = (learnt_at IS NOT NULL)) AND ((blocks > 0) = (syllables > 0)) AND ((blocks > 0) = (milliseconds > 0)))),
  constraint newsroom_reader_rate_set_ck CHECK (((set_rate >= 60) AND (set_rate <= 600)))
);
alter table newsroom_reader_rate enable row level security;
create policy by_tenant on newsroom_reader_rate using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_reader_rate to thuocdo_app;
comment on table newsroom_reader_rate is 'How fast somebody reads a kind of block (tốc độ đọc): set by hand, or learnt from aired blocks';
comment on column newsroom_reader_rate.set_rate is 'Syllables a minute set by hand; goes before what was learnt';
comment on column newsroom_reader_rate.syllables is 'Syllables and milliseconds the learnt rate is made of; older ones fade';

create table newsroom_royalty_line (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  month date not null,
  story_id uuid not null,
  title text not null,
  genre text not null,
  aired_on date not null,
  person_id uuid not null,
  role text not null,
  percent integer not null,
  amount bigint not null,
  basis text not null,
  replaces uuid,
  reason text default ''::text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint newsroom_royalty_line_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_royalty_line_replaces_uq UNIQUE (tenant_id, replaces),
  constraint newsroom_royalty_line_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_royalty_line_recorded_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_royalty_line_replaces_fk FOREIGN KEY (tenant_id, replaces) REFERENCES newsroom_royalty_line(tenant_id, id),
  constraint newsroom_royalty_line_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_royalty_line_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_royalty_line_amount_ck CHECK ((amount >= 0)),
  constraint newsroom_royalty_line_month_ck CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint newsroom_royalty_line_percent_ck CHECK (((percent >= 1) AND (percent <= 100))),
  constraint newsroom_royalty_line_reason_ck CHECK (((replaces IS NULL) OR (reason <> ''::text))),
  constraint newsroom_royalty_line_role_ck CHECK ((role = ANY (ARRAY['author'::text, 'camera'::text, 'editing'::text, 'reader'::text])))
);
CREATE INDEX newsroom_royalty_line_month_ix ON public.newsroom_royalty_line USING btree (tenant_id, month, person_id);
CREATE INDEX newsroom_royalty_line_person_ix ON public.newsroom_royalty_line USING btree (tenant_id, person_id, month DESC);
CREATE INDEX newsroom_royalty_line_story_ix ON public.newsroom_royalty_line USING btree (tenant_id, story_id);
alter table newsroom_royalty_line enable row level security;
create policy by_tenant on newsroom_royalty_line using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_royalty_line to thuocdo_app;
comment on table newsroom_royalty_line is 'Royalties of one person for one aired item in a closed month (nhuận bút đã chốt). Never changed: a correction is a line that replaces one, with its reason';
comment on column newsroom_royalty_line.story_id is 'The story, which may have been deleted since: the line is kept for the accounts';
comment on column newsroom_royalty_line.basis is 'The decision whose rate it is by, in words';

create table newsroom_royalty_rate (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  genre text not null,
  value bigint not null,
  first_day date not null,
  document_number text not null,
  document_date date not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint newsroom_royalty_rate_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_royalty_rate_person_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_royalty_rate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_royalty_rate_document_ck CHECK ((document_number <> ''::text)),
  constraint newsroom_royalty_rate_genre_ck CHECK (((genre = ''::text) OR (kind <> 'point_value'::text))),
  constraint newsroom_royalty_rate_kind_ck CHECK ((kind = ANY (ARRAY['amount'::text, 'points'::text, 'point_value'::text]))),
  constraint newsroom_royalty_rate_value_ck CHECK (((value >= 0) AND (value <= 1000000000)))
);
alter table newsroom_royalty_rate enable row level security;
create policy by_tenant on newsroom_royalty_rate using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_royalty_rate to thuocdo_app;
comment on table newsroom_royalty_rate is 'A rate of royalties (mức nhuận bút) by the station''s own decision, from its first day until a later one of the same genre. Never changed';
comment on column newsroom_royalty_rate.genre is 'The kind of item it is for (thể loại); empty for every other item, and for what a point is worth';
comment on column newsroom_royalty_rate.value is 'Đồng, or hundredths of a point';

create table newsroom_royalty_split (
  tenant_id uuid not null,
  story_id uuid not null,
  genre text,
  shares jsonb not null,
  revision integer default 1 not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint newsroom_royalty_split_pkey PRIMARY KEY (tenant_id, story_id),
  constraint newsroom_royalty_split_person_fk FOREIGN KEY (tenant_id, set_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_royalty_split_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_royalty_split_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table newsroom_royalty_split enable row level security;
create policy by_tenant on newsroom_royalty_split using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_royalty_split to thuocdo_app;
comment on table newsroom_royalty_split is 'How the royalties of a story are shared (chia nhuận bút) where not all of it is the author''s; its genre where it is not its category';

create table newsroom_rundown (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  programme_id uuid,
  slot_id uuid,
  name text not null,
  on_date date not null,
  start_ms integer not null,
  out_ms integer,
  state text default 'planned'::text not null,
  revision integer default 1 not null,
  changes integer default 1 not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint newsroom_rundown_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_rundown_person_fk FOREIGN KEY (tenant_id, created_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES newsroom_heading(tenant_id, id),
  constraint newsroom_rundown_slot_fk FOREIGN KEY (tenant_id, slot_id) REFERENCES newsroom_slot(tenant_id, id),
  constraint newsroom_rundown_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_rundown_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_rundown_name_ck CHECK ((name <> ''::text)),
  constraint newsroom_rundown_out_ck CHECK (((out_ms > start_ms) AND (out_ms <= (start_ms + 86400000)))),
  constraint newsroom_rundown_start_ck CHECK (((start_ms >= 0) AND (start_ms < 86400000))),
  constraint newsroom_rundown_state_ck CHECK ((state = ANY (ARRAY['planned'::text, 'locked'::text, 'on_air'::text, 'ended'::text])))
);
CREATE INDEX newsroom_rundown_day_ix ON public.newsroom_rundown USING btree (tenant_id, on_date, start_ms, id);
CREATE UNIQUE INDEX newsroom_rundown_slot_uq ON public.newsroom_rundown USING btree (tenant_id, slot_id, on_date) WHERE (slot_id IS NOT NULL);
alter table newsroom_rundown enable row level security;
create policy by_tenant on newsroom_rundown using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_rundown to thuocdo_app;
comment on table newsroom_rundown is 'A rundown (khung chương trình): one programme on one day';
comment on column newsroom_rundown.name is 'The programme''s name as it was when the rundown was made (tên chương trình)';
comment on column newsroom_rundown.start_ms is 'When it begins, in milliseconds after midnight in Vietnam';
comment on column newsroom_rundown.out_ms is 'The hard out (giờ phải dứt): in milliseconds after the same midnight; none when it may run over';
comment on column newsroom_rundown.revision is 'Counts changes of the rundown itself, so that nobody writes over what they have not seen';
comment on column newsroom_rundown.changes is 'Counts changes of it and of its items: what open screens follow';
comment on column newsroom_rundown.created_by is 'Who made it; null where the server did ahead of time (dựng sẵn khung)';

create table newsroom_rundown_frozen (
  tenant_id uuid not null,
  id uuid not null,
  rundown_id uuid not null,
  item_id uuid not null,
  story_id uuid,
  version integer,
  hash bytea,
  content jsonb,
  approvals jsonb not null,
  kind text not null,
  title text not null,
  cut_blocks uuid[] not null,
  reader_id uuid,
  planned_ms integer,
  estimated_ms integer,
  locked_ms integer,
  film_ms integer,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null,
  constraint newsroom_rundown_frozen_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_rundown_frozen_person_fk FOREIGN KEY (tenant_id, frozen_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_frozen_reader_fk FOREIGN KEY (tenant_id, reader_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_frozen_rundown_fk FOREIGN KEY (tenant_id, rundown_id) REFERENCES newsroom_rundown(tenant_id, id),
  constraint newsroom_rundown_frozen_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_rundown_frozen_version_fk FOREIGN KEY (tenant_id, story_id, version) REFERENCES newsroom_story_version(tenant_id, story_id, version) ON DELETE CASCADE,
  constraint newsroom_rundown_frozen_hash_ck CHECK ((length(hash) = 32)),
  constraint newsroom_rundown_frozen_whole_ck CHECK ((((story_id IS NULL) = (version IS NULL)) AND ((story_id IS NULL) = (hash IS NULL)) AND ((story_id IS NULL) = (content IS NULL))))
);
CREATE INDEX newsroom_rundown_frozen_item_ix ON public.newsroom_rundown_frozen USING btree (tenant_id, item_id, frozen_at DESC);
alter table newsroom_rundown_frozen enable row level security;
create policy by_tenant on newsroom_rundown_frozen using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_rundown_frozen to thuocdo_app;
comment on table newsroom_rundown_frozen is 'An item as it was when it became next (bản đóng băng): exactly these words, approvals, reader and durations. Never changed';
comment on column newsroom_rundown_frozen.approvals is 'The approvals that covered the words: level, version, person, moment';
comment on column newsroom_rundown_frozen.cut_blocks is 'Blocks left out to come back on time (đoạn đã cắt)';

create table newsroom_rundown_item (
  tenant_id uuid not null,
  id uuid not null,
  rundown_id uuid not null,
  order_key text collate "C" not null,
  kind text not null,
  story_id uuid,
  title text not null,
  planned_ms integer,
  film_ms integer,
  fixed_start_ms integer,
  reader_id uuid,
  floated boolean default false not null,
  cuttable boolean default false not null,
  cut_blocks uuid[] default '{}'::uuid[] not null,
  stage text default 'waiting'::text not null,
  frozen_id uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  revision integer default 1 not null,
  added_by uuid,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint newsroom_rundown_item_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_rundown_item_added_fk FOREIGN KEY (tenant_id, added_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_item_changed_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_item_frozen_fk FOREIGN KEY (tenant_id, frozen_id) REFERENCES newsroom_rundown_frozen(tenant_id, id),
  constraint newsroom_rundown_item_reader_fk FOREIGN KEY (tenant_id, reader_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_rundown_item_rundown_fk FOREIGN KEY (tenant_id, rundown_id) REFERENCES newsroom_rundown(tenant_id, id),
  constraint newsroom_rundown_item_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_rundown_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_rundown_item_frozen_ck CHECK (((stage = 'waiting'::text) = (frozen_id IS NULL))),
  constraint newsroom_rundown_item_kind_ck CHECK ((kind = ANY (ARRAY['story'::text, 'ident'::text, 'advert'::text, 'live'::text, 'spare'::text]))),
  constraint newsroom_rundown_item_kind_story_ck CHECK (((kind = 'story'::text) = (story_id IS NOT NULL))),
  constraint newsroom_rundown_item_stage_ck CHECK ((stage = ANY (ARRAY['waiting'::text, 'next'::text, 'on_air'::text, 'aired'::text]))),
  constraint newsroom_rundown_item_started_ck CHECK ((((started_at IS NOT NULL) = (stage = ANY (ARRAY['on_air'::text, 'aired'::text]))) AND ((ended_at IS NOT NULL) = (stage = 'aired'::text)))),
  constraint newsroom_rundown_item_times_ck CHECK (((planned_ms >= 0) AND (film_ms >= 0) AND (fixed_start_ms >= 0))),
  constraint newsroom_rundown_item_title_ck CHECK ((title <> ''::text))
);
CREATE INDEX newsroom_rundown_item_order_ix ON public.newsroom_rundown_item USING btree (tenant_id, rundown_id, order_key, id);
CREATE UNIQUE INDEX newsroom_rundown_item_stage_uq ON public.newsroom_rundown_item USING btree (tenant_id, rundown_id, stage) WHERE (stage = ANY (ARRAY['next'::text, 'on_air'::text]));
CREATE INDEX newsroom_rundown_item_story_ix ON public.newsroom_rundown_item USING btree (tenant_id, story_id) WHERE (story_id IS NOT NULL);
alter table newsroom_rundown_item enable row level security;
create policy by_tenant on newsroom_rundown_item using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_rundown_item to thuocdo_app;
comment on table newsroom_rundown_item is 'An item of a rundown (mục): a story (tin, bài), station ident (hình hiệu), advertising (quảng cáo), live insert (trực tiếp) or spare (dự phòng)';
comment on column newsroom_rundown_item.order_key is 'Its place: items are in the order of these keys; a move writes one key, never the others';
comment on column newsroom_rundown_item.planned_ms is 'Time allotted (dự kiến)';
comment on column newsroom_rundown_item.film_ms is 'How long the recorded film is (phim đã chốt)';
comment on column newsroom_rundown_item.fixed_start_ms is 'When it must begin (giờ cố định), in milliseconds after the midnight of the rundown''s day';
comment on column newsroom_rundown_item.floated is 'Kept beside the rundown (để ngoài): in the list, not in the time';
comment on column newsroom_rundown_item.stage is 'Waiting, next (sắp phát), on air (đang phát), aired (đã phát)';
comment on column newsroom_rundown_item.changed_by is 'Who changed it last; null while it is as the server made it ahead of time';

create table newsroom_signing (
  tenant_id uuid not null,
  level text not null,
  prove boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint newsroom_signing_pkey PRIMARY KEY (tenant_id, level),
  constraint newsroom_signing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_signing_level_ck CHECK ((level = ANY (ARRAY['department'::text, 'leadership'::text])))
);
alter table newsroom_signing enable row level security;
create policy by_tenant on newsroom_signing using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_signing to thuocdo_app;
comment on table newsroom_signing is 'Whether a level asks for a new proof of who signs (xác thực lại khi duyệt); no row: it does not';

create table newsroom_slot (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  weekdays integer[] not null,
  start_minute integer not null,
  planned_seconds integer not null,
  hard_out boolean not null,
  first_day date not null,
  last_day date,
  constraint newsroom_slot_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_slot_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES newsroom_heading(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_slot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_slot_days_ck CHECK (((last_day IS NULL) OR (last_day >= first_day))),
  constraint newsroom_slot_length_ck CHECK (((planned_seconds >= 1) AND (planned_seconds <= 86400))),
  constraint newsroom_slot_start_ck CHECK (((start_minute >= 0) AND (start_minute <= 1439))),
  constraint newsroom_slot_weekdays_ck CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7])))
);
CREATE INDEX newsroom_slot_programme_ix ON public.newsroom_slot USING btree (tenant_id, programme_id, start_minute);
alter table newsroom_slot enable row level security;
create policy by_tenant on newsroom_slot using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_slot to thuocdo_app;
comment on table newsroom_slot is 'A recurring slot of a programme (khung giờ): weekdays, start, planned length. Other times are another slot from their first day on';
comment on column newsroom_slot.weekdays is 'ISO weekdays, 1 Monday to 7 Sunday';
comment on column newsroom_slot.start_minute is 'Minutes after midnight in Vietnam';
comment on column newsroom_slot.hard_out is 'Must end on time (phải hết đúng giờ)';

create table newsroom_story (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  author_id uuid not null,
  state text not null,
  title text not null,
  "column" text,
  category text,
  revision integer default 1 not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  air text default 'none'::text not null,
  aired_at timestamp with time zone,
  slug text default ''::text not null,
  programme_id uuid,
  slot_date date,
  slot_id uuid,
  reader_id uuid,
  constraint newsroom_story_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_story_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_programme_fk FOREIGN KEY (tenant_id, programme_id) REFERENCES newsroom_heading(tenant_id, id),
  constraint newsroom_story_reader_fk FOREIGN KEY (tenant_id, reader_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_slot_fk FOREIGN KEY (tenant_id, slot_id) REFERENCES newsroom_slot(tenant_id, id),
  constraint newsroom_story_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_story_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint newsroom_story_air_ck CHECK ((air = ANY (ARRAY['none'::text, 'placed'::text, 'aired'::text, 'archived'::text]))),
  constraint newsroom_story_aired_ck CHECK (((aired_at IS NOT NULL) OR (air = ANY (ARRAY['none'::text, 'placed'::text])))),
  constraint newsroom_story_slot_ck CHECK ((((slot_date IS NULL) OR (programme_id IS NOT NULL)) AND ((slot_id IS NULL) OR (slot_date IS NOT NULL)))),
  constraint newsroom_story_state_ck CHECK ((state = ANY (ARRAY['draft'::text, 'department'::text, 'leadership'::text, 'approved'::text]))),
  constraint newsroom_story_title_ck CHECK ((title <> ''::text))
);
CREATE INDEX newsroom_story_aired_ix ON public.newsroom_story USING btree (tenant_id, aired_at) WHERE (aired_at IS NOT NULL);
CREATE INDEX newsroom_story_changed_ix ON public.newsroom_story USING btree (tenant_id, changed_at DESC, id DESC);
CREATE INDEX newsroom_story_slot_ix ON public.newsroom_story USING btree (tenant_id, slot_date, programme_id) WHERE (slot_date IS NOT NULL);
CREATE INDEX newsroom_story_waiting_ix ON public.newsroom_story USING btree (tenant_id, state, changed_at DESC, id DESC);
alter table newsroom_story enable row level security;
create policy by_tenant on newsroom_story using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_story to thuocdo_app;
comment on table newsroom_story is 'A story (tin, bài) and where it stands; what it says is in its versions';
comment on column newsroom_story.state is 'Whose turn it is; follows from the steps and the present version';
comment on column newsroom_story.revision is 'Counts every save and every step, so that nobody writes over what they have not seen';
comment on column newsroom_story.version is 'The version that stands now';
comment on column newsroom_story.air is 'Its way to air beside its approval: none, placed in a rundown (trong khung), aired (đã phát), archived (lưu)';
comment on column newsroom_story.aired_at is 'When it first aired';
comment on column newsroom_story.slug is 'Mã tin: outside the approved content, like programme, slot and reader; empty means the one proposed for the title';
comment on column newsroom_story.slot_id is 'The slot of the programme on slot_date; null where only the day is known';

create table newsroom_story_record (
  tenant_id uuid not null,
  story_id uuid not null,
  file_name text not null,
  bytes bytea not null,
  steps jsonb not null,
  faults jsonb not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint newsroom_story_record_pkey PRIMARY KEY (tenant_id, story_id),
  constraint newsroom_story_record_person_fk FOREIGN KEY (tenant_id, imported_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_record_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_story_record_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_story_record_bytes_ck CHECK (((length(bytes) >= 1) AND (length(bytes) <= 2000000))),
  constraint newsroom_story_record_name_ck CHECK ((file_name <> ''::text))
);
alter table newsroom_story_record enable row level security;
create policy by_tenant on newsroom_story_record using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_story_record to thuocdo_app;
comment on table newsroom_story_record is 'The record of the old system (hồ sơ của hệ thống cũ) a story was taken over from, byte for byte, with its approval steps, which bind no wording';
comment on column newsroom_story_record.faults is 'What could not be read in it, with line and what to do';

create table newsroom_story_search (
  tenant_id uuid not null,
  story_id uuid not null,
  exact tsvector not null,
  folded tsvector not null,
  constraint newsroom_story_search_pkey PRIMARY KEY (tenant_id, story_id),
  constraint newsroom_story_search_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_story_search_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
CREATE INDEX newsroom_story_search_exact_ix ON public.newsroom_story_search USING gin (exact);
CREATE INDEX newsroom_story_search_folded_ix ON public.newsroom_story_search USING gin (folded);
alter table newsroom_story_search enable row level security;
create policy by_tenant on newsroom_story_search using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_story_search to thuocdo_app;
comment on table newsroom_story_search is 'The words of a story''s present version, for search (tìm trong kho) only; filled by the program with every save';
comment on column newsroom_story_search.exact is 'As written, lower case. Weight A: title, column, category; B: names and what is not read out; C: soundbites; D: everything else that is said, also in its spoken form';
comment on column newsroom_story_search.folded is 'The same without Vietnamese marks (đ as d)';

create table newsroom_story_step (
  tenant_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  version integer not null,
  hash bytea not null,
  act text not null,
  level text,
  person_id uuid not null,
  note text default ''::text not null,
  block_id uuid,
  at timestamp with time zone not null,
  acting_for uuid,
  ordered_by uuid,
  due_at timestamp with time zone,
  proved boolean default false not null,
  delegation_id uuid,
  constraint newsroom_story_step_pkey PRIMARY KEY (tenant_id, id),
  constraint newsroom_story_step_acting_fk FOREIGN KEY (tenant_id, acting_for) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_step_delegation_fk FOREIGN KEY (tenant_id, delegation_id) REFERENCES newsroom_delegation(tenant_id, id),
  constraint newsroom_story_step_ordered_fk FOREIGN KEY (tenant_id, ordered_by) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_step_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint newsroom_story_step_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_story_step_version_fk FOREIGN KEY (tenant_id, story_id, version) REFERENCES newsroom_story_version(tenant_id, story_id, version) ON DELETE CASCADE,
  constraint newsroom_story_step_act_ck CHECK ((act = ANY (ARRAY['submit'::text, 'withdraw'::text, 'return'::text, 'approve'::text, 'air_first'::text]))),
  constraint newsroom_story_step_acting_ck CHECK (((acting_for IS NULL) OR ((act = 'approve'::text) AND (acting_for <> person_id)))),
  constraint newsroom_story_step_delegation_ck CHECK (((delegation_id IS NULL) OR (acting_for IS NOT NULL))),
  constraint newsroom_story_step_level_ck CHECK (((level = ANY (ARRAY['department'::text, 'leadership'::text])) AND ((level IS NOT NULL) = (act = ANY (ARRAY['return'::text, 'approve'::text]))))),
  constraint newsroom_story_step_order_ck CHECK ((((ordered_by IS NOT NULL) = (act = 'air_first'::text)) AND ((due_at IS NOT NULL) = (act = 'air_first'::text)))),
  constraint newsroom_story_step_reason_ck CHECK (((act <> ALL (ARRAY['return'::text, 'air_first'::text])) OR (note <> ''::text)))
);
CREATE INDEX newsroom_story_step_air_first_ix ON public.newsroom_story_step USING btree (tenant_id, at DESC) WHERE (act = 'air_first'::text);
CREATE INDEX newsroom_story_step_story_ix ON public.newsroom_story_step USING btree (tenant_id, story_id, at, id);
alter table newsroom_story_step enable row level security;
create policy by_tenant on newsroom_story_step using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on newsroom_story_step to thuocdo_app;
comment on table newsroom_story_step is 'A step of approval (bước duyệt): who, when, at which level, of exactly which version';
comment on column newsroom_story_step.acting_for is 'Who was signed for (ký thay) under a written delegation; null in one''s own right';
comment on column newsroom_story_step.ordered_by is 'Who ordered to air before signing (phát trước, ký sau)';
comment on column newsroom_story_step.due_at is 'By when it has to be signed after airing';
comment on column newsroom_story_step.proved is 'Whether who signed proved once more who they are, as the level asked';
comment on column newsroom_story_step.delegation_id is 'The delegation it was signed under (văn bản ủy quyền đã dùng); null in one''s own right, and in steps from before this was kept';

create table newsroom_story_version (
  tenant_id uuid not null,
  story_id uuid not null,
  version integer not null,
  content jsonb not null,
  hash bytea not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  constraint newsroom_story_version_pkey PRIMARY KEY (tenant_id, story_id, version),
  constraint newsroom_story_version_story_fk FOREIGN KEY (tenant_id, story_id) REFERENCES newsroom_story(tenant_id, id) ON DELETE CASCADE,
  constraint newsroom_story_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint newsroom_story_version_hash_ck CHECK ((length(hash) = 32))
);
alter table newsroom_story_version enable row level security;
create policy by_tenant on newsroom_story_version using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on newsroom_story_version to thuocdo_app;
comment on table newsroom_story_version is 'What a story said (phiên bản). Once a step has looked at a version it never changes';
comment on column newsroom_story_version.hash is 'SHA-256 of the canonical text of the content: the words a step is bound to';

create table organisation_absence (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date not null,
  decision_number text default ''::text not null,
  version integer default 1 not null,
  constraint organisation_absence_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_absence_overlap_ex EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_absence_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint organisation_absence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_absence_kind_ck CHECK ((kind = ANY (ARRAY['maternity'::text, 'sick_leave'::text, 'unpaid_leave'::text]))),
  constraint organisation_absence_order_ck CHECK ((valid_to >= valid_from))
);
CREATE INDEX organisation_absence_person_ix ON public.organisation_absence USING btree (tenant_id, person_id, valid_from);
alter table organisation_absence enable row level security;
create policy by_tenant on organisation_absence using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_absence to thuocdo_app;
comment on table organisation_absence is 'Time away that evaluation takes into account (Decree 335/2025, article 11); both days included';
comment on column organisation_absence.version is 'Counts corrections; compared on every change';

create table organisation_holding (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  status text not null,
  is_primary boolean not null,
  valid_from date not null,
  valid_to date,
  decision_number text default ''::text not null,
  decision_date date,
  version integer default 1 not null,
  constraint organisation_holding_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_holding_overlap_ex EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, post_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_holding_primary_ex EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE (is_primary) DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_holding_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id),
  constraint organisation_holding_post_fk FOREIGN KEY (tenant_id, post_id) REFERENCES organisation_post(tenant_id, id),
  constraint organisation_holding_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_holding_order_ck CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint organisation_holding_status_ck CHECK ((status = ANY (ARRAY['cadre'::text, 'civil_servant'::text, 'public_employee'::text, 'part_time_worker'::text])))
);
CREATE INDEX organisation_holding_person_ix ON public.organisation_holding USING btree (tenant_id, person_id, valid_from);
CREATE INDEX organisation_holding_post_ix ON public.organisation_holding USING btree (tenant_id, post_id, valid_from);
alter table organisation_holding enable row level security;
create policy by_tenant on organisation_holding using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_holding to thuocdo_app;
comment on table organisation_holding is 'A person holding a post over a stretch of time (giữ chức vụ), by a decision; a person may hold several at once';
comment on column organisation_holding.status is 'What the person is in law while holding the post: cadre (cán bộ), civil servant (công chức), public employee (viên chức), part-time worker (người hoạt động không chuyên trách)';
comment on column organisation_holding.is_primary is 'The person''s main post (chức vụ chính); at most one on any day';

create table organisation_identity (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed bytea not null,
  print bytea not null,
  version integer default 1 not null,
  constraint organisation_identity_pkey PRIMARY KEY (tenant_id, person_id, kind),
  constraint organisation_identity_print_uq UNIQUE (tenant_id, kind, print),
  constraint organisation_identity_person_fk FOREIGN KEY (tenant_id, person_id) REFERENCES organisation_person(tenant_id, id) ON DELETE CASCADE,
  constraint organisation_identity_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_identity_kind_ck CHECK ((kind = ANY (ARRAY['personal_id'::text, 'old_id_card'::text]))),
  constraint organisation_identity_print_ck CHECK ((length(print) = 32)),
  constraint organisation_identity_sealed_ck CHECK (((get_byte(sealed, 0) = 1) AND (length(sealed) > 37)))
);
alter table organisation_identity enable row level security;
create policy by_tenant on organisation_identity using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_identity to thuocdo_app;
comment on table organisation_identity is 'Identity numbers of a person (số định danh cá nhân, số chứng minh nhân dân cũ); the number itself is nowhere in the database';
comment on column organisation_identity.sealed is 'The number, AES-256-GCM: version, key, nonce, tag, text; opens for this tenant, person and kind only';
comment on column organisation_identity.print is 'HMAC-SHA-256 of the number under a key of the tenant: finds a whole number and keeps two people from having one';

create table organisation_import (
  tenant_id uuid not null,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  byte_size bigint not null,
  status text not null,
  phase text not null,
  done integer default 0 not null,
  total integer default 0 not null,
  failure text,
  counts jsonb default '{}'::jsonb not null,
  notices jsonb default '[]'::jsonb not null,
  checked_version bigint,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint organisation_import_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_import_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_import_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint organisation_import_phase_ck CHECK ((phase = ANY (ARRAY['waiting'::text, 'reading'::text, 'comparing'::text, 'storing_preview'::text, 'done'::text]))),
  constraint organisation_import_status_ck CHECK ((status = ANY (ARRAY['checking'::text, 'ready'::text, 'refused'::text, 'failed'::text, 'confirmed'::text, 'discarded'::text])))
);
CREATE INDEX organisation_import_recent_ix ON public.organisation_import USING btree (tenant_id, uploaded_at DESC);
alter table organisation_import enable row level security;
create policy by_tenant on organisation_import using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_import to thuocdo_app;
comment on table organisation_import is 'A workbook sent in: checked first, stored only when confirmed';
comment on column organisation_import.file_hash is 'SHA-256 of the file';
comment on column organisation_import.done is 'Rows dealt with in the present phase, of total';
comment on column organisation_import.failure is 'Refusal code when the file as a whole could not be read';
comment on column organisation_import.counts is 'Per sheet: new, changed, unchanged, faulty rows';
comment on column organisation_import.notices is 'What was noticed about the file as a whole: unknown columns, unknown sheets, merged headers';
comment on column organisation_import.checked_version is 'organisation_structure.version the check saw';
comment on column organisation_import.beat_at is 'Last sign of life of the check; a check silent for long is started again';

create table organisation_import_file (
  tenant_id uuid not null,
  import_id uuid not null,
  sealed bytea not null,
  constraint organisation_import_file_pkey PRIMARY KEY (tenant_id, import_id),
  constraint organisation_import_file_import_fk FOREIGN KEY (tenant_id, import_id) REFERENCES organisation_import(tenant_id, id),
  constraint organisation_import_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_import_file_sealed_ck CHECK (((get_byte(sealed, 0) = 1) AND (length(sealed) > 37)))
);
alter table organisation_import_file enable row level security;
create policy by_tenant on organisation_import_file using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_import_file to thuocdo_app;
comment on table organisation_import_file is 'The uploaded workbook, kept only until the import is confirmed or discarded; here and not in the file store so that it goes in the same transaction';
comment on column organisation_import_file.sealed is 'The workbook, sealed like an identity number';

create table organisation_import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  sheet_no smallint not null,
  row_no integer not null,
  outcome text not null,
  cells jsonb not null,
  problems jsonb not null,
  constraint organisation_import_row_pkey PRIMARY KEY (tenant_id, import_id, sheet_no, row_no),
  constraint organisation_import_row_import_fk FOREIGN KEY (tenant_id, import_id) REFERENCES organisation_import(tenant_id, id),
  constraint organisation_import_row_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_import_row_outcome_ck CHECK ((outcome = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text, 'faulty'::text])))
);
CREATE INDEX organisation_import_row_problem_ix ON public.organisation_import_row USING btree (tenant_id, import_id, sheet_no, row_no) WHERE (problems <> '[]'::jsonb);
alter table organisation_import_row enable row level security;
create policy by_tenant on organisation_import_row using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_import_row to thuocdo_app;
comment on table organisation_import_row is 'Preview of one row of an uploaded workbook; removed when the import is confirmed or discarded';
comment on column organisation_import_row.cells is 'What stood in the columns, in the template''s order, as text';
comment on column organisation_import_row.problems is 'List of {cell, header, found, expected, code, severity}';

create table organisation_person (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  full_name text not null,
  sort_name text collate "vi-x-icu" not null,
  folded_name text not null,
  sex text,
  birth_date date,
  version integer default 1 not null,
  constraint organisation_person_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_person_code_uq UNIQUE (tenant_id, code),
  constraint organisation_person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_person_code_check CHECK (((code <> ''::text) AND (length(code) <= 35))),
  constraint organisation_person_full_name_check CHECK ((full_name <> ''::text)),
  constraint organisation_person_sex_ck CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
);
CREATE INDEX organisation_person_search_ix ON public.organisation_person USING gin (folded_name gin_trgm_ops);
CREATE INDEX organisation_person_sort_ix ON public.organisation_person USING btree (tenant_id, sort_name, id);
alter table organisation_person enable row level security;
create policy by_tenant on organisation_person using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_person to thuocdo_app;
comment on table organisation_person is 'Person (cán bộ, công chức, viên chức, người lao động); identity is the code, never the name';
comment on column organisation_person.full_name is 'Full name in NFC';
comment on column organisation_person.sort_name is 'Given name first, then family and middle names, filled by the program; Vietnamese order';
comment on column organisation_person.folded_name is 'Lower case without Vietnamese marks (đ as d), filled by the program, for search only';
comment on column organisation_person.sex is 'Null until somebody says';

create table organisation_post (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  unit_id uuid not null,
  title text not null,
  role text not null,
  is_leader boolean not null,
  public_contact boolean not null,
  peer_group text not null,
  places integer not null,
  valid_from date not null,
  valid_to date,
  version integer default 1 not null,
  constraint organisation_post_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_post_code_uq UNIQUE (tenant_id, code),
  constraint organisation_post_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_post_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint organisation_post_code_check CHECK (((code <> ''::text) AND (length(code) <= 35))),
  constraint organisation_post_order_ck CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint organisation_post_places_check CHECK (((places >= 1) AND (places <= 500))),
  constraint organisation_post_role_ck CHECK ((role = ANY (ARRAY['head'::text, 'deputy'::text, 'member'::text, 'staff'::text]))),
  constraint organisation_post_title_check CHECK ((title <> ''::text))
);
CREATE INDEX organisation_post_unit_ix ON public.organisation_post USING btree (tenant_id, unit_id);
alter table organisation_post enable row level security;
create policy by_tenant on organisation_post using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_post to thuocdo_app;
comment on table organisation_post is 'Post or title in a unit (vị trí, chức danh)';
comment on column organisation_post.role is 'Role in the unit: head (người đứng đầu), deputy (cấp phó), member (ủy viên), staff (còn lại)';
comment on column organisation_post.is_leader is 'Holds leadership or management (chức vụ lãnh đạo, quản lý): scored with six terms';
comment on column organisation_post.public_contact is 'Regularly deals with citizens and businesses: variant of criterion II.4';
comment on column organisation_post.peer_group is 'Group of similar tasks (nhóm nhiệm vụ tương đồng) for the quota; empty when none';
comment on column organisation_post.places is 'How many people may hold it at once';

create table organisation_structure (
  tenant_id uuid not null,
  version bigint default 0 not null,
  constraint organisation_structure_pkey PRIMARY KEY (tenant_id),
  constraint organisation_structure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id)
);
alter table organisation_structure enable row level security;
create policy by_tenant on organisation_structure using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_structure to thuocdo_app;
comment on table organisation_structure is 'One row per tenant, locked by every act that changes organisation data, so that two acts are judged one after the other';
comment on column organisation_structure.version is 'Counts acts; an import checked at one version is judged again when confirmed at another';

create table organisation_unit (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  version integer default 1 not null,
  constraint organisation_unit_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_unit_code_uq UNIQUE (tenant_id, code),
  constraint organisation_unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_unit_code_check CHECK (((code <> ''::text) AND (length(code) <= 35)))
);
alter table organisation_unit enable row level security;
create policy by_tenant on organisation_unit using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_unit to thuocdo_app;
comment on table organisation_unit is 'Body or unit (cơ quan, tổ chức, đơn vị); what it is called and where it belongs stands in its spans';
comment on column organisation_unit.code is 'Stable for the life of the unit and never used again; accents and case count';

create table organisation_unit_change (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  effective_on date not null,
  document_number text not null,
  document_date date,
  note text default ''::text not null,
  constraint organisation_unit_change_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_unit_change_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_unit_change_kind_ck CHECK ((kind = ANY (ARRAY['found'::text, 'merge'::text, 'absorb'::text, 'split_off'::text, 'divide'::text, 'partial_move'::text, 'rename'::text, 'retype'::text, 'dissolve'::text, 'move_parent'::text])))
);
CREATE INDEX organisation_unit_change_date_ix ON public.organisation_unit_change USING btree (tenant_id, effective_on);
alter table organisation_unit_change enable row level security;
create policy by_tenant on organisation_unit_change using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_unit_change to thuocdo_app;
comment on table organisation_unit_change is 'An act of reorganisation (sắp xếp tổ chức) with the document that decided it';
comment on column organisation_unit_change.effective_on is 'First day of the new state';

create table organisation_unit_change_unit (
  tenant_id uuid not null,
  change_id uuid not null,
  unit_id uuid not null,
  side text not null,
  constraint organisation_unit_change_unit_pkey PRIMARY KEY (tenant_id, change_id, unit_id, side),
  constraint organisation_unit_change_unit_change_fk FOREIGN KEY (tenant_id, change_id) REFERENCES organisation_unit_change(tenant_id, id),
  constraint organisation_unit_change_unit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_unit_change_unit_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint organisation_unit_change_unit_side_ck CHECK ((side = ANY (ARRAY['predecessor'::text, 'successor'::text])))
);
CREATE INDEX organisation_unit_change_unit_unit_ix ON public.organisation_unit_change_unit USING btree (tenant_id, unit_id);
alter table organisation_unit_change_unit enable row level security;
create policy by_tenant on organisation_unit_change_unit using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_unit_change_unit to thuocdo_app;
comment on table organisation_unit_change_unit is 'Lineage: the units an act of reorganisation took from and the units it led to';

create table organisation_unit_span (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  name text not null,
  folded_name text not null,
  short_name text not null,
  kind text not null,
  level text not null,
  valid_from date not null,
  valid_to date,
  constraint organisation_unit_span_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_unit_span_overlap_ex EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_unit_span_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES organisation_unit(tenant_id, id),
  constraint organisation_unit_span_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint organisation_unit_span_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES organisation_unit(tenant_id, id),
  constraint organisation_unit_span_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
  constraint organisation_unit_span_level_check CHECK ((level ~ '^[a-z_]+$'::text)),
  constraint organisation_unit_span_name_check CHECK ((name <> ''::text)),
  constraint organisation_unit_span_order_ck CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint organisation_unit_span_parent_ck CHECK ((parent_id <> unit_id))
);
CREATE INDEX organisation_unit_span_parent_ix ON public.organisation_unit_span USING btree (tenant_id, parent_id);
CREATE INDEX organisation_unit_span_search_ix ON public.organisation_unit_span USING gin (folded_name gin_trgm_ops);
alter table organisation_unit_span enable row level security;
create policy by_tenant on organisation_unit_span using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on organisation_unit_span to thuocdo_app;
comment on table organisation_unit_span is 'A stretch of a unit''s life during which name, kind, level and parent stay the same; the stretches of a unit follow each other without a gap';
comment on column organisation_unit_span.folded_name is 'Lower case without Vietnamese marks (đ as d), of name and short name, filled by the program, for search only';
comment on column organisation_unit_span.kind is 'Code of the module''s list of unit kinds (loại đơn vị)';
comment on column organisation_unit_span.level is 'Code of the module''s list of levels (cấp)';

create table personal_data_classified_stub (
  tenant_id uuid not null,
  id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  number text not null,
  issued_on date not null,
  issuer text not null,
  secrecy text not null,
  kept_at text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint personal_data_classified_stub_pkey PRIMARY KEY (tenant_id, id),
  constraint personal_data_classified_stub_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint personal_data_classified_stub_about_kind_check CHECK ((about_kind = ANY (ARRAY['task'::text, 'campaign'::text]))),
  constraint personal_data_classified_stub_issuer_check CHECK ((issuer <> ''::text)),
  constraint personal_data_classified_stub_kept_at_check CHECK ((kept_at <> ''::text)),
  constraint personal_data_classified_stub_number_check CHECK ((number <> ''::text)),
  constraint personal_data_classified_stub_secrecy_check CHECK ((secrecy = ANY (ARRAY['confidential'::text, 'secret'::text, 'top_secret'::text])))
);
CREATE INDEX personal_data_classified_stub_about_ix ON public.personal_data_classified_stub USING btree (tenant_id, about_kind, about_id) WHERE (removed_at IS NULL);
CREATE INDEX personal_data_classified_stub_recent_ix ON public.personal_data_classified_stub USING btree (tenant_id, added_at DESC, id DESC);
alter table personal_data_classified_stub enable row level security;
create policy by_tenant on personal_data_classified_stub using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on personal_data_classified_stub to thuocdo_app;
comment on table personal_data_classified_stub is 'Stub in place of a classified paper (phiếu thay thế tài liệu mật), which stays outside the program. There is no column for its content or abstract, and there will be none';
comment on column personal_data_classified_stub.kept_at is 'Where the paper itself is kept: office, register, safe';

create table personal_data_freed_file (
  tenant_id uuid not null,
  file_id text not null,
  freed_at timestamp with time zone not null,
  constraint personal_data_freed_file_pkey PRIMARY KEY (tenant_id, file_id),
  constraint personal_data_freed_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint personal_data_freed_file_file_id_check CHECK ((file_id ~ '^[0-9a-f]{64}$'::text))
);
alter table personal_data_freed_file enable row level security;
create policy by_tenant on personal_data_freed_file using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on personal_data_freed_file to thuocdo_app;
comment on table personal_data_freed_file is 'Files no record of this tenant names any more; the program removes each from the store once no tenant names it';

create table personal_data_period (
  tenant_id uuid not null,
  id uuid not null,
  record_class text not null,
  months integer,
  valid_from date not null,
  ground_issuer text not null,
  ground_number text not null,
  ground_date date not null,
  note text default ''::text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint personal_data_period_pkey PRIMARY KEY (tenant_id, id),
  constraint personal_data_period_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint personal_data_period_ground_issuer_check CHECK ((ground_issuer <> ''::text)),
  constraint personal_data_period_ground_number_check CHECK ((ground_number <> ''::text)),
  constraint personal_data_period_months_check CHECK (((months >= 1) AND (months <= 1200))),
  constraint personal_data_period_record_class_check CHECK ((record_class <> ''::text))
);
CREATE INDEX personal_data_period_class_ix ON public.personal_data_period USING btree (tenant_id, record_class, valid_from DESC, id DESC);
alter table personal_data_period enable row level security;
create policy by_tenant on personal_data_period using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant insert, select on personal_data_period to thuocdo_app;
comment on table personal_data_period is 'Retention period (thời hạn lưu) the committee sets for a record class from a day on, with the document that sets it; never changed, followed by a newer one';
comment on column personal_data_period.months is 'Null: kept for ever (vĩnh viễn)';

create table personal_data_proposal (
  tenant_id uuid not null,
  id uuid not null,
  record_class text not null,
  months integer not null,
  ended_before date not null,
  things integer not null,
  held integer not null,
  oldest date,
  status text not null,
  proposed_at timestamp with time zone not null,
  reason text default ''::text not null,
  postponed_until date,
  settled_by uuid,
  settled_at timestamp with time zone,
  deleted jsonb,
  constraint personal_data_proposal_pkey PRIMARY KEY (tenant_id, id),
  constraint personal_data_proposal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint personal_data_proposal_deleted_ck CHECK (((status = 'done'::text) = (deleted IS NOT NULL))),
  constraint personal_data_proposal_held_check CHECK ((held >= 0)),
  constraint personal_data_proposal_months_check CHECK ((months > 0)),
  constraint personal_data_proposal_postponed_ck CHECK (((status = 'postponed'::text) = (postponed_until IS NOT NULL))),
  constraint personal_data_proposal_reason_ck CHECK (((status <> 'postponed'::text) OR (reason <> ''::text))),
  constraint personal_data_proposal_record_class_check CHECK ((record_class <> ''::text)),
  constraint personal_data_proposal_settled_ck CHECK (((status <> ALL (ARRAY['postponed'::text, 'done'::text])) OR ((settled_by IS NOT NULL) AND (settled_at IS NOT NULL)))),
  constraint personal_data_proposal_status_check CHECK ((status = ANY (ARRAY['open'::text, 'postponed'::text, 'done'::text, 'lapsed'::text]))),
  constraint personal_data_proposal_things_check CHECK ((things >= 0))
);
CREATE INDEX personal_data_proposal_recent_ix ON public.personal_data_proposal USING btree (tenant_id, proposed_at DESC, id DESC);
CREATE UNIQUE INDEX personal_data_proposal_waiting_uq ON public.personal_data_proposal USING btree (tenant_id, record_class) WHERE (status = ANY (ARRAY['open'::text, 'postponed'::text]));
alter table personal_data_proposal enable row level security;
create policy by_tenant on personal_data_proposal using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on personal_data_proposal to thuocdo_app;
comment on table personal_data_proposal is 'A proposal to delete what of a record class is past its period; a person confirms or postpones it. Counts only, nothing of the records';
comment on column personal_data_proposal.ended_before is 'What ended before this day is past its period of `months`';
comment on column personal_data_proposal.held is 'Past the period but not to be deleted yet: a petition is open, a file still names it';
comment on column personal_data_proposal.deleted is 'Rows deleted by table';

create table personal_data_request (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid,
  kind text not null,
  record_class text not null,
  record_id text,
  record_title text default ''::text not null,
  reason text not null,
  filed_at timestamp with time zone not null,
  answer_due date not null,
  complete_due date not null,
  status text not null,
  answer text default ''::text not null,
  ground text default ''::text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  outcome text default ''::text not null,
  completed_by uuid,
  completed_at timestamp with time zone,
  version integer default 1 not null,
  constraint personal_data_request_pkey PRIMARY KEY (tenant_id, id),
  constraint personal_data_request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint personal_data_request_answer_ck CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answer = ''::text)))),
  constraint personal_data_request_done_ck CHECK ((((status = 'done'::text) = (completed_at IS NOT NULL)) AND ((completed_at IS NULL) = (completed_by IS NULL)) AND ((completed_at IS NULL) = (outcome = ''::text)))),
  constraint personal_data_request_ground_ck CHECK (((status <> 'refused'::text) OR (ground <> ''::text))),
  constraint personal_data_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'correction'::text, 'objection'::text, 'restriction'::text, 'deletion'::text]))),
  constraint personal_data_request_reason_check CHECK ((reason <> ''::text)),
  constraint personal_data_request_record_ck CHECK (((record_id IS NULL) = (record_title = ''::text))),
  constraint personal_data_request_record_class_check CHECK ((record_class <> ''::text)),
  constraint personal_data_request_status_check CHECK ((status = ANY (ARRAY['filed'::text, 'accepted'::text, 'refused'::text, 'done'::text, 'withdrawn'::text]))),
  constraint personal_data_request_status_ck CHECK (((status = ANY (ARRAY['filed'::text, 'withdrawn'::text])) OR (answered_at IS NOT NULL)))
);
CREATE INDEX personal_data_request_account_ix ON public.personal_data_request USING btree (tenant_id, account_id, filed_at DESC);
CREATE INDEX personal_data_request_open_ix ON public.personal_data_request USING btree (tenant_id, answer_due, id) WHERE (status = ANY (ARRAY['filed'::text, 'accepted'::text]));
CREATE INDEX personal_data_request_recent_ix ON public.personal_data_request USING btree (tenant_id, filed_at DESC, id DESC);
alter table personal_data_request enable row level security;
create policy by_tenant on personal_data_request using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on personal_data_request to thuocdo_app;
comment on table personal_data_request is 'A data subject''s request about a named record (yêu cầu của chủ thể dữ liệu); answered within the working days of the terms in force when it was filed';
comment on column personal_data_request.record_id is 'The record meant, as the copy of one''s own data numbers it; null: every record of the class';
comment on column personal_data_request.ground is 'Legal ground of the answer; a refusal always has one';
comment on column personal_data_request.outcome is 'What was done, once it was';

create table platform_field_key (
  id text not null,
  number integer not null,
  check_value bytea not null,
  made_at timestamp with time zone not null,
  constraint platform_field_key_pkey PRIMARY KEY (id),
  constraint platform_field_key_number_key UNIQUE (number),
  constraint platform_field_key_id_check CHECK ((id ~ '^[0-9a-f]{16}$'::text)),
  constraint platform_field_key_number_check CHECK ((number > 0))
);
grant insert, select on platform_field_key to thuocdo_app;
comment on table platform_field_key is 'Keys that seal fields; their secrets lie in files outside the database. The highest number is in use, the others still open what they sealed.';
comment on column platform_field_key.check_value is 'Made from the secret: tells the right key file from another or a damaged one';

create table platform_migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint platform_migration_pkey PRIMARY KEY (name)
);
grant select on platform_migration to thuocdo_app;

create table stored_file (
  tenant_id uuid not null,
  id text not null,
  size bigint not null,
  media_type text not null,
  stored_at timestamp with time zone not null,
  constraint stored_file_pkey PRIMARY KEY (tenant_id, id),
  constraint stored_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(id),
  constraint stored_file_id_check CHECK ((id ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_size_check CHECK ((size >= 0))
);
alter table stored_file enable row level security;
create policy by_tenant on stored_file using ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on stored_file to thuocdo_app;
comment on table stored_file is 'Files by content: id is the SHA-256 of the bytes, kept once under the data folder.';

create table tenant (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint tenant_pkey PRIMARY KEY (id),
  constraint tenant_name_check CHECK (((name = btrim(name)) AND (name <> ''::text)))
);
grant delete, insert, select, update on tenant to thuocdo_app;
comment on table tenant is 'A committee with its own cadre management, or a station (đơn vị sử dụng hệ thống).';

create table working_day_exception (
  day date not null,
  kind text not null,
  name text not null,
  document text not null,
  constraint working_day_exception_pkey PRIMARY KEY (day),
  constraint working_day_exception_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'made_up'::text])))
);
grant select on working_day_exception to thuocdo_app;
comment on table working_day_exception is 'Vietnamese public holidays, days off in lieu and make-up days: dated data for terms in working days.';
comment on column working_day_exception.document is 'The text that sets the day: Labour Code article 112 or the yearly notice.';

CREATE OR REPLACE FUNCTION public.newsroom_found_exactly(asked tsquery, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog', 'pg_temp'
AS $function$ select story_id from newsroom_story_search where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and exact @@ asked limit most $function$
;

CREATE OR REPLACE FUNCTION public.newsroom_found_folded(asked tsquery, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog', 'pg_temp'
AS $function$ select story_id from newsroom_story_search where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and folded @@ asked limit most $function$
;
