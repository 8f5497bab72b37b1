-- The residents' portal. Sized for 2.3 million applications a year: every page read goes by primary key or by a partial
-- index that stays as small as the work still open; nothing is paged by offset.

-- Published versions never change: what an applicant was asked must stay provable (公文書).
create table procedure_version (
    procedure    text        not null,
    version      integer     not null check (version > 0),
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    definition   text        not null,
    published_at timestamptz not null,
    received_at  timestamptz not null,
    primary key (procedure, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are immutable', tg_table_name;
end $$;

create trigger procedure_version_is_immutable before update or delete on procedure_version
    for each row execute function refuse_change();

-- An application being filled in. The submission itself is frozen elsewhere, so this row may change with every page.
create table draft (
    id            uuid        primary key default uuidv7(),
    procedure     text        not null,
    version       integer     not null,
    kind          text        not null check (kind in ('new', 'correction')),
    -- For a correction: what is corrected, and the request it answers.
    submission_id uuid,
    correction_id uuid unique,
    account       uuid,
    answers       jsonb       not null default '{}',
    pending       jsonb       not null default '{}',
    -- Per page: at which revision it was last saved, and from which rendering of the page.
    page_saves    jsonb       not null default '{}',
    last_page     text,
    revision      integer     not null default 0,
    -- Proves that a posted page was shown by us to the owner of this draft; outlives the session, so nothing typed is lost.
    form_key      text        not null,
    fill          uuid        not null,
    language      text        not null,
    started_at    timestamptz not null,
    saved_at      timestamptz not null,
    expires_at    timestamptz not null,
    abandoned_at  timestamptz,
    closed_at     timestamptz,
    closed_as     text check (closed_as in ('submitted', 'ended', 'discarded')),
    foreign key (procedure, version) references procedure_version,
    check ((kind = 'correction') = (correction_id is not null)),
    check ((closed_at is null) = (closed_as is null))
);
create index draft_of_account on draft (account, saved_at desc) where closed_at is null and account is not null;
create index draft_expiring on draft (expires_at) where closed_at is null;
create index draft_idle on draft (saved_at) where closed_at is null and abandoned_at is null;
create index draft_closed on draft (closed_at) where closed_at is not null;

-- Which browser without an account may open which draft or application. Only the hash of the browser's key is known here.
create table visitor_grant (
    key_hash   text        not null,
    subject    uuid        not null,
    expires_at timestamptz not null,
    primary key (key_hash, subject)
);
create index visitor_grant_subject on visitor_grant (subject);
create index visitor_grant_expiring on visitor_grant (expires_at);

create table mailed_link (
    token_hash text        primary key,
    purpose    text        not null check (purpose in ('resume', 'track', 'correct')),
    subject    uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index mailed_link_subject on mailed_link (subject);
create index mailed_link_expiring on mailed_link (expires_at);

-- A file in the object store. The row is written before the first byte, so that no object is ever without one.
create table attachment (
    id            uuid        primary key,
    draft_id      uuid        not null,
    submission_id uuid,
    field         text        not null,
    name          text        not null,
    media_type    text,
    bytes         bigint,
    sha256        text,
    begun_at      timestamptz not null,
    attached_at   timestamptz,
    detached_at   timestamptz
);
create index attachment_of_draft on attachment (draft_id);
create index attachment_of_submission on attachment (submission_id) where submission_id is not null;
create index attachment_loose on attachment (begun_at) where attached_at is null;
create index attachment_detached on attachment (detached_at) where detached_at is not null and submission_id is null;

create table submission (
    id              uuid        primary key default uuidv7(),
    draft_id        uuid        not null unique,
    receipt_number  text        not null unique check (receipt_number ~ '^[1-9][0-9]{13}$'),
    procedure       text        not null,
    version         integer     not null,
    content_hash    text        not null,
    language        text        not null,
    account         uuid,
    mail            text,
    notice_consent  boolean     not null,
    secret_hash     text,
    arrived_at      timestamptz not null,
    -- Where it stands, as last told by the back office.
    sequence        bigint      not null default 0,
    stage           text        not null default 'ARRIVED',
    stage_at        timestamptz not null,
    office          text,
    expected_by     date,
    outcome         text,
    withdrawn_at    timestamptz,
    foreign key (procedure, version) references procedure_version
);
create index submission_of_account on submission (account, arrived_at desc, id) where account is not null;

-- Answers as handed in: 1 is the application, each further one a correction. Never changed.
create table submission_revision (
    submission_id uuid        not null references submission,
    revision      integer     not null check (revision > 0),
    correction_id uuid unique,
    at            timestamptz not null,
    answers       jsonb       not null,
    attachments   jsonb       not null,
    primary key (submission_id, revision)
);
create trigger submission_revision_is_immutable before update or delete on submission_revision
    for each row execute function refuse_change();

-- What waits for the back office. Acknowledged one by one: a cursor would skip rows that commit out of order.
create table consignment (
    id              uuid        primary key default uuidv7(),
    submission_id   uuid        not null references submission,
    kind            text        not null check (kind in ('submitted', 'corrected', 'withdrawn', 'message')),
    revision        integer,
    words           text,
    at              timestamptz not null,
    acknowledged_at timestamptz
);
create index consignment_waiting on consignment (id) where acknowledged_at is null;
create index consignment_of_submission on consignment (submission_id);

create table fill_event (
    id              uuid        primary key default uuidv7(),
    fill            uuid        not null,
    at              timestamptz not null,
    type            text        not null,
    procedure       text        not null,
    version         integer     not null,
    page            text,
    questions       text[]      not null default '{}',
    active_millis   integer,
    measured        boolean     not null,
    device          text        not null,
    language        text        not null,
    acknowledged_at timestamptz
);
create index fill_event_waiting on fill_event (id) where acknowledged_at is null;
create index fill_event_done on fill_event (acknowledged_at) where acknowledged_at is not null;

create table application_update (
    id            uuid        primary key,
    submission_id uuid        not null references submission,
    sequence      bigint      not null,
    at            timestamptz not null,
    received_at   timestamptz not null,
    stage         text        not null,
    content       jsonb       not null
);
create index application_update_of_submission on application_update (submission_id, sequence);

create table correction_request (
    id            uuid        primary key,
    submission_id uuid        not null references submission,
    reason        text        not null,
    fields        text[]      not null,
    answer_by     date        not null,
    asked_at      timestamptz not null,
    answered_at   timestamptz,
    closed_at     timestamptz
);
create index correction_request_of_submission on correction_request (submission_id, asked_at);

create table message (
    id            uuid        primary key default uuidv7(),
    submission_id uuid        not null references submission,
    from_city     boolean     not null,
    at            timestamptz not null,
    text          text        not null
);
create index message_of_submission on message (submission_id, at);

-- A document for the applicant. Arrival of an electronic notice is its recording in the addressee's file (デジタル手続法 7条3項).
create table document (
    id            uuid        primary key,
    submission_id uuid        not null references submission,
    name          text        not null,
    bytes         bigint      not null,
    sha256        text        not null,
    stored_at     timestamptz not null,
    available_at  timestamptz
);
create index document_of_submission on document (submission_id, stored_at);

create table document_access (
    document_id uuid        not null references document,
    at          timestamptz not null,
    what        text        not null check (what in ('viewed', 'downloaded'))
);
create index document_access_of_document on document_access (document_id, at);
