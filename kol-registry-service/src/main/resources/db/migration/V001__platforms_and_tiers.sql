-- Platforms and tiers are data: a new platform is a row, not a release. The installation ships defaults with their source;
-- an organisation may put its own tier table in place of a default, because the sources disagree about the cuts.
create table platform (
  code                  text    primary key,                -- stable, lower case, also in events
  name                  text    not null,
  name_zh               text    not null,
  handle_case_sensitive boolean not null default false,
  profile_url           text,                               -- {handle} and {uid} are replaced
  fee_rate              numeric(6, 5),                      -- of the order, where KOLs are booked through the platform
  fee_source            text,
  position              int     not null                    -- order in menus
);

create table tier_default (
  platform       text   references platform (code),         -- null: every platform without its own
  code           text   not null,
  from_followers bigint not null check (from_followers >= 0),
  source         text   not null,
  unique nulls not distinct (platform, code),
  unique nulls not distinct (platform, from_followers)
);

create table tier_override (
  tenant_id      uuid   not null default kol_tenant(),
  platform       text   not null references platform (code),
  code           text   not null,
  from_followers bigint not null check (from_followers >= 0),
  primary key (tenant_id, platform, code),
  unique (tenant_id, platform, from_followers)
);
call kol_protect('tier_override');

-- One row per organisation and platform that has its own table: the version that If-Match speaks of.
create table tier_version (
  tenant_id uuid   not null default kol_tenant(),
  platform  text   not null references platform (code),
  version   bigint not null,
  primary key (tenant_id, platform)
);
call kol_protect('tier_version');

revoke insert, update, delete, truncate on platform, tier_default from ${appRole};

insert into platform (code, name, name_zh, profile_url, position) values
  ('xiaohongshu', 'Xiaohongshu', '小红书', 'https://www.xiaohongshu.com/user/profile/{uid}', 10),
  ('douyin',      'Douyin',      '抖音',   'https://www.douyin.com/user/{uid}', 20),
  ('weibo',       'Weibo',       '微博',   'https://weibo.com/u/{uid}', 30),
  ('wechat',      'WeChat',      '微信',   null, 40),
  ('bilibili',    'Bilibili',    '哔哩哔哩', 'https://space.bilibili.com/{uid}', 50),
  ('kuaishou',    'Kuaishou',    '快手',   'https://www.kuaishou.com/profile/{uid}', 60),
  ('zhihu',       'Zhihu',       '知乎',   'https://www.zhihu.com/people/{handle}', 70),
  ('taobao',      'Taobao Live', '淘宝直播', null, 80),
  ('jd',          'JD',          '京东',   null, 90),
  ('instagram',   'Instagram',   'Instagram', 'https://www.instagram.com/{handle}', 100),
  ('tiktok',      'TikTok',      'TikTok',    'https://www.tiktok.com/@{handle}', 110),
  ('youtube',     'YouTube',     'YouTube',   'https://www.youtube.com/@{handle}', 120),
  ('x',           'X',           'X',         'https://x.com/{handle}', 130);

update platform set fee_rate = 0.05, fee_source = 'DOMAIN: Xingtu 5 %' where code = 'douyin';
update platform set fee_rate = 0.10, fee_source = 'DOMAIN: Pugongying 10 %' where code = 'xiaohongshu';

insert into tier_default (platform, code, from_followers, source) values
  (null, 'koc',   0,       'DOMAIN: default by followers'),
  (null, 'micro', 5000,    'DOMAIN: default by followers'),
  (null, 'mid',   50000,   'DOMAIN: default by followers'),
  (null, 'macro', 500000,  'DOMAIN: default by followers'),
  (null, 'top',   1000000, 'DOMAIN: default by followers'),
  ('weibo', 'micro', 0,       'DOMAIN: commonly cut at 100k and 1M'),
  ('weibo', 'mid',   100000,  'DOMAIN: commonly cut at 100k and 1M'),
  ('weibo', 'top',   1000000, 'DOMAIN: commonly cut at 100k and 1M'),
  ('wechat', 'micro', 0,       'DOMAIN: commonly cut at 100k and 1M'),
  ('wechat', 'mid',   100000,  'DOMAIN: commonly cut at 100k and 1M'),
  ('wechat', 'top',   1000000, 'DOMAIN: commonly cut at 100k and 1M');
