-- Ids, numbers, digests and codes compare by their bytes.
alter table speaking_request
  modify number varchar(14) character set utf8mb4 collate utf8mb4_bin not null,
  modify requester varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify speaker varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify account varchar(40) character set utf8mb4 collate utf8mb4_bin;
alter table speaking_text_version
  modify sha256 varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify digest varchar(64) character set utf8mb4 collate utf8mb4_bin not null;
alter table speaking_review
  modify assignee varchar(32) character set utf8mb4 collate utf8mb4_bin,
  modify decided_by varchar(32) character set utf8mb4 collate utf8mb4_bin;
alter table speaking_grant
  modify sha256 varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify speaker varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify account varchar(40) character set utf8mb4 collate utf8mb4_bin;
alter table speaking_publication
  modify sha256 varchar(64) character set utf8mb4 collate utf8mb4_bin not null;
