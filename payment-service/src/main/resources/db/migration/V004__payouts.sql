-- Payments: from which account, in which batch, and what the bank says. One part of a fee has at most one live payout: the
-- index below is the last line of defence against paying twice.
create table paying_account (
  id                  uuid primary key,
  tenant_id           uuid        not null default kol_tenant(),
  name                text        not null,
  holder              text        not null,
  account_cipher      text        not null,
  account_masked      text        not null,
  account_fingerprint text        not null,
  bic                 text,
  currency            text        not null,
  created_at          timestamptz not null,
  unique (tenant_id, account_fingerprint, currency)
);
call kol_protect('paying_account');

create table payout_batch (
  id                uuid primary key,
  tenant_id         uuid        not null default kol_tenant(),
  version           bigint      not null,
  paying_account_id uuid        not null references paying_account (id),
  message_id        text        not null unique,
  state             text        not null check (state in ('CREATED', 'SENT', 'DISCARDED')),
  payouts           int         not null,
  total_minor       bigint      not null,
  currency          text        not null,
  created_by        text        not null,
  created_by_name   text        not null,
  created_at        timestamptz not null,
  closed_by         text,
  closed_at         timestamptz
);
create index payout_batch_newest on payout_batch (tenant_id, created_at desc, id desc);
call kol_protect('payout_batch');

create table payout (
  id                   uuid primary key,
  tenant_id            uuid        not null default kol_tenant(),
  version              bigint      not null,
  fee_id               uuid        not null references fee (id),
  milestone            text        not null,
  payee_id             uuid        not null references payee (id),
  amount_minor         bigint      not null check (amount_minor > 0),
  currency             text        not null,
  end_to_end_id        text        not null,
  due_on               date        not null,
  state                text        not null check (state in
                         ('QUEUED', 'BATCHED', 'SENT', 'UNKNOWN', 'SETTLED', 'RETURNED')),
  batch_id             uuid references payout_batch (id),
  execution_date       date,
  sent_at              timestamptz,
  unknown_since        timestamptz,
  asked_at             timestamptz,
  enquiry              text,
  bank_reference       text,
  booking_date         date,
  return_reason        text,
  was_settled          boolean,
  -- The account it was sent to, as it was then.
  creditor_cipher      text,
  creditor_masked      text,
  creditor_fingerprint text,
  created_at           timestamptz not null,
  unique (tenant_id, end_to_end_id)
);
create unique index payout_once_per_milestone on payout (fee_id, milestone) where state <> 'RETURNED';
create index payout_by_state on payout (tenant_id, state, due_on, id);
create index payout_by_batch on payout (batch_id) where batch_id is not null;
create index payout_overdue on payout (sent_at) where state = 'SENT';
call kol_protect('payout');
create policy own_payouts on payout for select using (exists (select 1 from fee where fee.id = fee_id
  and fee.kol_id is not null and payment_is_mine(fee.kol_id, fee.agency_id)));
