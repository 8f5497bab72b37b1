-- A frozen version: the bytes that were hashed are kept as text, so that the hash can be checked for ever.
create table procedure_version (
    procedure_id text not null,
    version int not null check (version > 0),
    definition text not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null,
    published_by text not null,
    primary key (procedure_id, version)
);
