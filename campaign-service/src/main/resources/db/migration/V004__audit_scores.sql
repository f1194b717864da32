-- What the registry's latest audit says of an account now travels in its state: whoever qualifies a candidate no longer
-- types the score in.
alter table kol_account add column audit_score int check (audit_score between 0 and 100);
alter table kol_account add column audited_at timestamptz;
