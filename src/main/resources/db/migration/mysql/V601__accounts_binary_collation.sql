alter table social_account drop foreign key social_account_platform;
alter table social_platform
  modify code varchar(32) character set utf8mb4 collate utf8mb4_bin not null;
alter table social_account
  modify code varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify platform varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify handle varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  modify handle_key varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  modify owner varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify backup_owner varchar(32) character set utf8mb4 collate utf8mb4_bin,
  modify search_text varchar(500) character set utf8mb4 collate utf8mb4_bin not null;
alter table social_account add constraint social_account_platform
  foreign key (platform) references social_platform (code);
