-- What a resident keeps about themselves, by their own wish. Found by the account that is signed in and by nothing else.
create table profile (
    account  uuid        primary key,
    answers  jsonb       not null,
    revision integer     not null check (revision > 0),
    saved_at timestamptz not null,
    -- Last filled in somewhere; what nobody uses for two years is removed (個人情報保護法 22条).
    used_at  timestamptz not null
);
create index profile_unused on profile (used_at);

-- Which answers were filled in when the draft began, and from where; an answer leaves the list when it is changed.
alter table draft add column prefilled jsonb not null default '{}';
-- Begun from the list that follows this interview, as that follow-up.
alter table draft add column bundle_id uuid references draft;
alter table draft add column follow_up text;
alter table draft add constraint draft_follows check ((bundle_id is null) = (follow_up is null));
create index draft_of_bundle on draft (bundle_id) where bundle_id is not null;
