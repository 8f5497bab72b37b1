-- What the dashboards read: per month and procedure, counts and mergeable histograms (HdrHistogram, V2 encoding).
-- Rebuilt from the facts whenever one of them changes.
create table fill_rollup (
    month date not null check (extract(day from month) = 1),
    procedure_id text not null,
    version int not null,
    device text not null,
    sample boolean not null,
    started bigint not null,
    submitted bigint not null,
    ended_elsewhere bigint not null,
    abandoned bigint not null,
    estimated bigint not null,
    -- milliseconds of submitted fills
    active bytea not null,
    elapsed bytea not null,
    primary key (month, procedure_id, version, device, sample)
);

-- Per page of the runs started in the month.
create table fill_page_rollup (
    month date not null check (extract(day from month) = 1),
    procedure_id text not null,
    version int not null,
    page text not null,
    sample boolean not null,
    shown bigint not null,
    saved bigint not null,
    failed bigint not null,
    -- abandoned runs that saw this page last
    left_here bigint not null,
    -- milliseconds, of runs that saved the page
    active bytea not null,
    primary key (month, procedure_id, version, page, sample)
);

-- In how many of the runs started in the month a question was answered wrongly at least once.
create table fill_question_rollup (
    month date not null check (extract(day from month) = 1),
    procedure_id text not null,
    version int not null,
    question text not null,
    sample boolean not null,
    failed bigint not null,
    primary key (month, procedure_id, version, question, sample)
);

create table case_rollup (
    month date not null check (extract(day from month) = 1),
    procedure_id text not null,
    version int not null,
    office text not null,
    channel text not null,
    sample boolean not null,
    -- of the cases that arrived in the month
    arrived bigint not null,
    -- of the cases that were closed in the month; timings in seconds of office hours
    closed bigint not null,
    corrected bigint not null,
    hand_offs bigint not null,
    queue bytea not null,
    hands_on bytea not null,
    applicant bytea not null,
    approval bytea not null,
    processing bytea not null,
    primary key (month, procedure_id, version, office, channel, sample)
);

create table rollup_due (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('fill', 'case')),
    month date not null,
    procedure_id text not null,
    sample boolean not null
);

create function fill_fact_changed() returns trigger language plpgsql as $$
begin
    insert into rollup_due (kind, month, procedure_id, sample)
    select distinct 'fill', date_trunc('month', started_on)::date, procedure_id, sample
    from touched where started_on is not null;
    return null;
end
$$;

create trigger fill_fact_added after insert on fill_fact
    referencing new table as touched for each statement execute function fill_fact_changed();
create trigger fill_fact_changed_to after update on fill_fact
    referencing new table as touched for each statement execute function fill_fact_changed();
create trigger fill_fact_changed_from after update on fill_fact
    referencing old table as touched for each statement execute function fill_fact_changed();

create function case_fact_changed() returns trigger language plpgsql as $$
begin
    insert into rollup_due (kind, month, procedure_id, sample)
    select 'case', date_trunc('month', arrived_on)::date, procedure_id, sample from touched
    union
    select 'case', date_trunc('month', closed_on)::date, procedure_id, sample from touched where closed_on is not null;
    return null;
end
$$;

create trigger case_fact_added after insert on case_fact
    referencing new table as touched for each statement execute function case_fact_changed();
create trigger case_fact_changed_to after update on case_fact
    referencing new table as touched for each statement execute function case_fact_changed();
create trigger case_fact_changed_from after update on case_fact
    referencing old table as touched for each statement execute function case_fact_changed();
