-- What is owed, part by part. An agreement has one fee; a business reference belongs to one fee that is not withdrawn.
create table fee (
  id               uuid primary key,
  tenant_id        uuid        not null default kol_tenant(),
  version          bigint      not null,
  origin           text        not null check (origin in ('AGREEMENT', 'AD_HOC')),
  collaboration_id uuid,
  campaign_id      uuid,
  kol_id           uuid,
  account_id       uuid,
  agency_id        uuid,
  reference        text,
  creditor_name    text,
  payee_id         uuid references payee (id),
  total_minor      bigint      not null,
  currency         text        not null,
  blocked_code     text,
  blocked_detail   text,
  withdrawn        boolean     not null default false,
  import_id        uuid references upload (id),
  import_line      bigint,
  created_at       timestamptz not null,
  created_by       text        not null
);
create unique index fee_of_collaboration on fee (tenant_id, collaboration_id) where collaboration_id is not null;
create unique index fee_reference on fee (tenant_id, reference) where reference is not null and not withdrawn;
create unique index fee_of_import_line on fee (import_id, import_line) where import_id is not null;
create index fee_by_payee on fee (tenant_id, payee_id);
create index fee_by_campaign on fee (tenant_id, campaign_id) where campaign_id is not null;
create index fee_newest on fee (tenant_id, created_at desc, id desc);
call kol_protect('fee');
create policy own_fees on fee for select using (kol_id is not null and payment_is_mine(kol_id, agency_id));

create table fee_milestone (
  fee_id       uuid   not null references fee (id),
  position     int    not null,
  tenant_id    uuid   not null default kol_tenant(),
  name         text   not null,
  amount_minor bigint not null,
  state        text   not null check (state in
                 ('PLANNED', 'DUE', 'REQUESTED', 'REJECTED', 'APPROVED', 'PAID', 'RETURNED', 'VOIDED')),
  due_on       date,
  requested_by text,
  requested_at timestamptz,
  decided_by   text,
  decided_at   timestamptz,
  reason       text,
  paid_on      date,
  primary key (fee_id, position),
  unique (fee_id, name)
);
create index fee_milestone_queue on fee_milestone (tenant_id, state, due_on);
call kol_protect('fee_milestone');
create policy own_milestones on fee_milestone for select using (exists (select 1 from fee where fee.id = fee_id
  and fee.kol_id is not null and payment_is_mine(fee.kol_id, fee.agency_id)));

-- Up to which amount a role may approve, where the organisation differs from the defaults.
create table approval_limit (
  tenant_id   uuid   not null default kol_tenant(),
  role        text   not null,
  currency    text   not null,
  limit_minor bigint not null check (limit_minor >= 0),
  primary key (tenant_id, role, currency)
);
call kol_protect('approval_limit');
