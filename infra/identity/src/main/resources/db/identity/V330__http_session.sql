-- Sessions whose attributes are versioned JSON (Spring Session's columns). Beside spring_session, which held serialised objects and which
-- nodes of the release before go on using until they are gone: neither meets a row of the other. Nobody writes spring_session after
-- that; a later release drops it.
create table http_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index http_session_expiry_time on http_session (expiry_time);
create index http_session_principal_name on http_session (principal_name);

create table http_session_attributes (
    session_primary_id char(36)     not null references http_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
