-- Which plugins an administrator has switched off. Belongs to the installation, not to a tenant.
create table aiwendy.plugin_states (
    plugin_id text not null constraint pk_plugin_states primary key,
    disabled boolean not null,
    changed_at timestamptz not null
);
