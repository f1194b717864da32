-- Tenancy by row-level security: the application's role owns no table, so the policies bind it; without a bound tenant
-- kol_tenant() is null and no row is visible. Every table with a tenant calls kol_protect once.
grant usage on schema public to ${appRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema public grant usage, select on sequences to ${appRole};

create function kol_tenant() returns uuid language sql stable as
$$ select nullif(current_setting('kol.tenant', true), '')::uuid $$;

create function kol_subject() returns text language sql stable as
$$ select nullif(current_setting('kol.subject', true), '') $$;

create function kol_agency() returns uuid language sql stable as
$$ select nullif(current_setting('kol.agency', true), '')::uuid $$;

-- True for relays and sweeps that look for due rows across tenants; never set for a request.
create function kol_is_system() returns boolean language sql stable as
$$ select coalesce(current_setting('kol.scope', true), '') = 'system' $$;

-- Whose idempotency keys these are: a tenant's, a KOL's or an agency's.
create function kol_owner() returns text language sql stable as
$$ select nullif(current_setting('kol.owner', true), '') $$;

-- Gives a table its tenant rule: rows of the bound tenant for everything, all rows only for reading by the system.
create procedure kol_protect(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy tenant_rows on %s using (tenant_id = kol_tenant()) with check (tenant_id = kol_tenant())', protected);
  execute format('create policy system_reads on %s for select using (kol_is_system())', protected);
end $$;

-- Makes a table append-only for the application: what was written stays (ledger, facts, audit trail).
create procedure kol_append_only(protected regclass) language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from ${appRole}', protected);
end $$;
