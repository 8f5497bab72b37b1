-- A draft that was taken over into a newer version: from which, and what its applicant is asked to look at.
alter table draft add column carried jsonb;
-- How many drafts stand in which version of a procedure, for whoever publishes the next one.
create index draft_open_of_procedure on draft (procedure, version) where closed_at is null and kind = 'new';
