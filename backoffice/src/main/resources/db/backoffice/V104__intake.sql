-- What was taken over, so that a repeated consignment changes nothing.
create table received_consignment (
    id uuid primary key,
    application_id uuid not null,
    type text not null,
    received_at timestamptz not null
);

-- What could not be taken over yet. It is kept here whole and tried again, so that it never holds up the others.
create table parked_consignment (
    id uuid primary key,
    application_id uuid not null,
    type text not null,
    body text not null,
    arrived_at timestamptz not null,
    parked_at timestamptz not null,
    attempts int not null,
    next_try_at timestamptz not null,
    reason text not null
);

create index parked_consignment_next on parked_consignment (next_try_at);
create index parked_consignment_application on parked_consignment (application_id);
