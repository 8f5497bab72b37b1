-- A forgotten own word is chosen again by a mailed link.
alter table mailed_link drop constraint mailed_link_purpose_check;
alter table mailed_link add constraint mailed_link_purpose_check check (purpose in ('resume', 'track', 'correct', 'word'));
