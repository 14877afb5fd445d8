create table org_unit (
  code varchar(32) not null primary key,
  name_zh_cn varchar(100) not null,
  name_zh_tw varchar(100) not null,
  name_en varchar(100) not null,
  parent varchar(32),
  lead_id varchar(32),
  version bigint not null
);
create index org_unit_parent on org_unit (parent);

-- search_text holds what the register's search field looks through, folded; units are matched by code.
create table person (
  id varchar(32) not null primary key,
  login varchar(64) not null,
  family_name varchar(100) not null,
  given_name varchar(100) not null,
  mail varchar(254) not null,
  staff_type varchar(16) not null,
  unit varchar(32) not null,
  manager varchar(32),
  title varchar(100) not null,
  language varchar(8) not null,
  active_from date not null,
  active_until date,
  enrolled boolean not null,
  password_hash varchar(200),
  password_changed_at timestamp(6),
  search_text varchar(700) not null,
  version bigint not null,
  constraint person_unit foreign key (unit) references org_unit (code)
);
create unique index person_login on person (login);
create index person_unit_id on person (unit, id);
create index person_manager on person (manager);
create index person_enrolled_from on person (enrolled, active_from);
create index person_enrolled_until on person (enrolled, active_until);

create table person_role (
  person_id varchar(32) not null,
  role varchar(32) not null,
  primary key (person_id, role),
  constraint person_role_person foreign key (person_id) references person (id)
);
create index person_role_role on person_role (role, person_id);

create table absence (
  id char(36) not null primary key,
  person_id varchar(32) not null,
  from_day date not null,
  until_day date not null,
  deputy varchar(32) not null,
  recorded_by varchar(32) not null,
  recorded_at timestamp(6) not null,
  cancelled_at timestamp(6),
  handed_over_at timestamp(6),
  version bigint not null,
  constraint absence_person foreign key (person_id) references person (id)
);
create index absence_person_until on absence (person_id, until_day);
create index absence_due on absence (handed_over_at, cancelled_at, from_day);
