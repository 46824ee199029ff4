-- The council meeting: who attends, what is proposed, what is voted on. Of a secret ballot only totals are kept.

create table evaluation_meeting (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  status text not null check (status in ('planned', 'open', 'closed')),
  held_on date not null,
  place text not null check (place <> ''),
  heading text not null check (heading in ('party', 'state')),
  superior_body text not null default '',
  body_name text not null check (body_name <> ''),
  quorum text not null check (quorum in ('more_than_half', 'two_thirds', 'three_quarters', 'all')),
  conclusion text not null default '',
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_meeting_campaign_fk foreign key (tenant_id, campaign_id) references evaluation_campaign (tenant_id, id),
  constraint evaluation_meeting_opened_ck check ((status = 'planned') = (opened_at is null)),
  constraint evaluation_meeting_closed_ck check ((status = 'closed') = (closed_at is not null))
);
comment on table evaluation_meeting is 'A meeting that discusses the levels of a campaign (hội nghị đánh giá, xếp loại): planned, open, closed';
comment on column evaluation_meeting.heading is 'Whether the minutes carry the heading of a Party paper or of a State paper';
comment on column evaluation_meeting.quorum is 'How many of those entitled to vote must be present';
-- Meetings of a campaign, the latest first.
create index evaluation_meeting_campaign_ix on evaluation_meeting (tenant_id, campaign_id, held_on desc, id desc);

create table evaluation_meeting_attendee (
  tenant_id uuid not null references tenant (id),
  meeting_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('chair', 'secretary', 'member', 'guest')),
  votes boolean not null,
  teller boolean not null default false,
  present boolean not null default false,
  absence_reason text not null default '',
  version integer not null default 1,
  primary key (tenant_id, meeting_id, person_id),
  constraint evaluation_meeting_attendee_meeting_fk foreign key (tenant_id, meeting_id) references evaluation_meeting (tenant_id, id)
);
comment on table evaluation_meeting_attendee is 'Who is called to a meeting (thành phần), who is there, who votes and who counts';
create unique index evaluation_meeting_attendee_chair_uq on evaluation_meeting_attendee (tenant_id, meeting_id) where role = 'chair';
-- Which meetings is this person called to?
create index evaluation_meeting_attendee_person_ix on evaluation_meeting_attendee (tenant_id, person_id, meeting_id);

create table evaluation_meeting_recusal (
  tenant_id uuid not null references tenant (id),
  meeting_id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  reason text not null check (reason <> ''),
  primary key (tenant_id, meeting_id, person_id, subject_id),
  constraint evaluation_meeting_recusal_attendee_fk foreign key (tenant_id, meeting_id, person_id) references evaluation_meeting_attendee (tenant_id, meeting_id, person_id)
);
comment on table evaluation_meeting_recusal is 'Conflicts of interest stated in the meeting (xung đột lợi ích); those of oneself and of declared relatives need no row';

create table evaluation_meeting_proposal (
  tenant_id uuid not null references tenant (id),
  meeting_id uuid not null,
  person_id uuid not null,
  level text not null,
  reason text not null default '',
  proposed_by uuid,
  proposed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, meeting_id, person_id),
  constraint evaluation_meeting_proposal_meeting_fk foreign key (tenant_id, meeting_id) references evaluation_meeting (tenant_id, id)
);
comment on table evaluation_meeting_proposal is 'The level the meeting proposes for somebody (mức đề nghị); never a decision';

create table evaluation_meeting_question (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  meeting_id uuid not null,
  subject_id uuid,
  title text not null check (title <> ''),
  method text not null check (method in ('tellers', 'devices')),
  choices jsonb not null,
  status text not null check (status in ('open', 'closed', 'void')),
  opened_on date not null,
  closing_reason text not null default '',
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint evaluation_meeting_question_meeting_fk foreign key (tenant_id, meeting_id) references evaluation_meeting (tenant_id, id),
  constraint evaluation_meeting_question_choices_ck check (jsonb_array_length(choices) between 2 and 12)
);
comment on table evaluation_meeting_question is 'One secret ballot (phiếu kín): counted by two tellers, or cast on the attendees'' own devices';
comment on column evaluation_meeting_question.choices is 'What can be chosen [{id, label}]';
comment on column evaluation_meeting_question.status is 'void: ended with too few ballots to stay secret, nothing of them kept';
create index evaluation_meeting_question_meeting_ix on evaluation_meeting_question (tenant_id, meeting_id, id);

create table evaluation_meeting_voter (
  tenant_id uuid not null references tenant (id),
  question_id uuid not null,
  person_id uuid not null,
  barred text not null default '' check (barred in ('', 'subject', 'relative', 'declared')),
  voted_on date,
  primary key (tenant_id, question_id, person_id),
  constraint evaluation_meeting_voter_question_fk foreign key (tenant_id, question_id) references evaluation_meeting_question (tenant_id, id),
  constraint evaluation_meeting_voter_barred_ck check (barred = '' or voted_on is null)
);
comment on table evaluation_meeting_voter is 'The roll of one ballot as it was opened: who may vote, who left the room and why, and that somebody has voted; never what';
comment on column evaluation_meeting_voter.voted_on is 'The day only: a finer time would put the ballots in an order';
create index evaluation_meeting_voter_person_ix on evaluation_meeting_voter (tenant_id, person_id, question_id);

create table evaluation_meeting_tally (
  tenant_id uuid not null references tenant (id),
  question_id uuid not null,
  issued integer not null default 0 check (issued >= 0),
  collected integer not null default 0 check (collected >= 0),
  invalid integer not null default 0 check (invalid >= 0),
  counts jsonb not null default '{}',
  primary key (tenant_id, question_id),
  constraint evaluation_meeting_tally_question_fk foreign key (tenant_id, question_id) references evaluation_meeting_question (tenant_id, id),
  constraint evaluation_meeting_tally_collected_ck check (collected <= issued and invalid <= collected)
);
comment on table evaluation_meeting_tally is 'All that is kept of the ballots: exact totals by choice, in one row, so that which row was written says nothing either';
comment on column evaluation_meeting_tally.counts is 'Ballots by choice, {"good": 4, …}';

create table evaluation_meeting_teller_count (
  tenant_id uuid not null references tenant (id),
  question_id uuid not null,
  person_id uuid not null,
  figures jsonb not null,
  version integer not null default 1,
  primary key (tenant_id, question_id, person_id),
  constraint evaluation_meeting_teller_count_question_fk foreign key (tenant_id, question_id) references evaluation_meeting_question (tenant_id, id)
);
comment on table evaluation_meeting_teller_count is 'What one of the two tellers counted (kiểm phiếu); neither sees the other''s figures, which must agree';
