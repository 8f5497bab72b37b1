-- A month of a procedure that has been computed anew is taken off the list by what it is, not by its number.
create index rollup_due_group on rollup_due (procedure_id, month, kind, sample);
