-- Ids, keys, hashes and logins compare by their bytes: utf8mb4_0900_ai_ci takes 'ＷＢ' for 'wb'.
alter table submission convert to character set utf8mb4 collate utf8mb4_bin;
alter table work_item
  modify task_id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify matter varchar(14) character set utf8mb4 collate utf8mb4_bin not null,
  modify item varchar(64) character set utf8mb4 collate utf8mb4_bin,
  modify assignee varchar(32) character set utf8mb4 collate utf8mb4_bin;
alter table work_item_group convert to character set utf8mb4 collate utf8mb4_bin;
alter table work_item_exclusion convert to character set utf8mb4 collate utf8mb4_bin;
alter table stored_file
  modify id char(36) character set utf8mb4 collate utf8mb4_bin not null,
  modify sha256 char(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify uploader varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify matter varchar(14) character set utf8mb4 collate utf8mb4_bin;
alter table stored_file_content convert to character set utf8mb4 collate utf8mb4_bin;
alter table sign_in_failure convert to character set utf8mb4 collate utf8mb4_bin;
