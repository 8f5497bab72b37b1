-- Whom mail does not reach: a mail to the address was given up, and none has arrived since.
create index mail_outbox_given_up on mail_outbox (recipient, given_up_at) where given_up_at is not null;
create index mail_outbox_arrived on mail_outbox (recipient, sent_at) where sent_at is not null;
create view mail_unreached as
    select recipient, min(given_up_at) as since
    from mail_outbox lost
    where given_up_at is not null and not exists (
        select 1 from mail_outbox arrived where arrived.recipient = lost.recipient and arrived.sent_at > lost.given_up_at)
    group by recipient;
