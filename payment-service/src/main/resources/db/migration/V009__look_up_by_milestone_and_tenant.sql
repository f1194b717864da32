-- A fee is shown with the payout of each of its parts, also one that came back. The index that keeps a part from being paid twice
-- leaves those out, so it is of no use to whoever asks for all: each part of each fee that was shown read every payout of everybody.
create index payout_of_milestone on payout (fee_id, milestone, created_at, id);

-- The policies let system reads see every organisation, by an "or" that PostgreSQL can't look up in an index. Who asks for the name
-- of a person is of one organisation: said here, it finds the last entry of that person instead of sorting all of them.
create or replace function name_of(subject text) returns text language sql stable as
  $$ select actor_name from audit_entry where tenant_id = kol_tenant() and actor = subject order by at desc limit 1 $$;

-- A payee is shown with how many payouts wait, and a KOL's own payments are found by whose fees they are.
create index payout_of_payee on payout (payee_id) where state = 'QUEUED';
create index fee_by_kol on fee (kol_id) where kol_id is not null;
