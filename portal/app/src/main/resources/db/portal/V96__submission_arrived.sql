-- What is applied for most is counted over the last weeks.
create index submission_arrived on submission (arrived_at);
