-- How often a run of filling in was taken over into a newer version while it was under way.
alter table fill_fact add column carried int not null default 0;
