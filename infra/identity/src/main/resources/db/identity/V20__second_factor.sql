-- How the person of a log-in proved who they are (see Factor): what tokens say of it, also after a later proof.
alter table sign_in add column factors text[] not null default '{pwd}';

-- One-time codes by an authenticator (RFC 6238). The secret is sealed with AES-GCM under
-- madoguchi.identity.key-encryption-key. last_step is the newest time step whose code was used: it and older ones are refused.
create table authenticator (
    account_id    uuid primary key references account (id) on delete cascade,
    sealed_secret bytea       not null,
    last_step     bigint      not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null
);

-- Codes for the day the other factors are lost, as HMACs under a key that is not in this database.
create table recovery_code (
    account_id uuid        not null references account (id) on delete cascade,
    code_mac   bytea       not null,
    made_at    timestamptz not null,
    used_at    timestamptz,
    primary key (account_id, code_mac)
);

-- The tables of Spring Security's WebAuthn support (its names, PostgreSQL types). The name of a user entity is the account's id.
create table user_entities (
    id           text primary key,
    name         text not null unique,
    display_name text,
    account_id   uuid generated always as (name::uuid) stored references account (id) on delete cascade
);
create index user_entities_account on user_entities (account_id);

create table user_credentials (
    credential_id                text primary key,
    user_entity_user_id          text        not null references user_entities (id) on delete cascade,
    public_key                   bytea       not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean     not null,
    authenticator_transports     text,
    public_key_credential_type   text,
    backup_state                 boolean     not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamptz,
    last_used                    timestamptz,
    label                        text        not null
);
create index user_credentials_owner on user_credentials (user_entity_user_id);

-- A second factor may be set up anew with this code and the password. An administrator who has seen the owner makes it; one
-- at a time for an account.
create table factor_reset (
    account_id uuid primary key references account (id) on delete cascade,
    code_mac   bytea       not null,
    issued_by  uuid        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index factor_reset_expires_at on factor_reset (expires_at);
