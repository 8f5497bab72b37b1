-- Web sessions of this app. Included by each app that keeps sessions: spring.flyway.locations gains classpath:db/platform.
-- Numbers below V1 belong to the platform, V1 and above to the app.
create table http_session (
    id_hash          text        primary key,   -- SHA-256 of the session id: reading the table opens no session
    principal        text,                      -- who is signed in, for sign-out everywhere
    attributes       bytea       not null,
    version          bigint      not null default 1,
    created_at       timestamptz not null,
    accessed_at      timestamptz not null,
    idle_seconds     bigint      not null,
    expires_at       timestamptz not null
);
create index http_session_expires on http_session (expires_at);
create index http_session_principal on http_session (principal) where principal is not null;
