-- Wrong tries per guarded thing, shared by all nodes. Keys are hashes; nothing personal is readable here.
create table attempt_counter (
    key_hash     text        primary key,
    tokens       double precision not null,     -- tries left, refilled with time
    updated_at   timestamptz not null,
    expires_at   timestamptz not null           -- full again: the row can go
);
create index attempt_counter_expires on attempt_counter (expires_at);
