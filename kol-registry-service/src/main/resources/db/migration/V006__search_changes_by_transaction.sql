-- Replicas follow the change log in the order of transactions, not of sequence numbers: one transaction may draw its number before
-- an older one, and commit after it; whoever had read up to the older one's number never came back for it.
create index search_change_by_transaction on search_change (xid, seq);
