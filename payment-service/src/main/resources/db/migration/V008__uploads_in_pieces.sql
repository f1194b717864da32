-- A file of 64 MiB that is packed, encrypted, written and read as one value stands in the service's memory several times. Files of more
-- than 1 MiB are kept in pieces from now on, each packed and encrypted by itself, and their content_cipher is empty; a smaller one stays
-- there. A replica of the version before that takes such a large upload up says that it failed, and keeps nothing of it.
create table upload_piece (
  upload_id uuid not null references upload (id),
  piece     int  not null,                           -- from 0
  tenant_id uuid not null default kol_tenant(),
  cipher    text not null,
  primary key (upload_id, piece)
);
call kol_protect('upload_piece');
