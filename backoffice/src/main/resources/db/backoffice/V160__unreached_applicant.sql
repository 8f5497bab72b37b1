-- Applicants whom mail does not reach, as the portal told last.
create table unreached_applicant (
    case_id uuid primary key references case_file (id) on delete cascade,
    since timestamptz not null
);
