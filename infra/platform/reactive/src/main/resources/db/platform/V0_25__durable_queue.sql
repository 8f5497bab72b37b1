-- Names the claim of the worker that has the row: what is reported under an older one changes nothing.
alter table mail_outbox add column lease uuid;
