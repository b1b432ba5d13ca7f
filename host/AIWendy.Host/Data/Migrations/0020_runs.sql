-- Long work and its events; see Runs/.

create table aiwendy.runs (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null,
    user_id uuid not null,
    state text not null,
    input text not null,
    node_id uuid not null,
    role text not null,
    language text not null,
    is_guest boolean not null,
    display_name text,
    started_at timestamptz not null,
    ended_at timestamptz,
    cancel_requested_at timestamptz,
    constraint pk_runs primary key (tenant_id, id)
);

-- No foreign key: it would cost a look-up for every event. The insert joins the running run instead, which also keeps
-- a node that was given up from writing on.
create table aiwendy.run_events (
    tenant_id uuid not null,
    run_id uuid not null,
    sequence bigint not null,
    type text not null,
    json text not null,
    created_at timestamptz not null,
    constraint pk_run_events primary key (tenant_id, run_id, sequence)
);

alter table aiwendy.runs enable row level security;
alter table aiwendy.runs force row level security;
create policy base on aiwendy.runs as permissive for all using (true) with check (true);
create policy tenant on aiwendy.runs as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

alter table aiwendy.run_events enable row level security;
alter table aiwendy.run_events force row level security;
create policy base on aiwendy.run_events as permissive for all using (true) with check (true);
create policy tenant on aiwendy.run_events as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

-- Processes that execute runs. Belongs to no tenant.
create table aiwendy.nodes (
    id uuid not null,
    lock_key integer not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    constraint pk_nodes primary key (id)
);

-- Which process executes which run: ids only. The owner role reads it across tenants to find runs whose process died and
-- runs whose events are old; the application role has no business here.
create table aiwendy.run_directory (
    tenant_id uuid not null,
    run_id uuid not null,
    node_id uuid not null,
    attempts integer not null default 0,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint pk_run_directory primary key (tenant_id, run_id)
);

create index ix_run_directory_node_id on aiwendy.run_directory (node_id) where ended_at is null;
create index ix_run_directory_ended_at on aiwendy.run_directory (ended_at) where ended_at is not null;

-- The application adds runs and events and ends runs; it never rewrites an event. Old events are the owner's to delete.
grant select, insert, update on aiwendy.runs to aiwendy_app;
grant select, insert on aiwendy.run_events to aiwendy_app;
