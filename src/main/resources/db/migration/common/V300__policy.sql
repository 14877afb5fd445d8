-- The clause register. A version that is in force does not change: text_hash is compared at every start.
create table policy_version (
  tag varchar(16) not null primary key,
  number varchar(14) not null unique,
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

-- Clause 8.2: how the company reads a clause. Notes are added, never changed.
create table policy_note (
  id char(36) not null primary key,
  version_tag varchar(16) not null,
  clause varchar(16) not null,
  author varchar(32) not null,
  noted_at timestamp(6) not null,
  text_zh_cn varchar(2000) not null,
  text_zh_tw varchar(2000) not null,
  text_en varchar(2000) not null
);
create index policy_note_clause on policy_note (version_tag, clause, noted_at);

-- Clause 7.2: when a version was discussed with the staff and published, with what proves it.
create table policy_proof (
  id char(36) not null primary key,
  version_tag varchar(16) not null,
  kind varchar(20) not null,
  happened_on date not null,
  remark varchar(500),
  recorded_by varchar(32) not null,
  recorded_at timestamp(6) not null
);
create index policy_proof_version on policy_proof (version_tag, happened_on);
create table policy_proof_file (
  proof_id char(36) not null,
  file_id char(36) not null,
  primary key (proof_id, file_id)
);

-- Which text was made known to whom, when and how. text_hash says what the text was, whatever happens to the register.
create table policy_knowledge (
  id char(36) not null primary key,
  person_id varchar(32) not null,
  version_tag varchar(16) not null,
  text_hash varchar(64) not null,
  made_known_on date not null,
  how varchar(20) not null,
  recorded_by varchar(32) not null,
  recorded_at timestamp(6) not null,
  unique (person_id, version_tag, how, text_hash)
);
create index policy_knowledge_version on policy_knowledge (version_tag, person_id);
