-- A file of 50 MiB that is written and read as one value stands in the service's memory several times. Files of new imports are kept in
-- pieces; import_file holds those that the version before took in, until a version after this one drops it. A replica of the version
-- before finds no file for an import of this one, and leaves it to the others.
create table import_file_piece (
  tenant_id uuid  not null default kol_tenant(),
  import_id uuid  not null references import_job (id),
  piece     int   not null,                                 -- from 0
  content   bytea not null,
  primary key (import_id, piece)
);
-- Written once, read once and then deleted: to compress it takes longer than to write it as it is.
alter table import_file_piece alter column content set storage external;
call kol_protect('import_file_piece');
