-- The inbox. Codes only: words, names and subjects are read when a message is shown.
create table notification_message (
  id char(36) not null primary key,
  person varchar(32) not null,
  kind varchar(16) not null,
  matter varchar(14),
  message_key varchar(120) not null,
  arguments varchar(2000) not null,
  dedup_key varchar(150) not null,
  created_at timestamp(6) not null,
  read_at timestamp(6)
);
create unique index notification_message_once on notification_message (person, dedup_key);
create index notification_message_newest on notification_message (person, created_at, id);
create index notification_message_unread on notification_message (person, read_at, created_at, id);
