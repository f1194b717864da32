-- Results that stay readable with millions of facts (docs/adr/0018). A day's quantities stand side by side in one row
-- instead of one row each, every subject has its sum over all days, and every campaign and every KOL the sum over its
-- subjects, which the first page of a report reads without adding anything up. All of it is replaced as a whole from the
-- facts, in the transaction that folds them; nothing is incremented.
--
-- Expand: result_day and projection_mark stay for replicas of the version before. What those mark is marked here too.
create table fold_mark (
  tenant_id  uuid   not null default kol_tenant(),
  id         bigint not null generated always as identity,
  subject_id uuid   not null,
  primary key (tenant_id, id)
);

create function note_fold_mark() returns trigger language plpgsql as $$
begin
  insert into fold_mark (tenant_id, subject_id) select distinct tenant_id, subject_id from added;
  return null;
end $$;
create trigger fold_mark after insert on projection_mark referencing new table as added
  for each statement execute function note_fold_mark();

-- The four arrays of a row belong together: the first quantity has the first amount, and so on.
create table result_by_day (
  tenant_id        uuid          not null default kol_tenant(),
  subject_id       uuid          not null,
  day              date          not null,
  currency         text          not null,
  campaign_id      uuid,
  collaboration_id uuid,
  quantities       text[]        not null,
  amounts          bigint[]      not null,                  -- money in minor units; null within: unknown
  sources          text[]        not null,
  as_ofs           timestamptz[] not null,
  primary key (tenant_id, subject_id, day, currency)
);
create index result_by_day_by_day on result_by_day (tenant_id, day);
create index result_by_day_by_campaign on result_by_day (tenant_id, campaign_id, day);

-- Campaign and KOL are the nil id where a cost belongs to none, so that they group as any other.
create table result_total (
  tenant_id        uuid          not null default kol_tenant(),
  subject_id       uuid          not null,
  currency         text          not null,
  decimals         int           not null,                  -- of the currency
  campaign_id      uuid          not null,
  kol_id           uuid          not null,
  collaboration_id uuid,
  account_id       uuid,
  quantities       text[]        not null,
  amounts          bigint[]      not null,
  sources          text[]        not null,
  as_ofs           timestamptz[] not null,
  primary key (tenant_id, subject_id, currency)
);
create index result_total_by_campaign on result_total (tenant_id, campaign_id);
create index result_total_by_kol on result_total (tenant_id, kol_id);

create table result_group (
  tenant_id      uuid          not null default kol_tenant(),
  grouping       text          not null check (grouping in ('CAMPAIGN', 'KOL')),
  group_id       uuid          not null,
  currency       text          not null,
  decimals       int           not null,
  collaborations bigint        not null,
  followers      bigint,                                    -- of the accounts, each counted once; null: none known
  gift_minor     bigint        not null,                    -- the costs once more, to find the dearest
  shipping_minor bigint        not null,
  fees_minor     bigint        not null,
  quantities     text[]        not null,
  amounts        bigint[]      not null,
  sources        text[]        not null,
  as_ofs         timestamptz[] not null,
  primary key (tenant_id, grouping, group_id, currency)
);
create index result_group_dearest on result_group
  (tenant_id, grouping, currency, (gift_minor + shipping_minor + fees_minor) desc, group_id);

-- What was folded so far moves over, so that no report is empty after the upgrade. Then everything is folded anew once,
-- which catches what a replica of the version before still folds. The new tables are protected afterwards: until then
-- the migration may write rows of every tenant, and reads them as the system does.
select set_config('kol.scope', 'system', true);

insert into result_by_day
select tenant_id, subject_id, day, currency, campaign_id, collaboration_id,
       array_agg(quantity order by quantity collate "C"), array_agg(value order by quantity collate "C"),
       array_agg(source order by quantity collate "C"), array_agg(as_of order by quantity collate "C")
from result_day group by tenant_id, subject_id, day, currency, campaign_id, collaboration_id;

insert into result_total
select s.tenant_id, s.subject_id, s.currency,
       case when s.currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF',
                                'XOF', 'XPF') then 0
            when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3 else 2 end,
       coalesce(s.campaign_id, '00000000-0000-0000-0000-000000000000'),
       coalesce(c.kol_id, '00000000-0000-0000-0000-000000000000'), c.collaboration_id, c.account_id,
       array_agg(s.quantity order by s.quantity collate "C"), array_agg(s.amount order by s.quantity collate "C"),
       array_agg(s.source order by s.quantity collate "C"), array_agg(s.as_of order by s.quantity collate "C")
from (select r.tenant_id, r.subject_id, r.currency, r.campaign_id, r.collaboration_id, r.quantity,
             cast(sum(r.value) as bigint) as amount,
             case when min(r.source) = max(r.source) then min(r.source) else 'MIXED' end as source, max(r.as_of) as as_of
      from result_day r group by 1, 2, 3, 4, 5, 6) s
left join collaboration_known c on c.collaboration_id = s.collaboration_id
group by s.tenant_id, s.subject_id, s.currency, s.campaign_id, c.kol_id, c.collaboration_id, c.account_id;

insert into result_group
select s.tenant_id, s.grouping, s.group_id, s.currency, m.decimals, m.collaborations,
       (select cast(sum(a.followers) as bigint) from account_known a where a.tenant_id = s.tenant_id and a.account_id = any(m.accounts)),
       coalesce(sum(s.amount) filter (where s.quantity = 'GIFT_PRODUCT_COST'), 0),
       coalesce(sum(s.amount) filter (where s.quantity = 'SHIPPING_COST'), 0),
       coalesce(sum(s.amount) filter (where s.quantity = 'APPROVED_FEES'), 0),
       array_agg(s.quantity order by s.quantity collate "C"), array_agg(s.amount order by s.quantity collate "C"),
       array_agg(s.source order by s.quantity collate "C"), array_agg(s.as_of order by s.quantity collate "C")
from (select t.tenant_id, g.grouping, g.group_id, t.currency, u.quantity, cast(sum(u.amount) as bigint) as amount,
             case when min(u.source) = max(u.source) then min(u.source) else 'MIXED' end as source, max(u.as_of) as as_of
      from result_total t cross join lateral (values ('CAMPAIGN', t.campaign_id), ('KOL', t.kol_id)) g (grouping, group_id)
      cross join lateral unnest(t.quantities, t.amounts, t.sources, t.as_ofs) u (quantity, amount, source, as_of)
      group by 1, 2, 3, 4, 5) s
join (select t.tenant_id, g.grouping, g.group_id, t.currency, max(t.decimals) as decimals,
             count(distinct t.collaboration_id) as collaborations, array_agg(distinct t.account_id) as accounts
      from result_total t cross join lateral (values ('CAMPAIGN', t.campaign_id), ('KOL', t.kol_id)) g (grouping, group_id)
      group by 1, 2, 3, 4) m
  on m.tenant_id = s.tenant_id and m.grouping = s.grouping and m.group_id = s.group_id and m.currency = s.currency
group by s.tenant_id, s.grouping, s.group_id, s.currency, m.decimals, m.collaborations, m.accounts;

insert into fold_mark (tenant_id, subject_id)
select tenant_id, collaboration_id from collaboration_known
union select tenant_id, campaign_id from campaign_known
union select tenant_id, coalesce(collaboration_id, campaign_id, '00000000-0000-0000-0000-000000000000') from cost_fact;

select set_config('kol.scope', '', true);
call kol_protect('fold_mark');
call kol_protect('result_by_day');
call kol_protect('result_total');
call kol_protect('result_group');
