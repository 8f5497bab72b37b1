-- Both queues of the back office take the shape that all queues of the town have: next_try_at is null once the work is done or given up,
-- a claim moves it behind the lease, last_error says what the last attempt met.
alter table dispatch rename column trouble to last_error;
alter table dispatch alter column next_try_at drop not null, drop column claimed_until, add column lease uuid,
    add column given_up_at timestamptz;
update dispatch set next_try_at = null where sent_at is not null;
drop index dispatch_unsent;
drop index dispatch_next;
create index dispatch_lane on dispatch (stream, position) where next_try_at is not null or given_up_at is not null;
create index dispatch_due on dispatch (next_try_at, position) where next_try_at is not null;
create index dispatch_given_up on dispatch (given_up_at) where given_up_at is not null;

alter table parked_consignment rename column reason to last_error;
alter table parked_consignment alter column last_error drop not null, alter column next_try_at drop not null,
    alter column attempts set default 0, add column lease uuid, add column given_up_at timestamptz;
