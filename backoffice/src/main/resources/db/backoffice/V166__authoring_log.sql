-- Who did what to which procedure; rows are only added.
create table authoring_log (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    procedure_id text not null,
    version int not null,
    staff text not null,
    staff_name text not null,
    office text not null,
    what text not null check (what in ('published', 'restored')),
    detail text not null default ''
);

create index authoring_log_procedure on authoring_log (procedure_id, at desc);
create index definition_file_staff on definition_file (staff, uploaded_at desc);

-- The old version whose content a waiting file is; 0 for one that was sent in.
alter table definition_file add column restores int not null default 0;
