-- The tables behind the promises of platform. The outbox has the columns of the Debezium event router, so that change
-- data capture can replace the relay.
create table outbox (
  id            uuid primary key,
  seq           bigint generated always as identity,
  aggregatetype text        not null,                      -- the topic
  aggregateid   text        not null,                      -- the record's key
  type          text        not null,                      -- CloudEvents type
  payload       text,                                      -- JSON; null is a tombstone
  tenant_id     uuid        not null default kol_tenant(),
  happened_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  traceparent   text,
  published_at  timestamptz
);
create index outbox_unpublished on outbox (seq) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
call kol_protect('outbox');
-- The relay marks and prunes rows of every tenant.
create policy relay_marks on outbox for update using (kol_is_system()) with check (kol_is_system());
create policy relay_prunes on outbox for delete using (kol_is_system());

create table inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  tenant_id   uuid        not null default kol_tenant(),
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_received on inbox (received_at);
call kol_protect('inbox');
create policy pruned on inbox for delete using (kol_is_system());

create table idempotency_key (
  owner        text        not null default kol_owner(),
  key          text        not null,
  operation    text        not null,                       -- method and path template
  request_hash text        not null,                       -- SHA-256 of the canonical request
  status       int         not null,
  location     text,
  etag         bigint,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (owner, key)
);
create index idempotency_key_created on idempotency_key (created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own_keys on idempotency_key using (owner = kol_owner()) with check (owner = kol_owner());
create policy pruned on idempotency_key using (kol_is_system());

create table audit_entry (
  id             uuid primary key,
  tenant_id      uuid        not null default kol_tenant(),
  at             timestamptz not null,
  actor          text        not null,
  actor_name     text        not null,
  action         text        not null,
  aggregate_type text        not null,
  aggregate_id   uuid        not null,
  reason         text,
  before         text,
  after          text
);
create index audit_entry_by_aggregate on audit_entry (tenant_id, aggregate_id, at);
create index audit_entry_by_time on audit_entry (tenant_id, at desc, id desc);
call kol_protect('audit_entry');
call kol_append_only('audit_entry');

-- Messages that could not be handled, with the cause; replayed by a person once the cause is gone.
create table dead_letter (
  id          uuid primary key,
  consumer    text        not null,
  topic       text        not null,
  partition   int         not null,
  record_offset bigint    not null,
  record_key  text,
  event_id    text,
  type        text,
  tenant_id   uuid,                                        -- null when the message doesn't say
  headers     text        not null,
  payload     bytea,
  cause       text        not null,
  received_at timestamptz not null default now(),
  replayed_at timestamptz,
  unique (consumer, topic, partition, record_offset)
);
alter table dead_letter enable row level security;
alter table dead_letter force row level security;
create policy tenant_reads on dead_letter for select using (tenant_id = kol_tenant());
create policy system_all on dead_letter using (kol_is_system()) with check (kol_is_system());
