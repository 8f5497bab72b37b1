-- How long each procedure takes, as the back office counted it last. Nothing in it tells of a single person.
create table procedure_figures (
    procedure text primary key,
    figures text not null,
    as_of timestamptz not null
);
