-- Where a case stands now: the sum of its events, kept for the queues.
create table case_file (
    id uuid primary key,
    application_id uuid not null unique,
    receipt_number text not null unique,
    procedure_id text not null,
    procedure_version int not null,
    procedure_title text not null,
    channel text not null check (channel in ('online', 'counter', 'paper')),
    office text not null references office (code),
    state text not null check (state in ('arrived', 'in_examination', 'awaiting_correction', 'awaiting_approval',
        'approved', 'refused', 'dismissed', 'issued', 'recorded', 'withdrawn')),
    version int not null,
    applicant text not null,
    -- normalised for searching; the name itself stays exactly as typed
    search_key text not null,
    mail text,
    language text not null,
    electronic_notice boolean not null,
    arrived_at timestamptz not null,
    due_on date,
    -- the order of the due lists; a case whose clock stands comes last
    due_order date generated always as (coalesce(due_on, date '9999-12-31')) stored,
    holder text,
    holder_name text,
    lease_until timestamptz,
    responsible text,
    correction_id uuid,
    correction_until date,
    corrected boolean not null default false,
    closed_at timestamptz,
    last_hash text not null,
    foreign key (procedure_id, procedure_version) references procedure_version (procedure_id, version),
    check ((holder is null) = (lease_until is null)),
    check ((correction_id is not null) = (state = 'awaiting_correction'))
);

create index case_file_open_by_due on case_file (office, due_order, id) where closed_at is null;
create index case_file_open_by_arrival on case_file (office, arrived_at, id) where closed_at is null;
create index case_file_closed on case_file (office, closed_at desc, id) where closed_at is not null;
create index case_file_holder on case_file (holder) where holder is not null;
create index case_file_responsible on case_file (responsible) where closed_at is null;
create index case_file_lease on case_file (lease_until) where lease_until is not null;

-- Everything that ever happened to a case. `body` holds the exact bytes that were hashed; `data` is the same for queries.
create table case_event (
    case_id uuid not null references case_file (id),
    sequence int not null check (sequence > 0),
    type text not null,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('staff', 'applicant', 'system')),
    actor_id text not null,
    body text not null,
    data jsonb generated always as (body::jsonb) stored,
    previous_hash text not null,
    hash text not null,
    primary key (case_id, sequence)
);

create function case_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'case_event is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger case_event_append_only before update or delete or truncate on case_event
    for each statement execute function case_event_is_append_only();

-- Each document of answers that arrived: revision 1 with the application, then one per correction. Never overwritten.
create table case_answers (
    case_id uuid not null references case_file (id),
    revision int not null check (revision > 0),
    received_at timestamptz not null,
    answers text not null,
    primary key (case_id, revision)
);

create table case_attachment (
    id uuid primary key,
    case_id uuid not null references case_file (id),
    revision int not null,
    question text not null,
    name text not null,
    bytes bigint not null check (bytes >= 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    store_key text not null,
    foreign key (case_id, revision) references case_answers (case_id, revision)
);

create index case_attachment_case on case_attachment (case_id);

-- Documents the city made in a case (notices); the bytes stand in the object store.
create table case_document (
    id uuid primary key,
    case_id uuid not null references case_file (id),
    number text not null unique,
    name text not null,
    bytes bigint not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    store_key text not null,
    made_at timestamptz not null
);

create index case_document_case on case_document (case_id);

-- Numbers of notices: one run per office and fiscal year, without gaps because it is counted in the transaction that uses it.
create table notice_number (
    office text not null references office (code),
    fiscal_year int not null,
    last int not null,
    primary key (office, fiscal_year)
);

-- What a clerk was typing: kept so that a lock, a lost session or a closed window loses nothing.
create table work_draft (
    staff text not null,
    case_id uuid not null references case_file (id),
    form text not null,
    fields text not null,
    saved_at timestamptz not null,
    primary key (staff, case_id, form)
);
