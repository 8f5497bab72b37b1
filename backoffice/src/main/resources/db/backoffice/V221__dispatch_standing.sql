alter table dispatch drop constraint dispatch_kind_check;
alter table dispatch add constraint dispatch_kind_check
    check (kind in ('publish', 'document', 'update', 'figures', 'standing'));
