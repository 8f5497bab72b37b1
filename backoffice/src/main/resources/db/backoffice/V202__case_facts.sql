-- What working a case cost, from its events, written in the transaction of each step. No foreign key to the case: facts outlive its deletion, and then the id leads
-- nowhere.
create table case_fact (
    case_id uuid primary key,
    procedure_id text not null,
    version int not null,
    channel text not null,
    office text not null,
    arrived_at timestamptz not null,
    arrived_on date generated always as ((arrived_at at time zone 'Asia/Tokyo')::date) stored,
    closed_at timestamptz,
    closed_on date generated always as ((closed_at at time zone 'Asia/Tokyo')::date) stored,
    outcome text check (outcome in ('approved', 'refused', 'dismissed', 'recorded', 'withdrawn')),
    phase text not null,
    -- seconds of office hours
    queue_s bigint not null,
    hands_on_s bigint not null,
    applicant_s bigint not null,
    approval_s bigint not null,
    delivery_s bigint not null,
    -- all of the above but the applicant's
    office_s bigint generated always as (queue_s + hands_on_s + approval_s + delivery_s) stored,
    business_days int not null,
    calendar_days int not null,
    corrections int not null,
    hand_offs int not null,
    events int not null,
    sample boolean not null,
    check ((closed_at is null) = (outcome is null))
);

create index case_fact_closed on case_fact (procedure_id, closed_on);
create index case_fact_arrived on case_fact (procedure_id, arrived_on);
create index case_fact_latest on case_fact (closed_at desc) where closed_at is not null;
