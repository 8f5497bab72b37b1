-- Which log-in at identity a session rests on (the sid of its ID token), so that it ends with it.
alter table http_session add column sign_in text;
create index http_session_sign_in on http_session (sign_in) where sign_in is not null;
