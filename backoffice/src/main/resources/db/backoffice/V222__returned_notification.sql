-- A notification (届出) that is defective or came twice: it is neither granted nor refused, but returned.
alter table case_file drop constraint case_file_state_check;
alter table case_file add constraint case_file_state_check check (state in ('arrived', 'in_examination', 'awaiting_correction',
    'awaiting_approval', 'approved', 'refused', 'dismissed', 'issued', 'recorded', 'returned', 'withdrawn'));

alter table case_fact drop constraint case_fact_outcome_check;
alter table case_fact add constraint case_fact_outcome_check
    check (outcome in ('approved', 'refused', 'dismissed', 'recorded', 'returned', 'withdrawn'));
