-- By which rule a case is due, and after which day silence may be taken as a refusal.
alter table case_file
    add column due_rule text not null default 'standard_open'
        check (due_rule in ('standard_open', 'standard_calendar', 'statutory')),
    add column deemed_on date;

create index case_file_deemed on case_file (office, deemed_on) where closed_at is null and deemed_on is not null;
