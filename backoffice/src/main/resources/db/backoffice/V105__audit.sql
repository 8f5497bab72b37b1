-- Who looked at which case, and how (個人情報保護法66条: security control).
create table case_access (
    id uuid primary key default uuidv7(),
    case_id uuid not null references case_file (id),
    at timestamptz not null,
    staff text not null,
    staff_name text not null,
    office text not null,
    what text not null
);

create index case_access_case on case_access (case_id, at desc);
create index case_access_staff on case_access (staff, at desc);

create function case_access_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'case_access is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger case_access_append_only before update or delete or truncate on case_access
    for each statement execute function case_access_is_append_only();
