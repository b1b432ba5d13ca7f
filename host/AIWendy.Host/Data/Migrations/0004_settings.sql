-- The host's own settings that people change while it runs; the environment holds the rest.
create table aiwendy.settings (
    tenant_id uuid not null,
    key text not null,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    primary key (tenant_id, key)
);
alter table aiwendy.settings enable row level security;
alter table aiwendy.settings force row level security;
create policy base on aiwendy.settings as permissive for all using (true) with check (true);
create policy tenant on aiwendy.settings as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on aiwendy.settings to aiwendy_app;
