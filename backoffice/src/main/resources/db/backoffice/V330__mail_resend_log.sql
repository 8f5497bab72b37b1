-- Who had mails of the portal sent once more, which and why: written before the portal is asked.
create table mail_resend_log (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    staff text not null,
    staff_name text not null,
    reason text not null,
    chosen text not null
);

create index mail_resend_log_at on mail_resend_log (at desc);
comment on table mail_resend_log is 'append-only: who had lost mails sent once more';

-- How many went, once the portal has answered.
create table mail_resend_result (
    resend uuid primary key references mail_resend_log (id),
    mails bigint not null
);
comment on table mail_resend_result is 'append-only: what came of it';
