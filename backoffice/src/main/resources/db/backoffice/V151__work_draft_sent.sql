-- When the form was sent: a copy of what was typed that is still under way then must not bring the sent text back.
alter table work_draft add column sent_at timestamptz;
create index work_draft_sent on work_draft (sent_at) where sent_at is not null;
