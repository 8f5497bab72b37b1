-- The step of a trace in which something was handed in (W3C Trace Context), so that its taking over is part of it.
alter table consignment add column traceparent text;
