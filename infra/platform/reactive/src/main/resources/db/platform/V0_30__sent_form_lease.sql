-- A first sending is on lease to whoever works on it, by the clock of this database. The defaults are for rows of programs of the release
-- before, which renew nothing and work on a request for three minutes at most.
alter table sent_form
    add column holder      uuid        not null default gen_random_uuid(),
    add column lease_until timestamptz not null default now() + interval '4 minutes';
