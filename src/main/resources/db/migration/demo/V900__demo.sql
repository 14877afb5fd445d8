-- The demo company moves in once.
create table demo_company (
  moved_in_at timestamp(6) not null primary key
);
