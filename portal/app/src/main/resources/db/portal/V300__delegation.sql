-- Somebody else is asked to fill in a part: the table is called as the field calls it.
alter table errand rename to delegation;
alter index errand_waiting rename to delegation_waiting;
alter index errand_of_draft rename to delegation_of_draft;
alter table draft rename column errand_id to delegation_id;
alter index draft_of_errand rename to draft_of_delegation;
