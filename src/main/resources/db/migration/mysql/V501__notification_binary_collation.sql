alter table notification_message
  modify id char(36) character set utf8mb4 collate utf8mb4_bin not null,
  modify person varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify matter varchar(14) character set utf8mb4 collate utf8mb4_bin,
  modify dedup_key varchar(150) character set utf8mb4 collate utf8mb4_bin not null;
