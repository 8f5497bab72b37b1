-- Every log-in there is, so that it can be shown to its owner and ended from anywhere. Without a foreign key: the apps
-- must still hear of the log-ins of an account that is gone.
create table sign_in (
    id           uuid primary key default uuidv7(),
    account_id   uuid        not null,
    realm        text        not null check (realm in ('resident', 'staff')),
    device       text        not null,           -- kind of browser and system, as its owner would call it
    signed_in_at timestamptz not null,
    seen_at      timestamptz not null,
    ended_at     timestamptz,
    ended_why    text,
    check ((ended_at is null) = (ended_why is null))
);
create index sign_in_open on sign_in (account_id) where ended_at is null;
create index sign_in_ended on sign_in (ended_at) where ended_at is not null;
create index sign_in_old on sign_in (signed_in_at);

-- Accounts their owners closed, until every app has surely heard of it. Only the number that means nothing elsewhere.
create table closed_account (
    account_id uuid primary key,
    realm      text        not null,
    closed_at  timestamptz not null
);

-- Log-ins end with what they rested on, whoever changes it: this program, the roster, or an operator by hand. A password
-- change spares the log-in it was made in (named for the transaction in madoguchi.spared_sign_in).
create function end_sign_ins() returns trigger language plpgsql set search_path from current as $$
declare
    why text;
begin
    if tg_op = 'DELETE' then
        why := 'account-closed';
        insert into closed_account (account_id, realm, closed_at) values (old.id, old.realm, clock_timestamp())
            on conflict do nothing;
    elsif new.disabled_at is not null and old.disabled_at is null then
        why := 'account-disabled';
    elsif new.credentials_changed_at is distinct from old.credentials_changed_at then
        why := 'password-changed';
    elsif new.roles is distinct from old.roles or new.office is distinct from old.office then
        why := 'post-changed';
    end if;
    if why is not null then
        update sign_in set ended_at = clock_timestamp(), ended_why = why
         where account_id = old.id and ended_at is null
           and id::text is distinct from nullif(current_setting('madoguchi.spared_sign_in', true), '');
    end if;
    return null;
end $$;

create trigger account_ends_sign_ins after update or delete on account
    for each row execute function end_sign_ins();
