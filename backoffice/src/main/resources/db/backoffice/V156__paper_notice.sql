-- Notices that go by post: to those who did not agree to be notified electronically. Who it is for stands in the case.
create table paper_notice (
    document_id uuid primary key,
    case_id uuid not null references case_file (id),
    printed_at timestamptz,
    posted_on date,
    posted_by text,
    void boolean not null default false
);

create index paper_notice_case on paper_notice (case_id);
create index paper_notice_waiting on paper_notice (document_id) where posted_on is null and not void;
