-- How many seals of the file were held against the table; none: a cut tail would not be found.
alter table audit_verification add column on_file bigint default 0 not null;
