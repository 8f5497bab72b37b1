-- What the role may do that the program works with: everything with the rows, nothing with the tables, and nothing but reading and
-- adding where the comment of a table begins with "append-only". Set anew after each migration, so that no migration has to think of
-- it. Where the program's role migrates for itself it owns the tables, and no right can be taken from it.
do $$
declare
    program text := '${program}';
    house text := current_schema();
    a_table record;
begin
    if program = current_user then
        return;
    end if;
    -- Copies of the program that start together.
    perform pg_advisory_xact_lock(hashtext('madoguchi rights of ' || house));
    execute format('grant usage on schema %I to %I', house, program);
    execute format('grant usage on all sequences in schema %I to %I', house, program);
    for a_table in
        select c.relname as name, c.relname = 'flyway_schema_history' as hidden,
            coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as append_only
        from pg_class c where c.relnamespace = house::regnamespace and c.relkind in ('r', 'p', 'v')
    loop
        execute format('revoke all on %I.%I from %I', house, a_table.name, program);
        if not a_table.hidden then
            execute format('grant %s on %I.%I to %I',
                case when a_table.append_only then 'select, insert' else 'select, insert, update, delete' end,
                house, a_table.name, program);
        end if;
    end loop;
end
$$;
