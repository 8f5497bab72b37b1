-- The number a notice will bear, drawn before it is printed and kept for that decision: a print that broke off is tried again under
-- the same number, so that the run has no gaps.
create table notice_reservation (
    case_id uuid not null references case_file (id),
    decision int not null,
    document_id uuid not null unique,
    number text not null unique,
    issued_on date not null,
    primary key (case_id, decision)
);
