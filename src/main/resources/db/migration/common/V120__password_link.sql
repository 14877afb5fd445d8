-- Links for setting a password; only the hash of what is in the link is kept.
create table password_link (
  token_hash char(64) not null primary key,
  person_id varchar(32) not null,
  expires_at timestamp(6) not null
);
create index password_link_person on password_link (person_id);
