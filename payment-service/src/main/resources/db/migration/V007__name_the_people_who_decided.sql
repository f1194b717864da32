-- Decisions keep the subject of whoever took them, because four eyes are told apart by it; people want to read a name. The audit
-- trail has recorded both for every decision, so it is asked: the name that this person had last.
create index audit_entry_by_actor on audit_entry (tenant_id, actor, at desc);

create function name_of(subject text) returns text language sql stable as
  $$ select actor_name from audit_entry where actor = subject order by at desc limit 1 $$;
