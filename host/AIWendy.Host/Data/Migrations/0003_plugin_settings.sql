-- Settings of plugins, as last saved by a tenant's administrator.
create table aiwendy.plugin_settings (
    tenant_id uuid not null,
    plugin_id text not null,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    primary key (tenant_id, plugin_id)
);
alter table aiwendy.plugin_settings enable row level security;
alter table aiwendy.plugin_settings force row level security;
create policy base on aiwendy.plugin_settings as permissive for all using (true) with check (true);
create policy tenant on aiwendy.plugin_settings as restrictive for all
    using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on aiwendy.plugin_settings to aiwendy_app;
