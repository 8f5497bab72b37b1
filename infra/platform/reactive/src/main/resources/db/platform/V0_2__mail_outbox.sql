-- Mail to be sent, written in the same transaction as the step it tells of.
create table mail_outbox (
    id           uuid        primary key default uuidv7(),
    recipient    text        not null,
    subject      text        not null,
    body         text        not null,
    dedup_key    text        unique,            -- the same step never mails twice
    created_at   timestamptz not null,
    next_try_at  timestamptz,                   -- null once sent or given up
    attempts     int         not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    last_error   text
);
create index mail_outbox_due on mail_outbox (next_try_at) where next_try_at is not null;
