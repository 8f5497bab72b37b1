-- The step of a trace in which something for the portal was put in (W3C Trace Context), so that its sending is part of it.
alter table dispatch add column traceparent text;
