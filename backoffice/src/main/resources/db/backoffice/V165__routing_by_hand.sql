-- An office that takes no more cases; what is there has to be given to another.
alter table office add column closed_at timestamptz;

-- What arrived but belongs to no office: a person decides, and the case says who it was.
alter table parked_consignment
    add column unrouted boolean not null default false,
    add column routed_to text references office (code),
    add column routed_by text,
    add column routed_because text;
