-- Waiting mail takes the shape that all queues of the town have. What is given up stays a while, for whoever looks after it.
alter table outgoing_mail rename column tries to attempts;
alter table outgoing_mail alter column next_try_at drop not null, add column lease uuid, add column last_error text,
    add column given_up_at timestamptz;
drop index outgoing_mail_next_try_at;
create index outgoing_mail_due on outgoing_mail (next_try_at, created_at) where next_try_at is not null;
create index outgoing_mail_given_up on outgoing_mail (given_up_at) where given_up_at is not null;

-- Tries are counted in the shape that all programs of the town have.
alter table attempt alter column failures type double precision, add column expires_at timestamptz;
update attempt set expires_at = greatest(last_at + interval '1 day', locked_until);
alter table attempt alter column expires_at set not null;
drop index attempt_last_at;
create index attempt_expires on attempt (expires_at);
