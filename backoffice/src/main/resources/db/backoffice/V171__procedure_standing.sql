-- Whether a procedure is taken online at present. Every decision counts up, so that nobody decides over what they did not see.
create table procedure_standing (
    procedure_id text primary key,
    state text not null check (state in ('OPEN', 'PAUSED', 'WITHDRAWN')),
    reason text not null default '',
    reason_en text not null default '',
    until date,
    finish_by date,
    decided_at timestamptz not null,
    decided_by text not null,
    revision int not null check (revision > 0)
);

alter table authoring_log drop constraint authoring_log_what_check;
alter table authoring_log add constraint authoring_log_what_check
    check (what in ('published', 'restored', 'paused', 'withdrawn', 'open'));
comment on table authoring_log is 'append-only: who did what to which procedure';
