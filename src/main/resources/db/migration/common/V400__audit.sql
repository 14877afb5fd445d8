-- The audit log: docs/audit-format.md says what is hashed and how. Entries and seals are only ever added.
create table audit_chain (
  chain varchar(100) not null primary key,
  entries bigint not null,
  head char(64) not null,
  sealed boolean not null
);
create index audit_chain_unsealed on audit_chain (sealed, chain);

create table audit_entry (
  chain varchar(100) not null,
  seq bigint not null,
  at_millis bigint not null,
  actor varchar(32) not null,
  name varchar(100) not null,
  facts longtext not null,
  previous_hash char(64) not null,
  hash char(64) not null,
  primary key (chain, seq)
);
create index audit_entry_at on audit_entry (at_millis, chain, seq);
create index audit_entry_actor on audit_entry (actor, at_millis, chain, seq);
create index audit_entry_name on audit_entry (name, at_millis, chain, seq);

create table audit_seal (
  seq bigint not null primary key,
  at_millis bigint not null,
  chains int not null,
  digest char(64) not null,
  previous_seal char(64) not null,
  key_id char(16) not null,
  seal char(64) not null
);

-- What a seal's digest covers: how long each chain was, and its last hash.
create table audit_seal_head (
  seal_seq bigint not null,
  chain varchar(100) not null,
  entries bigint not null,
  head char(64) not null,
  primary key (seal_seq, chain)
);

create table audit_verification (
  id char(36) not null primary key,
  requested_by varchar(32) not null,
  requested_at timestamp(6) not null,
  finished_at timestamp(6),
  state varchar(16) not null,
  steps_done bigint not null,
  steps_total bigint not null,
  chains bigint not null,
  entries bigint not null,
  seals bigint not null,
  kind varchar(32),
  broken_chain varchar(100),
  broken_seq bigint,
  expected varchar(200),
  found varchar(200)
);
create index audit_verification_requested on audit_verification (requested_at);
