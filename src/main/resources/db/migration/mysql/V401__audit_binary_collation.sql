alter table audit_chain convert to character set utf8mb4 collate utf8mb4_bin;
alter table audit_entry convert to character set utf8mb4 collate utf8mb4_bin;
alter table audit_seal convert to character set utf8mb4 collate utf8mb4_bin;
alter table audit_seal_head convert to character set utf8mb4 collate utf8mb4_bin;
alter table audit_verification convert to character set utf8mb4 collate utf8mb4_bin;
