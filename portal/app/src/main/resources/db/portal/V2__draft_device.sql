-- The device class of the run, for the step that nobody is there to take: giving up.
alter table draft add column device text not null default 'DESKTOP' check (device in ('PHONE', 'TABLET', 'DESKTOP'));
