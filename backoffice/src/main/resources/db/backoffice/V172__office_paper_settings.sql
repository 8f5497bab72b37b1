-- In whose name an office's papers go out, where that is not the city's usual way, and who changed the settings when.
alter table office_paper
    add column signer text,
    add column seal_omitted boolean,
    add column revision int not null default 1;

create table office_paper_log (
    id uuid primary key default uuidv7(),
    at timestamptz not null,
    office text not null references office (code),
    staff text not null,
    staff_name text not null,
    before text not null,
    after text not null
);

create index office_paper_log_office on office_paper_log (office, at desc);
comment on table office_paper_log is 'append-only: who changed how an office signs its papers';
