-- A draft that somebody else goes on with from their side. Whose account it was begun from says nothing about whose it is.
alter table draft add column begun_from uuid;
create unique index draft_begun_from on draft (begun_from) where begun_from is not null and closed_at is null;
