-- The ledger: append-only, balanced per currency, chained by hashes. The application may add bookings and never change one
-- (CASES M24); the head row is locked by every booking of an organisation, which gives the chain its order.
create table ledger_account (
  tenant_id uuid    not null default kol_tenant(),
  code      text    not null,
  name      text    not null,
  type      text    not null check (type in
              ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'COST', 'COMMITMENT', 'COMMITMENT_CONTRA')),
  guarded   boolean not null,
  primary key (tenant_id, code)
);
call kol_protect('ledger_account');

create table ledger_head (
  tenant_id      uuid   primary key default kol_tenant(),
  sequence       bigint not null,
  hash           text   not null,
  closed_through text                                -- the last closed month, yyyy-mm
);
call kol_protect('ledger_head');

create table ledger_balance (
  tenant_id    uuid   not null default kol_tenant(),
  account      text   not null,
  currency     text   not null,
  amount_minor bigint not null,
  primary key (tenant_id, account, currency),
  foreign key (tenant_id, account) references ledger_account (tenant_id, code)
);
call kol_protect('ledger_balance');

create table ledger_transaction (
  tenant_id     uuid        not null default kol_tenant(),
  sequence      bigint      not null,
  id            uuid        not null unique,
  kind          text        not null,
  booked_on     date        not null,
  happened_at   timestamptz not null,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  subject       uuid,
  memo          text        not null,
  reverses      uuid unique references ledger_transaction (id),
  previous_hash text        not null,
  hash          text        not null,
  primary key (tenant_id, sequence)
);
create index ledger_transaction_by_subject on ledger_transaction (tenant_id, subject) where subject is not null;
create index ledger_transaction_by_day on ledger_transaction (tenant_id, booked_on);
call kol_protect('ledger_transaction');
call kol_append_only('ledger_transaction');

create table ledger_entry (
  transaction_id uuid   not null references ledger_transaction (id),
  position       int    not null,
  tenant_id      uuid   not null default kol_tenant(),
  account        text   not null,
  side           text   not null check (side in ('DEBIT', 'CREDIT')),
  amount_minor   bigint not null check (amount_minor > 0),
  currency       text   not null,
  primary key (transaction_id, position),
  foreign key (tenant_id, account) references ledger_account (tenant_id, code)
);
create index ledger_entry_by_account on ledger_entry (tenant_id, account, currency);
call kol_protect('ledger_entry');
call kol_append_only('ledger_entry');

-- The database's own word on double entry, at commit: whoever wrote the rows, they balance.
create function ledger_requires_balance() returns trigger language plpgsql as $$
begin
  if exists (select 1 from ledger_entry where transaction_id = new.transaction_id
             group by currency
             having sum(case side when 'DEBIT' then amount_minor else -amount_minor end) <> 0) then
    raise exception 'the booking % does not balance', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
  deferrable initially deferred for each row when (new.position = 0) execute function ledger_requires_balance();

-- Months that were closed, by whom.
create table ledger_period (
  tenant_id uuid        not null default kol_tenant(),
  month     text        not null,
  closed_by text        not null,
  closed_by_name text   not null,
  closed_at timestamptz not null,
  primary key (tenant_id, month)
);
call kol_protect('ledger_period');
call kol_append_only('ledger_period');
