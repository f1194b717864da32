-- A KOL is a person or persona of one organisation's registry; an account is one handle on one platform. Facts about an
-- account change every day, so what a source said on a day stays in account_observation, and account holds the latest.
-- Tenant leads every key, so that the tables shard by organisation.
create table kol (
  tenant_id    uuid        not null default kol_tenant(),
  id           uuid        not null,
  version      bigint      not null,
  display_name text        not null,
  country      text,                                        -- ISO 3166-1 alpha-2
  topics       text[]      not null default '{}',
  bio          text,
  notes        text,                                        -- the organisation's own, never shown to the KOL
  subject      text,                                        -- the sign-in that confirmed "this record is me"
  linked_at    timestamptz,
  agency_id    uuid,                                        -- whose roster the KOL is on today
  erased_at    timestamptz,                                 -- personal data is gone; what remains is pseudonymous
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id)
);
create unique index kol_by_id on kol (id);
create index kol_by_subject on kol (subject) where subject is not null;
create index kol_by_agency on kol (agency_id) where agency_id is not null;
call kol_protect('kol');
create policy own_record on kol for select using (subject = kol_subject() and erased_at is null);
create policy roster on kol for select using (agency_id = kol_agency() and erased_at is null);

create table account (
  tenant_id              uuid        not null default kol_tenant(),
  id                     uuid        not null,
  version                bigint      not null,
  kol_id                 uuid        not null,
  platform               text        not null references platform (code),
  platform_uid           text,                              -- the platform's own id: the identity where it is known
  handle                 text        not null,              -- as last written
  handle_key             text        not null,              -- normalised: the identity where no id is known
  qualifier              text        not null default '',   -- tells accounts apart that a person separated under one handle
  display_name           text        not null,
  url                    text,
  country                text,
  topics                 text[]      not null default '{}',
  tier                   text,
  followers              bigint,
  followings             bigint,
  posts                  bigint,
  avg_views              bigint,
  avg_likes              bigint,
  avg_comments           bigint,
  avg_shares             bigint,
  avg_saves              bigint,
  avg_engagements        bigint,
  authentic_engagements  bigint,
  measured_on            date,                              -- the day the numbers are of
  created_at             timestamptz not null,
  updated_at             timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kol_id) references kol (tenant_id, id)
);
create unique index account_by_id on account (id);
create unique index account_by_platform_uid on account (tenant_id, platform, platform_uid) where platform_uid is not null;
create unique index account_by_handle on account (tenant_id, platform, handle_key, qualifier) where platform_uid is null;
create index account_by_any_handle on account (tenant_id, platform, handle_key);
create index account_by_kol on account (tenant_id, kol_id);
create index account_by_tier on account (tenant_id, platform, tier);
call kol_protect('account');
create policy own_record on account for select
  using (exists (select 1 from kol k where k.tenant_id = account.tenant_id and k.id = account.kol_id and k.subject = kol_subject()));
create policy roster on account for select
  using (exists (select 1 from kol k where k.tenant_id = account.tenant_id and k.id = account.kol_id and k.agency_id = kol_agency()));

-- Every spelling of handle and name an account was seen under.
create table account_name (
  tenant_id    uuid not null default kol_tenant(),
  account_id   uuid not null,
  handle       text not null,
  display_name text not null,
  first_seen   date not null,
  last_seen    date not null,
  primary key (tenant_id, account_id, handle, display_name),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
call kol_protect('account_name');

-- What a source said about an account on a day. A source may say several things on one day; each is kept, the same thing
-- said twice is one row (fingerprint), and the last one said is the day's.
create table account_observation (
  tenant_id             uuid        not null default kol_tenant(),
  account_id            uuid        not null,
  taken_on              date        not null,
  fingerprint           text        not null,
  ordinal               bigint      not null,               -- later in the source, larger
  source                text        not null,               -- import:<id> or a person's entry
  recorded_at           timestamptz not null,
  followers             bigint,
  followings            bigint,
  posts                 bigint,
  avg_views             bigint,
  avg_likes             bigint,
  avg_comments          bigint,
  avg_shares            bigint,
  avg_saves             bigint,
  avg_engagements       bigint,
  authentic_engagements bigint,
  primary key (tenant_id, account_id, taken_on, fingerprint),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
call kol_protect('account_observation');

-- Whose data was erased on request stays out: a hash of platform and id or handle, so that the next import of a public
-- list doesn't bring the person back.
create table erased_identity (
  tenant_id     uuid        not null default kol_tenant(),
  identity_hash text        not null,
  erased_at     timestamptz not null,
  primary key (tenant_id, identity_hash)
);
call kol_protect('erased_identity');
call kol_append_only('erased_identity');
