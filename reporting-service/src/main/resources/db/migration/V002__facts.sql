-- Facts: what happened, as it was told, with when it happened beside when it was recorded, so that history can be imported
-- and everything below can be computed again. The application can only add to them. Tenant leads every key; the
-- time columns are what a large installation partitions by month.
create table metric_snapshot (
  tenant_id            uuid        not null default kol_tenant(),
  seq                  bigint      not null generated always as identity,
  id                   uuid        not null,
  collaboration_id     uuid        not null,
  post                 text        not null,                -- the link in its normal form, or the collaboration's id
  provenance           text        not null check (provenance in ('UPLOAD', 'PARTNER')),
  views                bigint      check (views >= 0),
  reads                bigint      check (reads >= 0),
  likes                bigint      check (likes >= 0),
  comments             bigint      check (comments >= 0),
  shares               bigint      check (shares >= 0),
  saves                bigint      check (saves >= 0),
  declared_engagements bigint      check (declared_engagements >= 0),
  taken_at             timestamptz not null,
  recorded_at          timestamptz not null,
  recorded_by          text        not null,
  import_id            uuid,
  line                 bigint,
  primary key (tenant_id, id),
  -- The same snapshot again is no news.
  unique nulls not distinct (tenant_id, collaboration_id, post, provenance, taken_at, views, reads, likes, comments, shares,
                             saves, declared_engagements)
);
call kol_protect('metric_snapshot');
call kol_append_only('metric_snapshot');

create table click_fact (
  tenant_id        uuid        not null default kol_tenant(),
  seq              bigint      not null generated always as identity,
  id               uuid        not null,
  slug             text        not null,
  collaboration_id uuid        not null,
  kind             text        not null,                    -- PERSON, or why it is none
  rule_version     text        not null,
  method           text        not null,
  user_agent       text,
  purpose          text,
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (tenant_id, id)
);
create index click_fact_by_collaboration on click_fact (tenant_id, collaboration_id, happened_at);
call kol_protect('click_fact');
call kol_append_only('click_fact');

-- What a shop's report said of an order at a time; a later report appends, the newest counts.
create table order_fact (
  tenant_id      uuid        not null default kol_tenant(),
  seq            bigint      not null generated always as identity,
  id             uuid        not null,
  shop           text        not null,
  order_number   text        not null,
  state          text        not null,
  currency       text        not null,
  paid_minor     bigint      not null check (paid_minor >= 0),
  refunded_minor bigint      not null check (refunded_minor >= 0),
  paid_is_net    boolean     not null,
  margin_minor   bigint,                                    -- contribution, where the report has it
  codes          text[]      not null,                      -- as listed, in that order
  happened_at    timestamptz not null,
  as_of          timestamptz not null,                      -- of the report
  recorded_at    timestamptz not null,
  import_id      uuid        not null,
  line           bigint      not null,
  content_hash   text        not null,
  primary key (tenant_id, id),
  unique (tenant_id, shop, order_number, as_of, content_hash)
);
call kol_protect('order_fact');
call kol_append_only('order_fact');

create table cost_fact (
  tenant_id        uuid        not null default kol_tenant(),
  seq              bigint      not null generated always as identity,
  event_id         uuid        not null,
  kind             text        not null,
  collaboration_id uuid,
  campaign_id      uuid,
  kol_id           uuid,
  fee_id           uuid,
  milestone        text,
  amount_minor     bigint      not null,
  currency         text        not null,
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (tenant_id, event_id, kind)
);
create index cost_fact_by_collaboration on cost_fact (tenant_id, collaboration_id);
create index cost_fact_by_campaign on cost_fact (tenant_id, campaign_id);
call kol_protect('cost_fact');
call kol_append_only('cost_fact');

create table payment_fact (
  tenant_id        uuid        not null default kol_tenant(),
  seq              bigint      not null generated always as identity,
  event_id         uuid        not null,
  kind             text        not null check (kind in ('SENT', 'SETTLED', 'RETURNED')),
  payout_id        uuid        not null,
  fee_id           uuid        not null,
  collaboration_id uuid,
  kol_id           uuid,
  amount_minor     bigint      not null,
  currency         text        not null,
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (tenant_id, event_id)
);
create index payment_fact_by_collaboration on payment_fact (tenant_id, collaboration_id);
create index payment_fact_by_payout on payment_fact (tenant_id, payout_id);
call kol_protect('payment_fact');
call kol_append_only('payment_fact');

create table budget_fact (
  tenant_id    uuid        not null default kol_tenant(),
  seq          bigint      not null generated always as identity,
  event_id     uuid        not null,
  campaign_id  uuid        not null,
  amount_minor bigint      not null,
  currency     text        not null,
  happened_at  timestamptz not null,
  recorded_at  timestamptz not null,
  primary key (tenant_id, event_id)
);
create index budget_fact_by_campaign on budget_fact (tenant_id, campaign_id, happened_at);
call kol_protect('budget_fact');
call kol_append_only('budget_fact');
