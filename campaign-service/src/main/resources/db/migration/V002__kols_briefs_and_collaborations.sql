-- What campaign knows of KOLs (its own copy of the registry's state topic), and the collaborations with them. A KOL or an
-- agency sees rows across organisations: those of the records that confirmed the sign-in, once they were shared with it.
create table kol (
  kol_id       uuid primary key,
  tenant_id    uuid   not null default kol_tenant(),
  version      bigint not null,                              -- of the registry; older states are ignored
  display_name text   not null,
  subject      text,                                         -- the sign-in that confirmed "this record is me"
  agency_id    uuid,                                         -- whose roster the KOL is on today
  erased_at    timestamptz
);
create index kol_by_subject on kol (subject) where subject is not null;
create index kol_by_agency on kol (agency_id) where agency_id is not null;
call kol_protect('kol');
create policy own_record on kol for select using (subject = kol_subject() or agency_id = kol_agency());

create table kol_account (
  account_id uuid primary key,
  tenant_id  uuid not null default kol_tenant(),
  kol_id     uuid not null references kol,
  platform   text not null,
  handle     text not null,
  tier       text,
  followers  bigint
);
create index kol_account_by_kol on kol_account (tenant_id, kol_id);
call kol_protect('kol_account');
create policy own_account on kol_account for select
  using ((kol_subject() is not null or kol_agency() is not null) and exists (select 1 from kol where kol.kol_id = kol_account.kol_id));

create table brief (
  id           uuid primary key,
  tenant_id    uuid        not null default kol_tenant(),
  version      bigint      not null,
  campaign_id  uuid        not null references campaign,
  title        text        not null,
  words        text        not null,                         -- JSON: everything that is read and never searched
  places       int check (places >= 1),                      -- null: no limit
  places_taken int         not null check (places_taken >= 0),
  sent_at      timestamptz,                                  -- from then on it is frozen
  created_at   timestamptz not null,
  check (places is null or places_taken <= places)
);
create index brief_by_campaign on brief (tenant_id, campaign_id, created_at);
call kol_protect('brief');

create table collaboration (
  id              uuid primary key,
  tenant_id       uuid        not null default kol_tenant(),
  version         bigint      not null,
  campaign_id     uuid        not null references campaign,
  brief_id        uuid references brief,
  kol_id          uuid        not null references kol,
  account_id      uuid        not null references kol_account,
  agency_id       uuid,                                      -- who represented the KOL when it began
  escalated_from  uuid references collaboration,
  track           text        not null,
  state           text        not null,
  state_data      text        not null,                      -- JSON: what that state knows
  terms           text,                                      -- JSON; paid track
  work            text,                                      -- JSON; paid track
  rights          text,                                      -- JSON; gift track
  audit_score     int,
  product_id      uuid references product,
  promo_code      text,
  tracking_slug   text,
  tracking_target text,
  post_url        text,
  published_at    timestamptz,
  note            text,                                      -- the organisation's own; never shown to the KOL
  blocked_code    text,                                      -- payment refused the fee
  blocked_detail  text,
  created_at      timestamptz not null,
  state_since     timestamptz not null,
  due_at          timestamptz,                               -- what the clock does next; written with the state
  at_end          boolean     not null,
  shared_at       timestamptz,                               -- from when the KOL may see it
  unique (campaign_id, account_id, track),
  unique (tenant_id, promo_code),
  unique (tracking_slug)
);
create index collaboration_newest on collaboration (tenant_id, created_at desc, id desc);
create index collaboration_by_campaign on collaboration (tenant_id, campaign_id, state);
create index collaboration_by_kol on collaboration (kol_id);
create index collaboration_due on collaboration (due_at) where due_at is not null;
call kol_protect('collaboration');
create policy own_collaborations on collaboration for select using (
  shared_at is not null
  and ((kol_subject() is not null
        and exists (select 1 from kol where kol.kol_id = collaboration.kol_id and kol.subject = kol_subject()))
    or (kol_agency() is not null and collaboration.agency_id = kol_agency()
        and exists (select 1 from kol where kol.kol_id = collaboration.kol_id and kol.agency_id = kol_agency()))));

-- What a KOL reads beside the collaboration itself follows from it.
create function kol_is_partner() returns boolean language sql stable as
$$ select kol_subject() is not null or kol_agency() is not null $$;
create policy own_briefs on brief for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.brief_id = brief.id));
create policy own_campaigns on campaign for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.campaign_id = campaign.id));
create policy own_brands on brand for select
  using (kol_is_partner() and exists (select 1 from campaign c where c.brand_id = brand.id));
create policy own_products on product for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.product_id = product.id));

create table delivery_address (
  collaboration_id uuid primary key references collaboration,
  tenant_id        uuid        not null default kol_tenant(),
  sealed           text        not null,                     -- encrypted; each reveal is audited
  given_at         timestamptz not null
);
call kol_protect('delivery_address');

create table shipment (
  id                  uuid primary key,
  tenant_id           uuid        not null default kol_tenant(),
  collaboration_id    uuid        not null references collaboration,
  product_id          uuid        not null references product,
  carrier             text        not null,
  tracking_number     text        not null,
  product_cost_minor  bigint      not null,
  shipping_cost_minor bigint      not null,
  currency            text        not null,
  shipped_at          timestamptz not null
);
create index shipment_by_collaboration on shipment (tenant_id, collaboration_id);
call kol_protect('shipment');
create policy own_shipments on shipment for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.id = shipment.collaboration_id));

create table collaboration_history (
  id               uuid primary key,
  seq              bigint generated always as identity,
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null references collaboration,
  verb             text        not null,
  from_state       text,                                     -- null for the beginning
  to_state         text        not null,
  party            text        not null,
  actor            text        not null,
  actor_name       text        not null,
  reason           text,
  at               timestamptz not null,                     -- when it happened
  recorded_at      timestamptz not null                      -- when we were told
);
create index collaboration_history_of on collaboration_history (tenant_id, collaboration_id, seq);
call kol_protect('collaboration_history');
call kol_append_only('collaboration_history');
create policy own_history on collaboration_history for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.id = collaboration_history.collaboration_id));
