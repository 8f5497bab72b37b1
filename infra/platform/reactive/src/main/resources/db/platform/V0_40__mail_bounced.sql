-- A mail that a server took, and that came back from the next one. The address counts as not reached, as with one that was given up.
alter table mail_outbox add column bounced_at timestamptz;
create index mail_outbox_bounced on mail_outbox (recipient, bounced_at) where bounced_at is not null;
create or replace view mail_unreached as
    select recipient, min(coalesce(given_up_at, bounced_at)) as since
    from mail_outbox lost
    where (given_up_at is not null or bounced_at is not null) and not exists (
        select 1 from mail_outbox arrived
        where arrived.recipient = lost.recipient and arrived.bounced_at is null
          and arrived.sent_at > coalesce(lost.given_up_at, lost.bounced_at))
    group by recipient;
