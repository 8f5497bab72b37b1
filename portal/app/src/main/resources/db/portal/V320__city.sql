-- The city as the back office told it last.
create table city (
    single boolean primary key default true check (single),
    revision int not null check (revision > 0),
    content text not null,
    taken_at timestamptz not null
);
