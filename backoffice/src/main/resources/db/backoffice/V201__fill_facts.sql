-- What filling in cost the residents. Nothing here tells who: no account, no address, no answer.

-- One step as the portal told it, once (the id tells repeats). The summaries below are always computed from all steps of a
-- fill, so that it does not matter in which order they arrive.
create table fill_step (
    id uuid primary key,
    fill uuid not null,
    at timestamptz not null,
    type text not null,
    procedure_id text not null,
    version int not null,
    page text,
    questions text[] not null,
    active_ms int check (active_ms between 0 and 86400000),
    measured boolean not null,
    device text not null,
    language text not null,
    channel text not null,
    sample boolean not null default false
);

create index fill_step_fill on fill_step (fill);
create index fill_step_failed on fill_step (procedure_id, at) where type = 'validation_failed';

-- One run of filling in.
create table fill_fact (
    fill uuid primary key,
    procedure_id text not null,
    version int not null,
    device text not null,
    language text not null,
    channel text not null,
    opened_at timestamptz not null,
    -- first page saved: only from then on the fill counts as started
    started_at timestamptz,
    started_on date generated always as ((started_at at time zone 'Asia/Tokyo')::date) stored,
    ended_at timestamptz,
    outcome text not null check (outcome in ('open', 'submitted', 'ended_elsewhere', 'abandoned')),
    active_ms bigint not null,
    -- false where at least one page was estimated by the server
    measured boolean not null,
    elapsed_ms bigint not null,
    failures int not null,
    suspensions int not null,
    sample boolean not null
);

create index fill_fact_procedure on fill_fact (procedure_id, started_on);
create index fill_fact_latest on fill_fact (ended_at desc) where outcome = 'submitted';

-- One page of one run.
create table fill_page_fact (
    fill uuid not null references fill_fact (fill) on delete cascade,
    page text not null,
    active_ms bigint not null,
    measured boolean not null,
    shown int not null,
    saved int not null,
    failures int not null,
    last_seen timestamptz not null,
    primary key (fill, page)
);
