-- The seals of what came in stand in the events of the case. The salt keeps a seal from telling a short text to who tries all of them;
-- without one: it came before there were seals.
alter table case_answers add column salt text check (salt ~ '^[0-9a-f]{32}$');
alter table case_attachment add column salt text check (salt ~ '^[0-9a-f]{32}$');

create function is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger case_answers_append_only before update or delete or truncate on case_answers
    for each statement execute function is_append_only();
create trigger case_attachment_append_only before update or delete or truncate on case_attachment
    for each statement execute function is_append_only();
create trigger case_document_append_only before update or delete or truncate on case_document
    for each statement execute function is_append_only();

-- Read by afterMigrate__rights.sql.
comment on table case_event is 'append-only';
comment on table case_answers is 'append-only';
comment on table case_attachment is 'append-only';
comment on table case_document is 'append-only';
comment on table case_access is 'append-only';

-- Whether the record of each case was found whole, and when.
create table record_check (
    case_id uuid primary key references case_file (id),
    checked_at timestamptz not null default 'epoch',
    events int not null default 0,
    -- what is wrong with the events, or with the rows they seal; empty where nothing is
    trouble text not null default '',
    -- what is wrong with the files in the object store; stays until the files of the case were read again
    file_trouble text not null default '',
    -- it arrived before there were seals
    unsealed boolean not null default false
);

create index record_check_due on record_check (checked_at);
create index record_check_broken on record_check (case_id) where trouble <> '' or file_trouble <> '';
create index case_file_by_arrival on case_file (arrived_at, id);

insert into record_check (case_id) select id from case_file;
