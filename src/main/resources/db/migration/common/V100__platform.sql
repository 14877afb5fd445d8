-- Business numbers: one counter row per prefix and year, raised in a short transaction of its own.
create table number_counter (
  prefix char(2) not null,
  year_of int not null,
  last_number bigint not null,
  primary key (prefix, year_of)
);

-- Accepted submissions: the same person's same key is answered from here, never carried out twice.
create table submission (
  person_id varchar(32) not null,
  submission_key varchar(64) not null,
  body_hash char(64) not null,
  answer longtext,
  accepted_at timestamp(6) not null,
  primary key (person_id, submission_key)
);
create index submission_accepted_at on submission (accepted_at);

-- Open human steps, kept by the engine's built-in task listeners. next_look_at is when the reminders look at the step again;
-- null: never. What is new or was changed is looked at at once.
create table work_item (
  task_id varchar(64) not null primary key,
  definition varchar(64) not null,
  instance varchar(64) not null,
  element varchar(100) not null,
  matter varchar(14) not null,
  item varchar(64),
  subject varchar(200) not null,
  assignee varchar(32),
  created_at timestamp(6) not null,
  due_at timestamp(6),
  half_reminded_at timestamp(6),
  late_reminded_at timestamp(6),
  escalated_at timestamp(6),
  next_look_at timestamp(6) null default '2000-01-01 00:00:00'
);
create index work_item_matter on work_item (matter);
create index work_item_assignee_due on work_item (assignee, due_at, created_at);
create index work_item_due on work_item (due_at);
create index work_item_next_look on work_item (next_look_at);

create table work_item_group (
  task_id varchar(64) not null,
  group_id varchar(64) not null,
  primary key (task_id, group_id)
);
create index work_item_group_group on work_item_group (group_id, task_id);

-- Persons with a conflict: they see, claim and complete none of these, by no path.
create table work_item_exclusion (
  task_id varchar(64) not null,
  person_id varchar(32) not null,
  primary key (task_id, person_id)
);

create table calendar_year (
  year_of int not null primary key,
  source varchar(200) not null,
  entered_at timestamp(6) not null
);
create table calendar_exception (
  day_of date not null primary key,
  working boolean not null
);

create table stored_file (
  id char(36) not null primary key,
  name varchar(255) not null,
  type varchar(100) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  uploader varchar(32) not null,
  received_at timestamp(6) not null,
  matter varchar(14)
);
create index stored_file_matter on stored_file (matter, received_at);
create index stored_file_uploader on stored_file (uploader, matter);
create table stored_file_content (
  file_id char(36) not null primary key,
  content longblob not null
);

-- Failed sign-ins, by account and by source, so that nobody can lock somebody else out.
create table sign_in_failure (
  id char(36) not null primary key,
  account varchar(64) not null,
  source varchar(64) not null,
  failed_at timestamp(6) not null
);
create index sign_in_failure_pair on sign_in_failure (account, source, failed_at);
create index sign_in_failure_source on sign_in_failure (source, failed_at);
create index sign_in_failure_at on sign_in_failure (failed_at);

-- Table shapes of Spring Session and db-scheduler, as their documentation gives them.
create table SPRING_SESSION (
  PRIMARY_ID char(36) not null,
  SESSION_ID char(36) not null,
  CREATION_TIME bigint not null,
  LAST_ACCESS_TIME bigint not null,
  MAX_INACTIVE_INTERVAL int not null,
  EXPIRY_TIME bigint not null,
  PRINCIPAL_NAME varchar(100),
  constraint SPRING_SESSION_PK primary key (PRIMARY_ID)
);
create unique index SPRING_SESSION_IX1 on SPRING_SESSION (SESSION_ID);
create index SPRING_SESSION_IX2 on SPRING_SESSION (EXPIRY_TIME);
create index SPRING_SESSION_IX3 on SPRING_SESSION (PRINCIPAL_NAME);
create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID char(36) not null,
  ATTRIBUTE_NAME varchar(200) not null,
  ATTRIBUTE_BYTES longblob not null,
  constraint SPRING_SESSION_ATTRIBUTES_PK primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID)
    references SPRING_SESSION (PRIMARY_ID) on delete cascade
);

create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data longblob,
  execution_time timestamp(6) not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) null,
  last_failure timestamp(6) null,
  consecutive_failures int,
  last_heartbeat timestamp(6) null,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority, execution_time);
