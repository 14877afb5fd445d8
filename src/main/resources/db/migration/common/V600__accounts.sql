create table social_platform (
  code varchar(32) not null primary key,
  name_zh_cn varchar(100) not null,
  name_zh_tw varchar(100) not null,
  name_en varchar(100) not null,
  text_limit int,
  terms_url varchar(500),
  version bigint not null
);

-- handle_key is the handle folded: platforms do not tell capitals and widths apart either.
create table social_account (
  code varchar(32) not null primary key,
  platform varchar(32) not null,
  handle varchar(100) not null,
  handle_key varchar(100) not null,
  name varchar(100) not null,
  kind varchar(16) not null,
  owner varchar(32) not null,
  backup_owner varchar(32),
  status varchar(16) not null,
  search_text varchar(500) not null,
  version bigint not null,
  constraint social_account_platform foreign key (platform) references social_platform (code)
);
create unique index social_account_handle on social_account (platform, handle_key);
create index social_account_owner on social_account (owner, kind, status);
create index social_account_backup_owner on social_account (backup_owner);
create index social_account_kind on social_account (kind, status, code);
