-- By what a case is found, whatever its state and age: names, kana, telephone numbers, birth dates and the receipt number,
-- folded (forms.japanese.NameKey) and cut into overlapping pieces. An extension such as pg_trgm is not needed and would not
-- help: it finds no word of two characters, and most family names are two characters long.
-- A table of its own, because the row of a case changes with every move and its keys hardly ever.
create table case_search (
    case_id uuid primary key references case_file (id),
    -- the folding and cutting by which the key was made; lower ones are made anew in the background
    version int not null,
    key text not null,
    grams text[] not null
);

create index case_search_grams on case_search using gin (grams);
create index case_search_version on case_search (version);

insert into case_search (case_id, version, key, grams) select id, 0, '', '{}' from case_file;

-- A message of the applicant that nobody has answered or marked as read: since when, null where there is none.
alter table case_file add column unread_since timestamptz;
create index case_file_unread on case_file (office, unread_since, id) where unread_since is not null;

-- The old key of names served the queue alone.
alter table case_file drop column search_key;
