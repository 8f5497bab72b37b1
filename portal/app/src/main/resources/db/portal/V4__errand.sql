-- An errand (依頼): somebody without an account is asked by a link to fill in a part of an application. Only the hash of the
-- link's secret is known here. What the other person types is a draft of its own that the link leads to.
create table errand (
    id           uuid        primary key default uuidv7(),
    draft_id     uuid        not null references draft,
    field        text        not null,
    procedure    text        not null,
    -- The name of who asks, all that the other person learns of the application.
    asker        text        not null,
    token_hash   text        not null unique,
    mailed_to    text,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    opened_at    timestamptz,
    completed_at timestamptz,
    completed_by text,
    paper        uuid,
    withdrawn_at timestamptz
);
create unique index errand_waiting on errand (draft_id, field) where completed_at is null and withdrawn_at is null;
create index errand_of_draft on errand (draft_id, asked_at desc);

alter table draft add column errand_id uuid references errand;
create unique index draft_of_errand on draft (errand_id) where errand_id is not null;
