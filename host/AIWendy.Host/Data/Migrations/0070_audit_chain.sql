-- Who did what, one chain for each tenant: every entry holds the hash of the one before it, so that a changed, removed or
-- reordered entry shows. Entries are added and read; the oldest may go, and then the chain remembers where it begins.

create table aiwendy.audit_entries (
    tenant_id uuid not null,
    sequence bigint not null,
    id uuid not null,
    at timestamptz not null,
    user_id uuid not null,
    user_name text,
    action text not null,
    subject text not null,
    outcome text not null,
    before jsonb,
    after jsonb,
    details jsonb not null,
    address text,
    user_agent text,
    request_id text,
    previous_hash bytea not null,
    hash bytea not null,
    constraint pk_audit_entries primary key (tenant_id, sequence)
);
create index ix_audit_entries_at on aiwendy.audit_entries (tenant_id, at);

-- The newest entry of each chain, and the one after which it begins. Its row is also the lock that orders writers.
create table aiwendy.audit_chains (
    tenant_id uuid not null constraint pk_audit_chains primary key,
    sequence bigint not null,
    hash bytea not null,
    begins_after bigint not null default 0,
    begins_hash bytea not null default '\x'
);

alter table aiwendy.audit_entries enable row level security;
alter table aiwendy.audit_entries force row level security;
create policy base on aiwendy.audit_entries as permissive for all using (true) with check (true);
create policy tenant on aiwendy.audit_entries as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
alter table aiwendy.audit_chains enable row level security;
alter table aiwendy.audit_chains force row level security;
create policy base on aiwendy.audit_chains as permissive for all using (true) with check (true);
create policy tenant on aiwendy.audit_chains as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

-- What an entry's hash is taken over, beside the hash before it.
create function aiwendy.audit_text(entry aiwendy.audit_entries) returns text language sql stable as $$
    select jsonb_build_array(
        entry.tenant_id, entry.sequence, entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.user_id, entry.user_name,
        entry.action, entry.subject, entry.outcome, entry.before, entry.after, entry.details, entry.address, entry.user_agent,
        entry.request_id)::text
$$;

-- Adds an entry to the chain of the tenant that is set. The chain's row is locked until the entry is committed.
create function aiwendy.append_audit(entry aiwendy.audit_entries) returns bigint language plpgsql as $$
declare
    head aiwendy.audit_chains;
begin
    insert into aiwendy.audit_chains (tenant_id, sequence, hash) values (entry.tenant_id, 0, '\x') on conflict do nothing;
    select * into head from aiwendy.audit_chains c where c.tenant_id = entry.tenant_id for update;
    entry.sequence := head.sequence + 1;
    entry.previous_hash := head.hash;
    entry.hash := sha256(head.hash || convert_to(aiwendy.audit_text(entry), 'UTF8'));
    insert into aiwendy.audit_entries select entry.*;
    update aiwendy.audit_chains c set sequence = entry.sequence, hash = entry.hash where c.tenant_id = entry.tenant_id;
    return entry.sequence;
end $$;

-- Nobody changes an entry, not even the owner; the oldest go only where the owner says so for the length of a transaction.
create function aiwendy.keep_audit() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('aiwendy.audit_retention', true) = 'on' then
        return old;
    end if;

    raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger keep_audit before update or delete on aiwendy.audit_entries for each row execute function aiwendy.keep_audit();
create trigger keep_audit_whole before truncate on aiwendy.audit_entries for each statement execute function aiwendy.keep_audit();

grant select, insert on aiwendy.audit_entries to aiwendy_app;
grant select, insert, update on aiwendy.audit_chains to aiwendy_app;

-- What was noted so far becomes the beginning of the chains.
do $$
declare
    noted record;
    entry aiwendy.audit_entries;
begin
    for noted in select * from aiwendy.audit_log order by id loop
        perform set_config('app.tenant_id', noted.tenant_id::text, true);
        entry := null;
        entry.tenant_id := noted.tenant_id;
        entry.id := noted.id;
        entry.at := noted.at;
        entry.user_id := noted.user_id;
        entry.user_name := noted.user_name;
        entry.action := noted.action;
        entry.subject := noted.subject;
        entry.outcome := 'success';
        entry.details := noted.details;
        perform aiwendy.append_audit(entry);
    end loop;
end $$;
drop table aiwendy.audit_log;
