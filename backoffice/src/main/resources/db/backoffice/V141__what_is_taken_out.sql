-- What must not stand in a record (a personal number) is taken out by two persons. The record itself says so first: only the text that
-- its own events vouch for may take the place of the old one, and everything else of an event stays as it was. The program may call
-- these functions; it still cannot change the tables.
create or replace function case_event_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('madoguchi.taking_out', true) = 'on' then
        return null;
    end if;
    raise exception 'case_event is append-only' using errcode = 'restrict_violation';
end
$$;

create or replace function is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'case_answers' and current_setting('madoguchi.taking_out', true) = 'on' then
        return null;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Whether two persons of the office put this text in the place of another.
create function is_vouched_for(the_case uuid, kind text, number int, the_hash text) returns boolean
    language sql stable set search_path = ${flyway:defaultSchema}, pg_temp as $$
    select exists (
        select from case_event done
        join case_event asked on asked.case_id = done.case_id and asked.type = 'redaction-asked'
            and asked.data #>> '{what,redaction}' = done.data #>> '{what,redaction}'
        cross join jsonb_array_elements(done.data #> '{what,replaced}') as replaced
        where done.case_id = the_case and done.type = 'redacted'
            and done.actor_kind = 'staff' and asked.actor_kind = 'staff' and done.actor_id <> asked.actor_id
            and (replaced ->> kind)::int = number and replaced ->> 'hash' = the_hash)
$$;

create function take_out_of_event(the_case uuid, the_sequence int, new_body text) returns void
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    old record;
begin
    select hash, data into strict old from case_event where case_id = the_case and sequence = the_sequence;
    if not is_vouched_for(the_case, 'event', the_sequence,
            encode(sha256(convert_to(old.hash || chr(10) || new_body, 'UTF8')), 'hex'))
        or (old.data - 'what' - 'salt') <> (new_body::jsonb - 'what' - 'salt')
        or old.data #>> '{what,type}' <> new_body::jsonb #>> '{what,type}' then
        raise exception 'the record of the case does not say so' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('madoguchi.taking_out', 'on', true);
    update case_event set body = new_body where case_id = the_case and sequence = the_sequence;
    perform set_config('madoguchi.taking_out', 'off', true);
end
$$;

-- The old salt goes with the old text: without it nothing tells what stood there.
create function take_out_of_answers(the_case uuid, the_revision int, old_answers text, new_answers text, new_salt text) returns void
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if not is_vouched_for(the_case, 'revision', the_revision,
            encode(sha256(convert_to(new_salt || chr(10) || new_answers, 'UTF8')), 'hex')) then
        raise exception 'the record of the case does not say so' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('madoguchi.taking_out', 'on', true);
    update case_answers set answers = new_answers, salt = new_salt
        where case_id = the_case and revision = the_revision and answers = old_answers;
    if not found then
        raise exception 'somebody else took something out' using errcode = 'serialization_failure';
    end if;
    perform set_config('madoguchi.taking_out', 'off', true);
end
$$;
