-- Keys that refer to each other change together; foreign keys forbid that column by column.
alter table person drop foreign key person_unit;
alter table person_role drop foreign key person_role_person;
alter table absence drop foreign key absence_person;

alter table org_unit
  modify code varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify parent varchar(32) character set utf8mb4 collate utf8mb4_bin,
  modify lead_id varchar(32) character set utf8mb4 collate utf8mb4_bin;
alter table person
  modify id varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify login varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  modify unit varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  modify manager varchar(32) character set utf8mb4 collate utf8mb4_bin,
  modify password_hash varchar(200) character set utf8mb4 collate utf8mb4_bin,
  modify search_text varchar(700) character set utf8mb4 collate utf8mb4_bin not null;
alter table person_role convert to character set utf8mb4 collate utf8mb4_bin;
alter table absence convert to character set utf8mb4 collate utf8mb4_bin;

alter table person add constraint person_unit foreign key (unit) references org_unit (code);
alter table person_role add constraint person_role_person foreign key (person_id) references person (id);
alter table absence add constraint absence_person foreign key (person_id) references person (id);
