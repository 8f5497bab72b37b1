-- The first opening and the first download of a document are told to the office.
alter table consignment drop constraint consignment_kind_check;
alter table consignment add constraint consignment_kind_check
    check (kind in ('submitted', 'corrected', 'withdrawn', 'message', 'opened', 'downloaded'));
alter table consignment add column document_id uuid references document;
create unique index consignment_first_access on consignment (document_id, kind) where document_id is not null;
