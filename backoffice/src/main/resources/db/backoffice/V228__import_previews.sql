-- Who changed an entry, as the log-in knows them: names are not unique. Empty where nobody was written down.
alter table procedure_inventory add column changed_by_staff text not null default '';

-- Files that are no longer waiting stay for a while without what was in them, so that it can be told what became of them.
alter table inventory_import alter column content drop not null;
alter table inventory_import add column ended text check (ended in ('taken', 'cancelled', 'displaced', 'expired'));
alter table inventory_import add constraint content_while_waiting check ((ended is null) = (content is not null));
create index inventory_import_staff on inventory_import (staff, uploaded_at);

-- What the register was when a preview was shown: the preview that is confirmed says which.
create table inventory_preview (
    import uuid not null references inventory_import on delete cascade,
    fingerprint text not null,
    -- {"A-1": 3, ...}: the revisions of those entries of the file that the register had
    revisions jsonb not null check (jsonb_typeof(revisions) = 'object'),
    primary key (import, fingerprint)
);
