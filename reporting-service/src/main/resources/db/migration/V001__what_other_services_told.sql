-- The present state of campaigns, collaborations and KOLs as their owners last published it, so that reports can name and
-- group what they count without asking. A state that is not newer than the one here is ignored, so that a late one never
-- sets anything back. Personal data (names, handles) stands only here, where a tombstone erases it.
create table campaign_known (
  tenant_id    uuid   not null default kol_tenant(),
  campaign_id  uuid   not null primary key,
  version      bigint not null,
  brand_id     uuid   not null,
  brand_name   text   not null,
  name         text   not null,
  status       text   not null,
  budget_minor bigint not null,
  currency     text   not null,
  starts_on    date   not null,
  ends_on      date   not null,
  products     text   not null,                             -- JSON: with their dated margin rates
  objectives   text   not null                              -- JSON: with metric and target
);
create index campaign_known_by_tenant on campaign_known (tenant_id, campaign_id);
call kol_protect('campaign_known');

create table kol_known (
  tenant_id    uuid   not null default kol_tenant(),
  kol_id       uuid   not null primary key,
  version      bigint not null,
  display_name text,                                        -- null once erased
  country      text,
  subject      text,
  agency_id    uuid
);
create index kol_known_by_tenant on kol_known (tenant_id, kol_id);
create index kol_known_by_subject on kol_known (subject) where subject is not null;
create index kol_known_by_agency on kol_known (agency_id) where agency_id is not null;
call kol_protect('kol_known');
create policy own_record on kol_known for select using (subject = kol_subject());
create policy roster on kol_known for select using (agency_id = kol_agency());

create table account_known (
  tenant_id  uuid not null default kol_tenant(),
  account_id uuid not null primary key,
  kol_id     uuid not null,
  platform   text not null,
  handle     text,                                          -- null once erased
  tier       text,
  followers  bigint
);
create index account_known_by_kol on account_known (tenant_id, kol_id);
call kol_protect('account_known');

create table collaboration_known (
  tenant_id        uuid   not null default kol_tenant(),
  collaboration_id uuid   not null primary key,
  version          bigint not null,
  campaign_id      uuid   not null,
  kol_id           uuid   not null,
  account_id       uuid   not null,
  agency_id        uuid,                                    -- the agency it was agreed through
  track            text   not null,
  state            text   not null,
  escalated_from   uuid,
  product_id       uuid,
  promo_code       text,
  post_url         text,
  post             text,                                    -- the link in its normal form
  published_at     timestamptz
);
create index collaboration_known_by_campaign on collaboration_known (tenant_id, campaign_id);
create index collaboration_known_by_kol on collaboration_known (tenant_id, kol_id);
create index collaboration_known_by_post on collaboration_known (tenant_id, post) where post is not null;
call kol_protect('collaboration_known');
-- A KOL writes metrics for what is theirs; an agency for KOLs on its roster today, for work agreed through it.
create policy own_work on collaboration_known for select
  using (exists (select 1 from kol_known k where k.kol_id = collaboration_known.kol_id and k.subject = kol_subject()));
create policy roster_work on collaboration_known for select
  using (agency_id = kol_agency()
         and exists (select 1 from kol_known k where k.kol_id = collaboration_known.kol_id and k.agency_id = kol_agency()));

-- Codes stay with the collaboration they were first issued to, so that orders of a replaced code keep their owner.
create table issued_code (
  tenant_id        uuid        not null default kol_tenant(),
  code             text        not null,                    -- upper case
  collaboration_id uuid        not null,
  known_since      timestamptz not null,
  primary key (tenant_id, code)
);
call kol_protect('issued_code');
call kol_append_only('issued_code');

-- Slugs are unique within the installation: the public redirect knows no tenant before it has found the slug.
create table tracked_link (
  tenant_id        uuid not null default kol_tenant(),
  slug             text not null primary key,
  collaboration_id uuid not null,
  target           text not null
);
create index tracked_link_by_tenant on tracked_link (tenant_id, slug);
call kol_protect('tracked_link');
