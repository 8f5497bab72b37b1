-- Which day of a correction request the applicant was reminded of, before it and after it: a moved day is reminded of anew.
alter table correction_request add column reminded_before date;
alter table correction_request add column reminded_after date;
create index correction_request_open on correction_request (answer_by) where answered_at is null and closed_at is null;
