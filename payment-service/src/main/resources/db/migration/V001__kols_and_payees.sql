-- Who is paid. What the registry tells us about KOLs stands beside the payees, because it decides which rows a KOL or an
-- agency may see. Bank details are personal data: only ciphertext, a mask for people and a keyed fingerprint for equality.
create table kol (
  kol_id       uuid primary key,
  tenant_id    uuid   not null default kol_tenant(),
  version      bigint not null,
  display_name text   not null,
  subject      text,                                -- the sign-in that confirmed "this record is me"
  agency_id    uuid                                 -- whose roster the KOL is on today
);
create index kol_by_subject on kol (subject) where subject is not null;
create index kol_by_agency on kol (agency_id) where agency_id is not null;
call kol_protect('kol');
create policy own_record on kol for select using (subject = kol_subject());
create policy own_roster on kol for select using (agency_id = kol_agency());

-- Whether a row about a KOL is the caller's own: the KOL's, or the agency's for work agreed through it while the KOL is on
-- its roster.
create function payment_is_mine(the_kol uuid, the_agency uuid) returns boolean language sql stable as $$
  select exists (select 1 from kol where kol.kol_id = the_kol and kol.subject = kol_subject())
      or (the_agency = kol_agency()
          and exists (select 1 from kol where kol.kol_id = the_kol and kol.agency_id = kol_agency()))
$$;

create table payee (
  id                  uuid primary key,
  tenant_id           uuid        not null default kol_tenant(),
  version             bigint      not null,
  name                text        not null,
  kol_id              uuid,
  agency_id           uuid,
  bank_state          text        not null check (bank_state in ('MISSING', 'USABLE', 'AWAITING_CONFIRMATION')),
  holder_cipher       text,
  account_cipher      text,
  account_is_iban     boolean,
  account_masked      text,
  account_fingerprint text,
  bic                 text,
  bank_name           text,
  bank_edited_by      text,
  bank_edited_at      timestamptz,
  bank_confirmed_by   text,
  created_at          timestamptz not null
);
create unique index payee_of_kol on payee (tenant_id, kol_id) where kol_id is not null;
create unique index payee_of_agency on payee (tenant_id, agency_id) where agency_id is not null;
create index payee_by_name on payee (tenant_id, lower(name), id);
create index payee_by_account on payee (tenant_id, account_fingerprint) where account_fingerprint is not null;
call kol_protect('payee');
create policy own_payee on payee for select
  using ((kol_id is not null and payment_is_mine(kol_id, null)) or agency_id = kol_agency());
