alter table policy_version
  modify tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify number varchar(14) character set utf8mb4 collate utf8mb4_bin not null,
  modify text_hash varchar(64) character set utf8mb4 collate utf8mb4_bin not null;
alter table policy_clause convert to character set utf8mb4 collate utf8mb4_bin;
alter table policy_clause_wording
  modify version_tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify clause varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify language varchar(8) character set utf8mb4 collate utf8mb4_bin not null;
alter table policy_note
  modify id char(36) character set utf8mb4 collate utf8mb4_bin not null,
  modify version_tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify clause varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify author varchar(32) character set utf8mb4 collate utf8mb4_bin not null;
alter table policy_proof
  modify id char(36) character set utf8mb4 collate utf8mb4_bin not null,
  modify version_tag varchar(16) character set utf8mb4 collate utf8mb4_bin not null,
  modify kind varchar(20) character set utf8mb4 collate utf8mb4_bin not null,
  modify recorded_by varchar(32) character set utf8mb4 collate utf8mb4_bin not null;
alter table policy_proof_file convert to character set utf8mb4 collate utf8mb4_bin;
alter table policy_knowledge convert to character set utf8mb4 collate utf8mb4_bin;
