-- What a session holds, as versioned JSON. What stands in attributes only a release before this one reads; its rows end by themselves.
alter table http_session add column content bytea;
alter table http_session alter column attributes drop not null;
