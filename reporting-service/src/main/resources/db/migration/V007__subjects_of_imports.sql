-- Whose results an import changes is kept here until it has ended, and marked then: a file in the order of time touches every
-- collaboration in each of its parts, and had all of them folded as often. A replica of the version before marks at once, and
-- need not know this table: what it ends is found by the others.
create table import_subject (
  tenant_id  uuid not null default kol_tenant(),
  import_id  uuid not null references import_job (id),
  subject_id uuid not null,
  primary key (import_id, subject_id)
);
call kol_protect('import_subject');
