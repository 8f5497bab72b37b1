-- Tries per guarded thing, shared by all nodes, in the shape all programs of the town have. Keys are hashes; nothing personal is readable
-- here. What was counted until now is forgotten: it would have been within hours.
drop table attempt_counter;
create table attempt (
    kind         text        not null,
    key_hash     bytea       not null,
    failures     double precision not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null,
    expires_at   timestamptz not null,          -- remembered by no policy from then on: the row can go
    primary key (kind, key_hash)
);
create index attempt_expires on attempt (expires_at);
