alter table policy_version
  modify tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify text_hash varchar(64) character set utf8mb4 collate utf8mb4_bin not null;
alter table policy_clause convert to character set utf8mb4 collate utf8mb4_bin;
alter table policy_clause_wording
  modify version_tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify clause varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify language varchar(8) character set utf8mb4 collate utf8mb4_bin not null;
