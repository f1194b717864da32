-- What an organisation knows and thinks about KOLs beside the numbers: prices, who represents them, lists, audits, past
-- results, consent, and invitations to link a record to a sign-in.

-- Prices are never edited: a new price for the same account, format and month follows the old one.
create table rate_card (
  tenant_id         uuid        not null default kol_tenant(),
  id                uuid        not null,
  account_id        uuid        not null,
  format            text        not null,                   -- for example douyin-21-60s, note-image, note-video, live-slot
  month             date        not null check (extract(day from month) = 1),
  amount_minor      bigint      not null check (amount_minor >= 0),
  currency          text        not null,
  platform_fee_rate numeric(6, 5) check (platform_fee_rate between 0 and 1),
  rebate_rate       numeric(6, 5) check (rebate_rate between 0 and 1),
  source            text,
  recorded_by       text        not null,
  recorded_by_name  text        not null,
  recorded_at       timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index rate_card_by_account on rate_card (tenant_id, account_id, format, month, recorded_at desc);
call kol_protect('rate_card');
call kol_append_only('rate_card');

-- The id is the agency's in the identity provider where it signs in itself, so that its token finds its roster.
create table agency (
  tenant_id  uuid        not null default kol_tenant(),
  id         uuid        not null,
  version    bigint      not null,
  name       text        not null,
  country    text,
  notes      text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
call kol_protect('agency');
create policy own_record on agency for select using (id = kol_agency());

create table roster_entry (
  tenant_id uuid not null default kol_tenant(),
  agency_id uuid not null,
  kol_id    uuid not null,
  joined_on date not null,
  left_on   date,
  primary key (tenant_id, agency_id, kol_id, joined_on),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  foreign key (tenant_id, kol_id) references kol (tenant_id, id),
  check (left_on >= joined_on)
);
create unique index roster_one_agency_at_a_time on roster_entry (tenant_id, kol_id) where left_on is null;
call kol_protect('roster_entry');

create table kol_list (
  tenant_id   uuid        not null default kol_tenant(),
  id          uuid        not null,
  version     bigint      not null,
  name        text        not null,
  description text,
  created_by  text        not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
create unique index kol_list_by_name on kol_list (tenant_id, lower(name));
call kol_protect('kol_list');

create table kol_list_entry (
  tenant_id  uuid        not null default kol_tenant(),
  list_id    uuid        not null,
  account_id uuid        not null,
  note       text,
  added_by   text        not null,
  added_at   timestamptz not null,
  primary key (tenant_id, list_id, account_id),
  foreign key (tenant_id, list_id) references kol_list (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
call kol_protect('kol_list_entry');

create table account_audit (
  tenant_id    uuid        not null default kol_tenant(),
  id           uuid        not null,
  account_id   uuid        not null,
  rule_version text        not null,
  score        int         not null check (score between 0 and 100),
  confidence   numeric(5, 4) not null check (confidence between 0 and 1),
  findings     text        not null,                        -- JSON: one per signal
  audited_by   text        not null,
  audited_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index account_audit_latest on account_audit (tenant_id, account_id, audited_at desc);
call kol_protect('account_audit');
call kol_append_only('account_audit');

-- Past performance, as reporting measured it.
create table past_result (
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null,
  days_after       int         not null,
  campaign_id      uuid        not null,
  kol_id           uuid        not null,
  account_id       uuid        not null,
  views            bigint,
  engagements      bigint,
  saves            bigint,
  orders           bigint      not null,
  net_minor        bigint      not null,
  currency         text        not null,
  snapshot_at      timestamptz not null,
  measured_at      timestamptz not null,
  primary key (tenant_id, collaboration_id, days_after)
);
create index past_result_by_kol on past_result (tenant_id, kol_id, measured_at desc);
call kol_protect('past_result');

-- PIPL: for what purpose personal data may be used, on what basis, since when and until when.
create table consent (
  tenant_id    uuid        not null default kol_tenant(),
  id           uuid        not null,
  kol_id       uuid        not null,
  purpose      text        not null,
  basis        text        not null check (basis in ('CONSENT', 'CONTRACT', 'PUBLIC_INFORMATION')),
  evidence     text,
  given_at     timestamptz not null,
  withdrawn_at timestamptz,
  recorded_by  text        not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kol_id) references kol (tenant_id, id)
);
create index consent_by_kol on consent (tenant_id, kol_id);
call kol_protect('consent');

-- A KOL proves "this record is me" with a token that the organisation handed over. Only its hash is stored.
create table link_invitation (
  tenant_id  uuid        not null default kol_tenant(),
  token_hash text        not null,
  kol_id     uuid        not null,
  created_by text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  used_by    text,
  primary key (token_hash),
  foreign key (tenant_id, kol_id) references kol (tenant_id, id)
);
call kol_protect('link_invitation');
-- Whoever holds the token may find its invitation, and only that one: the hash is bound to the transaction first.
create function kol_link_token() returns text language sql stable as
$$ select nullif(current_setting('kol.link_token', true), '') $$;
create policy token_holder on link_invitation for select using (token_hash = kol_link_token());
