-- What the bank says, line by line, and which payout each line is. A statement is known by account and reference, a line by
-- its key inside the statement: importing a file again finds everything there. One line settles one payout and one payout is
-- settled by one line, whatever races.
create table bank_statement (
  id                  uuid primary key,
  tenant_id           uuid        not null default kol_tenant(),
  upload_id           uuid        not null references upload (id),
  reference           text        not null,
  account_cipher      text        not null,
  account_masked      text        not null,
  account_fingerprint text        not null,
  currency            text        not null,
  from_day            date,
  to_day              date,
  opening_minor       bigint,
  closing_minor       bigint,
  movements_minor     bigint      not null,
  adds_up             boolean,                        -- null when a balance is missing
  imported_at         timestamptz not null,
  unique (tenant_id, account_fingerprint, currency, reference)
);
create index bank_statement_newest on bank_statement (tenant_id, to_day desc, id desc);
call kol_protect('bank_statement');

create table statement_line (
  id                  uuid primary key,
  tenant_id           uuid    not null default kol_tenant(),
  statement_id        uuid    not null references bank_statement (id),
  number              int     not null,
  file_line           int     not null,
  line_key            text    not null,
  direction           text    not null check (direction in ('CREDIT', 'DEBIT')),
  amount_minor        bigint  not null,
  currency            text    not null,
  booked_on           date    not null,
  end_to_end_id       text,
  bank_reference      text,
  counterparty_cipher text,
  account_cipher      text,
  account_masked      text,
  account_fingerprint text,
  return_reason       text,
  text_cipher         text,
  state               text    not null check (state in
                        ('OPEN', 'PROPOSED', 'MATCHED', 'EXPLAINED', 'DUPLICATE', 'PENDING')),
  flags               text    not null default '',
  explanation         text,
  transaction_id      uuid references ledger_transaction (id),
  version             bigint  not null default 0,
  unique (statement_id, line_key)
);
create index statement_line_order on statement_line (statement_id, number);
create index statement_line_open on statement_line (tenant_id, state) where state in ('OPEN', 'PROPOSED');
create index statement_line_bank_reference on statement_line (tenant_id, bank_reference) where bank_reference is not null;
call kol_protect('statement_line');

create table line_match (
  id             uuid primary key,
  tenant_id      uuid        not null default kol_tenant(),
  line_id        uuid        not null references statement_line (id),
  payout_id      uuid        not null references payout (id),
  kind           text        not null check (kind in ('PROPOSED', 'SETTLES', 'RETURNS')),
  rule           text        not null,
  active         boolean     not null,
  reason         text,
  decided_by     text        not null,
  decided_at     timestamptz not null,
  undone_by      text,
  undone_at      timestamptz,
  transaction_id uuid references ledger_transaction (id)
);
create unique index line_match_one_per_line on line_match (line_id) where active and kind <> 'PROPOSED';
create unique index line_match_one_settlement on line_match (payout_id) where active and kind = 'SETTLES';
create unique index line_match_one_proposal on line_match (line_id, payout_id) where active and kind = 'PROPOSED';
create index line_match_by_payout on line_match (payout_id);
call kol_protect('line_match');
