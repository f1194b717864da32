-- An import is a job that outlives the process: the file is kept, the position is committed with each chunk of lines, and
-- whoever picks the job up again goes on from there. A lease keeps two replicas from working on one job.
create table mapping_template (
  tenant_id  uuid        not null default kol_tenant(),
  id         uuid        not null,
  version    bigint      not null,
  name       text        not null,
  platform   text        references platform (code),
  columns    text        not null,                          -- JSON: [{"header": "Subscribers", "field": "followers"}]
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index mapping_template_by_name on mapping_template (tenant_id, lower(name));
call kol_protect('mapping_template');

create table import_job (
  tenant_id       uuid        not null default kol_tenant(),
  id              uuid        not null,
  version         bigint      not null,
  file_name       text        not null,
  file_bytes      bigint      not null,
  description     text        not null,                     -- CSV, UTF-8, comma
  platform        text        not null references platform (code),
  snapshot_date   date        not null,
  mode            text        not null check (mode in ('KEEP_GOOD', 'ALL_OR_NOTHING')),
  columns         text        not null,                     -- JSON: [{"column": 1, "field": "handle"}]
  header_line     bigint      not null,
  state           text        not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED')),
  failure         text,                                     -- why it was refused or failed, for a person
  total_lines     int,                                      -- known once the file has been read
  position        int         not null default 0,           -- how many of its lines are done
  created_count   int         not null default 0,
  updated_count   int         not null default 0,
  repeated_count  int         not null default 0,
  rejected_count  int         not null default 0,
  warning_count   int         not null default 0,
  conflict_lines  int         not null default 0,
  attempts        int         not null default 0,
  leased_until    timestamptz,
  created_by      text        not null,
  created_by_name text        not null,
  created_at      timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  primary key (tenant_id, id)
);
create index import_job_unfinished on import_job (created_at) where state in ('QUEUED', 'RUNNING');
call kol_protect('import_job');

create table import_file (
  tenant_id uuid  not null default kol_tenant(),
  import_id uuid  not null,
  content   bytea not null,
  primary key (tenant_id, import_id),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id)
);
call kol_protect('import_file');

-- What a person should know about a line: an ERROR keeps the line out, a WARNING leaves one cell unknown.
create table import_issue (
  tenant_id uuid not null default kol_tenant(),
  import_id uuid not null,
  line      bigint not null,
  column_no int  not null,                                  -- from 1; 0 is the line as a whole
  code      text not null,
  severity  text not null check (severity in ('ERROR', 'WARNING')),
  header    text not null,
  field     text not null,
  value     text not null,
  detail    text not null,
  primary key (tenant_id, import_id, line, column_no, code),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id)
);
call kol_protect('import_issue');

-- Lines that contradict each other, until somebody decides.
create table import_conflict (
  tenant_id       uuid        not null default kol_tenant(),
  id              uuid        not null,
  version         bigint      not null,
  import_id       uuid        not null,
  platform        text        not null,
  handle_key      text        not null,
  taken_on        date        not null,
  first_line      bigint      not null,
  lines           text        not null,                     -- JSON: the lines as read
  decision        text        check (decision in ('KEEP_LINE', 'SEPARATE_ACCOUNTS', 'DISCARD_ALL')),
  kept_line       int,
  decided_by      text,
  decided_by_name text,
  decided_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, import_id, handle_key, taken_on),
  foreign key (tenant_id, import_id) references import_job (tenant_id, id)
);
call kol_protect('import_conflict');
