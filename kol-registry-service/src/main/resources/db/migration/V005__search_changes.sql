-- The search index is a copy of the database. Every transaction that changes what can be found writes here whose listing it
-- changed; each replica follows this log. Sequence numbers alone would lose changes, because transactions commit in
-- another order than they draw numbers; so a reader also keeps to transactions older than any that still runs.
create table search_change (
  tenant_id uuid   not null default kol_tenant(),
  seq       bigint generated always as identity primary key,
  xid       xid8   not null default pg_current_xact_id(),
  kol_id    uuid   not null,
  at        timestamptz not null default now()
);
create index search_change_at on search_change (at);
call kol_protect('search_change');
create policy pruned on search_change for delete using (kol_is_system());

-- Whatever changes a KOL, an account, a price, a list or an audit changes a listing: a trigger can't be forgotten.
create function note_search_change() returns trigger language plpgsql as $$
declare
  changed uuid;
begin
  if tg_table_name = 'kol' then
    changed := new.id;
  elsif tg_table_name = 'account' then
    changed := new.kol_id;
  else
    select a.kol_id into changed from account a where a.tenant_id = new.tenant_id and a.id = new.account_id;
  end if;
  insert into search_change (tenant_id, kol_id) values (new.tenant_id, changed);
  return null;
end $$;
create trigger search_change after insert or update on kol for each row execute function note_search_change();
create trigger search_change after insert or update on account for each row execute function note_search_change();
create trigger search_change after insert on rate_card for each row execute function note_search_change();
create trigger search_change after insert on account_audit for each row execute function note_search_change();
