-- What approving a fee writes, as one transaction without us: the fee and its part, two sides of a booking linked to the one before, the
-- balances, a payout, a message for others, the audit trail, the key's answer. What everybody contends for comes last. (pgbench takes a
-- colon for a variable inside quotes too, hence chr(58).)
begin;
select id as fee, payee_id as payee, total_minor as amount, currency from fee
  where id = (select fee_id from bench_fee where n = (select nextval('bench_next'))) for update \gset
update fee set version = version + 1 where id = :fee::uuid;
update fee_milestone set state = 'APPROVED', decided_by = 'pgbench', decided_at = now() where fee_id = :fee::uuid;
insert into payout (id, version, fee_id, milestone, payee_id, amount_minor, currency, end_to_end_id, due_on, state, created_at)
  values (gen_random_uuid(), 0, :fee::uuid, 'WHOLE', :payee::uuid, :amount::bigint, :currency::text, replace(:fee::text, '-', ''), current_date, 'QUEUED', now());
insert into outbox (id, aggregatetype, aggregateid, type, payload, happened_at)
  values (gen_random_uuid(), 'payment.fee.events.v1', :fee::text, 'FeeApproved',
    json_build_object('feeId', :fee::text, 'milestone', null, 'amount',
      json_build_object('amountMinor', :amount::bigint, 'currency', :currency::text), 'happenedAt', now())::text, now());
insert into audit_entry (id, at, actor, actor_name, action, aggregate_type, aggregate_id, after)
  values (gen_random_uuid(), now(), 'pgbench', 'pgbench', 'approve-payment', 'fee', :fee::uuid, '"WHOLE"');
insert into idempotency_key (key, operation, request_hash, status, etag, body)
  values ('bench-' || :fee::text, 'POST /api/v1/fees/' || :fee::text || '/WHOLE/approve', repeat('0', 64), 200, 1, repeat('x', 900));
update ledger_head set sequence = sequence + 1, hash = encode(sha256(hash::bytea), 'hex') returning sequence, hash \gset
insert into ledger_transaction (sequence, id, kind, booked_on, happened_at, recorded_at, recorded_by, subject, memo, previous_hash, hash)
  values (:sequence::bigint, :fee::uuid, 'FEE_APPROVED', current_date, now(), now(), 'pgbench', :fee::uuid, 'Milestone WHOLE approved', :hash::text, :hash::text);
insert into ledger_entry (transaction_id, position, account, side, amount_minor, currency)
  values (:fee::uuid, 0, 'costs' || chr(58) || 'fees', 'DEBIT', :amount::bigint, :currency::text), (:fee::uuid, 1, 'liabilities' || chr(58) || 'payees', 'CREDIT', :amount::bigint, :currency::text);
insert into ledger_balance (account, currency, amount_minor)
  values ('costs' || chr(58) || 'fees', :currency::text, :amount::bigint), ('liabilities' || chr(58) || 'payees', :currency::text, :amount::bigint)
  on conflict (tenant_id, account, currency) do update set amount_minor = ledger_balance.amount_minor + excluded.amount_minor;
commit;
