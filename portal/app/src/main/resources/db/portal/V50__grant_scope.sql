-- What a browser's grant still opens: everything, only the receipt of what was just handed in, or nothing, because the draft
-- was moved to another browser by its mailed link (kept, so that the old browser can be told).
alter table visitor_grant add column scope text not null default 'all' check (scope in ('all', 'receipt', 'moved'));
