-- Every kind of procedure the city has, on this platform or not: the denominator of the coverage rate.
create table procedure_inventory (
    code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,31}$'),
    title text not null check (length(title) between 1 and 200),
    bureau text not null check (length(bureau) between 1 and 50),
    law_rank text not null check (law_rank in ('law', 'ordinance', 'guideline')),
    eligible boolean not null,
    way text not null check (way in ('online', 'online_and_visit', 'post', 'counter')),
    way_since date,
    planned_online date,
    needs_signature boolean not null,
    needs_original boolean not null,
    needs_face_to_face boolean not null,
    needs_fee boolean not null,
    -- fiscal year (April to March) of the counts; frozen once reported
    base_year int not null check (base_year between 2000 and 2100),
    base_online int not null check (base_online >= 0),
    base_counter int not null check (base_counter >= 0),
    base_post int not null check (base_post >= 0),
    base_other int not null check (base_other >= 0),
    -- {"nada": 123, ...}; empty where the wards are not told apart
    base_by_ward jsonb not null default '{}' check (jsonb_typeof(base_by_ward) = 'object'),
    procedure_id text,
    sample boolean not null,
    revision int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null
);

create index procedure_inventory_procedure on procedure_inventory (procedure_id) where procedure_id is not null;

-- A file between its preview and the word to take it.
create table inventory_import (
    id uuid primary key default uuidv7(),
    staff text not null,
    file_name text not null,
    content text not null,
    uploaded_at timestamptz not null
);
