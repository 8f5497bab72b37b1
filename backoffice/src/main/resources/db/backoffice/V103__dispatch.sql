-- What has to reach the portal. Written in the transaction of the step it tells of; sent afterwards, in order per stream.
create table dispatch (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    stream text not null,
    kind text not null check (kind in ('publish', 'document', 'update')),
    body text not null,
    created_at timestamptz not null,
    attempts int not null default 0,
    next_try_at timestamptz not null,
    claimed_until timestamptz,
    sent_at timestamptz,
    trouble text
);

create index dispatch_unsent on dispatch (stream, position) where sent_at is null;
create index dispatch_next on dispatch (next_try_at) where sent_at is null;
