-- Requests to speak for the company, clause 3.1.d.
create table speaking_request (
  id char(36) not null primary key,
  number varchar(14) not null,
  lock_version bigint not null,
  status varchar(20) not null,
  policy_version varchar(20) not null,
  requester varchar(32) not null,
  speaker varchar(32) not null,
  channel varchar(20) not null,
  account varchar(40),
  occasion varchar(200),
  title varchar(120) not null,
  speaking_as varchar(30) not null,
  content_classes varchar(300) not null,
  audience varchar(20) not null,
  purpose varchar(500) not null,
  window_from timestamp(6) not null,
  window_until timestamp(6) not null,
  urgent boolean not null,
  urgent_reason varchar(500),
  risk varchar(10) not null,
  submitted_at timestamp(6) not null,
  closed_at timestamp(6),
  closing_reason varchar(2000),
  nudged_on date
);
create unique index speaking_request_number on speaking_request (number);
create index speaking_request_requester on speaking_request (requester, submitted_at);
create index speaking_request_speaker on speaking_request (speaker, submitted_at);
create index speaking_request_status on speaking_request (status, submitted_at);

create table speaking_text_version (
  id char(36) not null primary key,
  request_id char(36) not null,
  version_number int not null,
  text longtext not null,
  sha256 varchar(64) not null,
  digest varchar(64) not null,
  attachments varchar(400) not null,
  note varchar(500),
  written_by varchar(32) not null,
  written_at timestamp(6) not null,
  constraint speaking_text_version_request foreign key (request_id) references speaking_request (id)
);
create unique index speaking_text_version_number on speaking_text_version (request_id, version_number);

create table speaking_review (
  id char(36) not null primary key,
  request_id char(36) not null,
  reviewer varchar(30) not null,
  added_by varchar(32),
  added_because varchar(500),
  round int not null,
  version_number int not null,
  status varchar(20) not null,
  assignee varchar(32),
  opened_at timestamp(6) not null,
  due_at timestamp(6) not null,
  remaining_millis bigint,
  decided_by varchar(32),
  decided_at timestamp(6),
  reason varchar(2000),
  conditions varchar(1000),
  constraint speaking_review_request foreign key (request_id) references speaking_request (id)
);
create index speaking_review_of_request on speaking_review (request_id, opened_at);
create index speaking_review_decided_by on speaking_review (decided_by, decided_at);

create table speaking_question (
  id char(36) not null primary key,
  request_id char(36) not null,
  review_id char(36) not null,
  asked_by varchar(32) not null,
  question varchar(2000) not null,
  asked_at timestamp(6) not null,
  due_at timestamp(6) not null,
  answered_at timestamp(6),
  answer varchar(2000),
  constraint speaking_question_request foreign key (request_id) references speaking_request (id)
);
create index speaking_question_of_request on speaking_question (request_id, asked_at);

-- Why these reviewers, why this risk: the rows of the tables that matched.
create table speaking_reason (
  id char(36) not null primary key,
  request_id char(36) not null,
  version_number int not null,
  decision_table varchar(60) not null,
  rule varchar(100) not null,
  clause varchar(20) not null,
  content_class varchar(30) not null,
  outcome varchar(30) not null,
  constraint speaking_reason_request foreign key (request_id) references speaking_request (id)
);
create index speaking_reason_of_request on speaking_reason (request_id, version_number);

create table speaking_grant (
  id char(36) not null primary key,
  request_id char(36) not null,
  version_number int not null,
  sha256 varchar(64) not null,
  speaker varchar(32) not null,
  account varchar(40),
  occasion varchar(200),
  valid_from timestamp(6) not null,
  valid_until timestamp(6) not null,
  status varchar(20) not null,
  granted_at timestamp(6) not null,
  ended_at timestamp(6),
  ended_by varchar(32),
  ended_because varchar(2000),
  constraint speaking_grant_request foreign key (request_id) references speaking_request (id)
);
create unique index speaking_grant_of_request on speaking_grant (request_id);
create index speaking_grant_window on speaking_grant (valid_until, valid_from);
create index speaking_grant_speaker on speaking_grant (speaker, valid_until);
create index speaking_grant_account on speaking_grant (account, valid_until);

create table speaking_publication (
  id char(36) not null primary key,
  request_id char(36) not null,
  link varchar(500),
  published_at timestamp(6) not null,
  text longtext not null,
  sha256 varchar(64) not null,
  as_granted boolean not null,
  reported_by varchar(32) not null,
  reported_at timestamp(6) not null,
  decision varchar(20),
  decision_note varchar(2000),
  decided_by varchar(32),
  decided_at timestamp(6),
  constraint speaking_publication_request foreign key (request_id) references speaking_request (id)
);
create unique index speaking_publication_of_request on speaking_publication (request_id);

-- What the request's page tells, in order.
create table speaking_timeline (
  id char(36) not null primary key,
  request_id char(36) not null,
  entry_number int not null,
  happened_at timestamp(6) not null,
  actor varchar(32) not null,
  kind varchar(40) not null,
  reviewer varchar(30),
  version_number int not null,
  other_person varchar(32),
  note varchar(2000),
  constraint speaking_timeline_request foreign key (request_id) references speaking_request (id)
);
create unique index speaking_timeline_position on speaking_timeline (request_id, entry_number);
