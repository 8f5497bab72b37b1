-- A notice whose decision was taken up again stands no more; the applicant still sees what it said.
alter table document add column voided_at timestamptz;
