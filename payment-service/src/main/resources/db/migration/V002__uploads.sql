-- Files that people upload, worked on in the background. The original is kept, compressed and encrypted; what is wrong with
-- it stands line by line. A job that was killed is found by its old claim and goes on.
create table upload (
  id             uuid primary key,
  tenant_id      uuid        not null default kol_tenant(),
  kind           text        not null check (kind in ('FEES', 'STATEMENT')),
  file_name      text        not null,
  sha256         text        not null,
  size_bytes     bigint      not null,
  content_cipher text        not null,
  options        text        not null,               -- JSON, as the person chose
  status         text        not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  lines_total    int         not null default 0,
  lines_done     int         not null default 0,
  accepted       int         not null default 0,
  known          int         not null default 0,     -- there already, unchanged
  rejected       int         not null default 0,
  failure_code   text,
  failure_detail text,
  uploaded_by    text        not null,
  uploaded_by_name text      not null,
  uploaded_at    timestamptz not null,
  claimed_at     timestamptz,
  finished_at    timestamptz
);
create index upload_waiting on upload (uploaded_at) where status in ('QUEUED', 'RUNNING');
create index upload_newest on upload (tenant_id, kind, uploaded_at desc, id);
create index upload_by_content on upload (tenant_id, kind, sha256);
call kol_protect('upload');

create table upload_issue (
  upload_id  uuid not null references upload (id),
  position   int  not null,
  tenant_id  uuid not null default kol_tenant(),
  severity   text not null check (severity in ('ERROR', 'WARNING')),
  code       text not null,
  line       bigint,
  col        int,
  field      text,
  statement  text,
  detail     text not null,
  primary key (upload_id, position)
);
call kol_protect('upload_issue');
