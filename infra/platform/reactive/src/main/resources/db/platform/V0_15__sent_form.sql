-- Forms that were sent: the first sending claims its row, every other one of the same gets its answer.
create table sent_form (
    key_hash     text        primary key,   -- SHA-256 of sender, address, the form's own key and what was typed
    claimed_at   timestamptz not null,
    status       int,                       -- of the first answer; null while it is under way
    location     text,                      -- where the first answer leads
    expires_at   timestamptz not null,
    check ((status is null) = (location is null))
);
create index sent_form_expires on sent_form (expires_at);
