-- The step of a trace in which a mail was put in (W3C Trace Context), so that its sending is part of it; says nothing of the mail.
alter table mail_outbox add column traceparent text;
