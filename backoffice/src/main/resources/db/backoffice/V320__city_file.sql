-- The city as its administrators keep it, each change whole; the one of the highest revision is in force.
create table city_file (
    revision int primary key check (revision > 0),
    content text not null,
    kept_at timestamptz not null,
    staff text not null,
    staff_name text not null
);
comment on table city_file is 'append-only: what the city was, and who changed it';

-- widens: dispatch_kind_check
alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
    check (kind in ('publish', 'document', 'update', 'figures', 'standing', 'city'));

-- The offices of the sample city came with migrations that every database has behind it. They go where nothing was done yet: the
-- offices come from the city's file, and those of the sample stand in the sample's.
delete from office_paper where not exists (select 1 from case_file) and not exists (select 1 from parked_consignment)
    and not exists (select 1 from procedure_version) and not exists (select 1 from office_paper_log);
delete from office where not exists (select 1 from case_file) and not exists (select 1 from parked_consignment)
    and not exists (select 1 from procedure_version) and not exists (select 1 from office_paper_log);
