-- The prompter: where the screens of one rundown are, and who moves them.

create table newsroom_prompter (
  tenant_id uuid not null references tenant (id),
  rundown_id uuid not null,
  orders integer not null default 0,
  jumps integer not null default 0,
  ordered_by uuid,
  running boolean not null default false,
  speed integer not null default 200,
  place_id uuid,
  word integer not null default 0,
  leader uuid,
  heard_at timestamptz not null,
  primary key (tenant_id, rundown_id),
  constraint newsroom_prompter_rundown_fk foreign key (tenant_id, rundown_id) references newsroom_rundown (tenant_id, id) on delete cascade,
  constraint newsroom_prompter_speed_ck check (speed between 20 and 600),
  constraint newsroom_prompter_word_ck check (word >= 0)
);
comment on table newsroom_prompter is 'Where the prompters of a rundown are (máy nhắc chữ) and how fast they run; one row a rundown, written over';
comment on column newsroom_prompter.orders is 'Counts orders (chạy, dừng, tốc độ, nhảy); a position reported by a screen that has not heard the last one counts for nothing';
comment on column newsroom_prompter.jumps is 'The count of orders at the last jump: screens go there at once, elsewhere they glide';
comment on column newsroom_prompter.ordered_by is 'The browser window that gave the last order';
comment on column newsroom_prompter.speed is 'Words a minute, so that screens of different widths stay together';
comment on column newsroom_prompter.place_id is 'The block read now, or the item where it has no words; none before the first order';
comment on column newsroom_prompter.word is 'Which word of the block, from 0';
comment on column newsroom_prompter.leader is 'The browser window whose position counts (máy dẫn); another may lead once it is silent';
