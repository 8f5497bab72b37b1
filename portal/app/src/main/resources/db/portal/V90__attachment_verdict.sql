-- What the virus scanner said: null as long as it said nothing. Nothing is handed in without a verdict where there is a scanner.
alter table attachment add column verdict text check (verdict in ('clean', 'infected'));
