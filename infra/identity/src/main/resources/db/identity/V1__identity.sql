-- Who may stand at which counter. Residents log in with their mail address, staff with their staff id; both
-- are kept in the form they are compared in (see LoginName).
create table account (
    id                     uuid primary key default uuidv7(),
    realm                  text        not null check (realm in ('resident', 'staff')),
    login                  text        not null check (login <> ''),
    email                  text        not null,
    name                   text        not null,
    password_hash          text,
    credentials_changed_at timestamptz not null,
    office                 text,
    office_name            text,
    roles                  text[]      not null default '{}'
        check (roles <@ array ['clerk', 'approver', 'designer', 'reform', 'auditor', 'admin']),
    disabled_at            timestamptz,
    created_at             timestamptz not null,
    unique (realm, login),
    check ((realm = 'staff') = (office is not null and office_name is not null)),
    check (realm = 'staff' or roles = '{}')
);

-- A registration waits here until its mail is confirmed, so nobody can occupy an address that is not theirs.
create table registration (
    id            uuid primary key default uuidv7(),
    token_hash    bytea       not null unique,
    login         text        not null,
    email         text        not null,
    name          text        not null,
    password_hash text        not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index registration_expires_at on registration (expires_at);

create table password_reset (
    id         uuid primary key default uuidv7(),
    token_hash bytea       not null unique,
    account_id uuid        not null references account (id) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_reset_expires_at on password_reset (expires_at);
create index password_reset_account on password_reset (account_id);

-- Tries that went wrong, by what was tried (an account, a client address, a mailbox). Keys are hashes: the table
-- says nothing about who exists.
create table attempt (
    kind         text        not null,
    key_hash     bytea       not null,
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null,
    primary key (kind, key_hash)
);
create index attempt_last_at on attempt (last_at);

-- The private half is sealed with AES-GCM under madoguchi.identity.key-encryption-key.
create table signing_key (
    kid            text primary key,
    public_jwk     text        not null,
    sealed_private bytea       not null,
    created_at     timestamptz not null,
    retired_at     timestamptz
);
create unique index signing_key_one_active on signing_key ((true)) where retired_at is null;

-- Mail that must leave. Address and text are sealed (the text holds links that open an account) and the row goes
-- when the mail has been handed to the server.
create table outgoing_mail (
    id          uuid primary key default uuidv7(),
    sealed      bytea       not null,
    created_at  timestamptz not null,
    next_try_at timestamptz not null,
    tries       integer     not null default 0
);
create index outgoing_mail_next_try_at on outgoing_mail (next_try_at);
