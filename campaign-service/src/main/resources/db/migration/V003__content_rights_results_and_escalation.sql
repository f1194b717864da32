-- What came of a collaboration: scripts, drafts and posts, the rights to reuse them, measured results, what the escalation
-- rule makes of those, and what payment said about the money.
create table content (
  id               uuid primary key,
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null references collaboration,
  campaign_id      uuid        not null references campaign,
  account_id       uuid        not null references kol_account,
  kind             text        not null,                     -- SCRIPT, DRAFT or POST
  round            int         not null,
  url              text,
  words            text,
  handed_in_at     timestamptz not null,
  late             boolean     not null,
  verdict          text        not null,                     -- WAITING, APPROVED, SENT_BACK, LIVE or REMOVED
  comment          text,
  unique (collaboration_id, kind, round)
);
create index content_newest on content (tenant_id, handed_in_at desc, id desc);
call kol_protect('content');
create policy own_content on content for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.id = content.collaboration_id));

-- One row per channel, so that "what may I reuse on Tmall today" is one question.
create table content_right (
  id               uuid primary key,
  tenant_id        uuid    not null default kol_tenant(),
  collaboration_id uuid    not null references collaboration,
  campaign_id      uuid    not null references campaign,
  content_id       uuid    not null references content,
  channel          text    not null,
  territory        text    not null,                         -- ISO codes between commas, or ,WORLD,
  from_on          date    not null,
  until_on         date    not null,                         -- the last day
  paid_ads         boolean not null,
  exclusive        boolean not null,
  check (until_on >= from_on)
);
create index content_right_by_channel on content_right (tenant_id, channel, until_on);
call kol_protect('content_right');
create policy own_rights on content_right for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.id = content_right.collaboration_id));

create table measured_result (
  collaboration_id  uuid        not null references collaboration,
  days_after        int         not null,
  tenant_id         uuid        not null default kol_tenant(),
  account_id        uuid        not null,
  views             bigint,
  engagements       bigint,
  saves             bigint,
  orders            bigint      not null,
  net_revenue_minor bigint      not null,
  currency          text        not null,
  snapshot_at       timestamptz not null,
  primary key (collaboration_id, days_after)
);
create index measured_result_by_account on measured_result (tenant_id, account_id);
call kol_protect('measured_result');

create table escalation_rule (
  id         uuid primary key,
  tenant_id  uuid        not null default kol_tenant(),
  version    bigint      not null,
  name       text        not null,
  active     boolean     not null,
  needed     int         not null check (needed >= 1),
  conditions text        not null,                           -- JSON
  created_at timestamptz not null
);
call kol_protect('escalation_rule');

create table escalation_proposal (
  id               uuid primary key,
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null references collaboration,
  days_after       int         not null,
  rule_id          uuid        not null references escalation_rule,
  recommendation   text        not null,
  confidence       text        not null,
  proposal         text        not null,                     -- JSON: the evidence as it was
  proposed_at      timestamptz not null,
  unique (collaboration_id, days_after, rule_id)
);
call kol_protect('escalation_proposal');

create table payout (
  payout_id        uuid primary key,
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null references collaboration,
  state            text        not null,                     -- SENT, SETTLED or RETURNED; never backwards
  amount_minor     bigint      not null,
  currency         text        not null,
  end_to_end_id    text        not null,
  detail           text,                                     -- the bank's reference, or why it came back
  at               timestamptz not null
);
create index payout_by_collaboration on payout (tenant_id, collaboration_id);
call kol_protect('payout');
create policy own_payouts on payout for select
  using (kol_is_partner() and exists (select 1 from collaboration c where c.id = payout.collaboration_id));

-- A fee part that finance approved, so that the same approval never spends twice whatever event told of it.
create table fee_approval (
  fee_id           uuid        not null,
  milestone        text        not null,                     -- empty when the fee has no parts
  tenant_id        uuid        not null default kol_tenant(),
  collaboration_id uuid        not null references collaboration,
  amount_minor     bigint      not null,
  currency         text        not null,
  at               timestamptz not null,
  primary key (fee_id, milestone)
);
call kol_protect('fee_approval');
