-- The clause register. A version that is in force does not change: text_hash is compared at every start.
create table policy_version (
  tag varchar(16) not null primary key,
  in_force_from timestamp(6) not null,
  title_zh_cn varchar(200) not null,
  title_zh_tw varchar(200) not null,
  title_en varchar(200) not null,
  text_hash varchar(64) not null
);
create index policy_version_in_force_from on policy_version (in_force_from);

create table policy_clause (
  version_tag varchar(16) not null,
  clause varchar(16) not null,
  place int not null,
  heading boolean not null,
  primary key (version_tag, clause)
);
create table policy_clause_wording (
  version_tag varchar(16) not null,
  clause varchar(16) not null,
  language varchar(8) not null,
  title varchar(200) not null,
  wording varchar(2000) not null,
  primary key (version_tag, clause, language)
);
