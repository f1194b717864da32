-- Imports are jobs: the file is stored with the job in the transaction that accepts it, and worked off in one transaction,
-- so that a service killed in the middle leaves nothing half done and starts again.
create table import_job (
  tenant_id     uuid        not null default kol_tenant(),
  id            uuid        not null primary key,
  kind          text        not null check (kind in ('METRICS', 'ORDERS')),
  status        text        not null check (status in ('WAITING', 'RUNNING', 'DONE', 'REFUSED')),
  file_name     text        not null,
  file_kind     text        not null,
  file_sha256   text        not null,
  options       text        not null,                       -- JSON: mapping, dates, mode
  mode          text        not null check (mode in ('KEEP_GOOD_LINES', 'ALL_OR_NOTHING')),
  started_by    text        not null,
  lines_read    bigint      not null default 0,
  lines_total   bigint,
  added         bigint      not null default 0,
  unchanged     bigint      not null default 0,
  rejected      bigint      not null default 0,
  warnings      bigint      not null default 0,
  refused_code  text,
  refused_why   text,
  created_at    timestamptz not null,
  taken_until   timestamptz,                                -- a worker's lease; over when the worker died
  finished_at   timestamptz
);
create index import_job_by_tenant on import_job (tenant_id, kind, created_at desc, id desc);
create index import_job_open on import_job (created_at) where status in ('WAITING', 'RUNNING');
call kol_protect('import_job');

create table import_file (
  tenant_id uuid  not null default kol_tenant(),
  import_id uuid  not null primary key references import_job (id),
  content   bytea not null
);
call kol_protect('import_file');

create table import_problem (
  tenant_id uuid   not null default kol_tenant(),
  import_id uuid   not null references import_job (id),
  seq       bigint not null generated always as identity,
  line      bigint not null,
  col       int    not null,
  header    text   not null,
  severity  text   not null check (severity in ('ERROR', 'WARNING')),
  code      text   not null,
  value     text   not null,
  detail    text   not null,
  primary key (import_id, seq)
);
call kol_protect('import_problem');

-- Which column fills which field, saved by the organisation under a name; the installation's own templates are code.
create table mapping_template (
  tenant_id uuid   not null default kol_tenant(),
  kind      text   not null,
  name      text   not null,
  settings  text   not null,
  saved_at  timestamptz not null,
  primary key (tenant_id, kind, name)
);
call kol_protect('mapping_template');
