-- Whether a procedure is taken online at present, as the back office decided last. Its versions stay as they are.
create table procedure_standing (
    procedure  text        primary key,
    state      text        not null check (state in ('OPEN', 'PAUSED', 'WITHDRAWN')),
    decided_at timestamptz not null,
    reason     text,
    reason_en  text,
    until      date,
    finish_by  date,
    check ((state = 'OPEN') = (reason is null))
);
