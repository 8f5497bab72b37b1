-- A procedure's file between its check and the word to publish it.
create table definition_file (
    id uuid primary key default uuidv7(),
    staff text not null,
    file_name text not null,
    content text not null,
    uploaded_at timestamptz not null
);
