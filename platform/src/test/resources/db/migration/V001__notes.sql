-- The smallest aggregate there is, to try every mechanism of platform on.
create table note (
  id         uuid primary key,
  tenant_id  uuid   not null default kol_tenant(),
  version    bigint not null,
  text       text   not null
);
call kol_protect('note');
