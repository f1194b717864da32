-- Brands, products and campaigns with their budgets. The budget stands in a table of its own: collaborations lock that one
-- row when they reserve, spend or release, while the plan keeps its version for the person who edits it.
create table platform_rule (
  platform           text primary key,                     -- the code that accounts carry
  name               text    not null,
  reporting_required boolean not null,                     -- a paid post must be placed through the platform's own system
  reporting_system   text
);
comment on table platform_rule is 'Reference data of the installation; a new platform is a row, not a release.';
grant select on platform_rule to ${appRole};
revoke insert, update, delete on platform_rule from ${appRole};
insert into platform_rule (platform, name, reporting_required, reporting_system) values
  ('xiaohongshu', 'Xiaohongshu',  true,  'Pugongying 蒲公英'),
  ('douyin',      'Douyin',       true,  'Xingtu 星图'),
  ('kuaishou',    'Kuaishou',     true,  'Ciliuxing 磁力聚星'),
  ('bilibili',    'Bilibili',     true,  'Huahuo 花火'),
  ('weibo',       'Weibo',        false, 'Weirenwu 微任务'),
  ('wechat',      'WeChat',       false, null),
  ('zhihu',       'Zhihu',        false, null),
  ('taobao-live', 'Taobao Live',  false, null),
  ('tmall',       'Tmall',        false, null),
  ('jd',          'JD',           false, null),
  ('instagram',   'Instagram',    false, null),
  ('tiktok',      'TikTok',       false, null),
  ('youtube',     'YouTube',      false, null),
  ('x',           'X',            false, null);

create table brand (
  id         uuid primary key,
  tenant_id  uuid        not null default kol_tenant(),
  version    bigint      not null,
  name       text        not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, name)
);
call kol_protect('brand');

create table product (
  id           uuid primary key,
  tenant_id    uuid        not null default kol_tenant(),
  version      bigint      not null,
  brand_id     uuid        not null references brand,
  name         text        not null,
  sku          text,
  cost_minor   bigint      not null check (cost_minor >= 0), -- what one piece costs the brand
  currency     text        not null,
  margin_rates text        not null,                         -- JSON: dated contribution per unit of net revenue
  created_at   timestamptz not null default now()
);
create index product_by_brand on product (tenant_id, brand_id);
call kol_protect('product');

create table campaign (
  id          uuid primary key,
  tenant_id   uuid        not null default kol_tenant(),
  version     bigint      not null,
  brand_id    uuid        not null references brand,
  name        text        not null,
  status      text        not null,
  starts_on   date        not null,
  ends_on     date        not null,
  time_zone   text        not null,
  platforms   text        not null,                          -- JSON
  product_ids text        not null,                          -- JSON
  objectives  text        not null,                          -- JSON
  runs_beside text        not null,                          -- JSON
  created_at  timestamptz not null,
  changed_at  timestamptz not null,                          -- also when only the budget's own row changed
  launched_at timestamptz,
  check (ends_on >= starts_on)
);
create index campaign_newest on campaign (tenant_id, created_at desc, id desc);
call kol_protect('campaign');

create table campaign_budget (
  campaign_id     uuid primary key references campaign,
  tenant_id       uuid   not null default kol_tenant(),
  currency        text   not null,
  total_minor     bigint not null check (total_minor > 0),
  reserved_minor  bigint not null check (reserved_minor >= 0),
  spent_minor     bigint not null check (spent_minor >= 0),
  unplanned_minor bigint not null check (unplanned_minor >= 0), -- spent without a reservation: a fact that can't be refused
  check (reserved_minor + spent_minor <= total_minor + unplanned_minor)
);
call kol_protect('campaign_budget');

create table budget_reservation (
  collaboration_id uuid   not null,
  purpose          text   not null,                          -- GIFT or FEE
  tenant_id        uuid   not null default kol_tenant(),
  campaign_id      uuid   not null references campaign,
  currency         text   not null,
  held_minor       bigint not null check (held_minor >= 0),
  spent_minor      bigint not null check (spent_minor >= 0),
  primary key (collaboration_id, purpose)
);
create index budget_reservation_by_campaign on budget_reservation (tenant_id, campaign_id);
call kol_protect('budget_reservation');
