-- What applicants were last told of how long a procedure takes; only what differs from it is sent again.
create table announced_figures (
    procedure_id text primary key,
    figures text not null,
    announced_at timestamptz not null
);

alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check check (kind in ('publish', 'document', 'update', 'figures'));
