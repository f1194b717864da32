-- Projections: computed from the facts and nothing else, so they can be wiped and rebuilt to the same hash. Whoever adds a
-- fact leaves a mark in the same transaction; the projector takes marks and folds the marked subject anew.

-- What counts of each order now, and whose it is.
create table order_current (
  tenant_id        uuid        not null default kol_tenant(),
  shop             text        not null,
  order_number     text        not null,
  fact_id          uuid        not null,
  state            text        not null,
  currency         text        not null,
  paid_minor       bigint      not null,
  refunded_minor   bigint      not null,
  paid_is_net      boolean     not null,
  margin_minor     bigint,
  codes            text[]      not null,
  happened_at      timestamptz not null,
  as_of            timestamptz not null,
  content_hash     text        not null,
  collaboration_id uuid,                                    -- null: unattributed
  attributed_by    text,                                    -- the code that decided
  flagged          boolean     not null,
  unattributed_why text,
  rule_version     text        not null,
  primary key (tenant_id, shop, order_number)
);
create index order_current_by_time on order_current (tenant_id, happened_at desc, shop, order_number);
create index order_current_by_collaboration on order_current (tenant_id, collaboration_id);
create index order_current_by_code on order_current using gin (codes);
call kol_protect('order_current');

-- What one day added, per collaboration; costs that belong to no collaboration stand under their campaign, or under the
-- organisation (the nil id) where an ad-hoc fee names no campaign.
create table result_day (
  tenant_id        uuid        not null default kol_tenant(),
  subject_id       uuid        not null,
  day              date        not null,
  currency         text        not null,
  quantity         text        not null,
  value            bigint,
  source           text        not null,
  as_of            timestamptz,
  campaign_id      uuid,
  collaboration_id uuid,
  primary key (tenant_id, subject_id, day, currency, quantity)
);
create index result_day_by_day on result_day (tenant_id, day);
create index result_day_by_campaign on result_day (tenant_id, campaign_id, day);
call kol_protect('result_day');

create table projection_mark (
  id         bigint generated always as identity primary key,
  tenant_id  uuid not null default kol_tenant(),
  subject_id uuid not null
);
call kol_protect('projection_mark');

-- Grows whenever a campaign's results change: what live pages watch.
create table report_revision (
  tenant_id   uuid        not null default kol_tenant(),
  campaign_id uuid        not null,                         -- the nil id: results of no campaign
  revision    bigint      not null,
  changed_at  timestamptz not null,
  primary key (tenant_id, campaign_id)
);
call kol_protect('report_revision');

-- When each result is due, written with the collaboration's state; what was announced, so that late facts can correct it.
create table measurement (
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null,
  days_after       int         not null,
  due_at           timestamptz not null,
  announced        text,                                    -- JSON of the last announced result; null while due
  announced_at     timestamptz,
  primary key (tenant_id, collaboration_id, days_after)
);
create index measurement_due on measurement (due_at) where announced is null;
call kol_protect('measurement');
