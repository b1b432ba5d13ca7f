-- Keys that protect sessions and secrets, wrapped by the installation's key. They serve every tenant.
create table aiwendy.data_protection_keys (
    friendly_name text primary key,
    xml text not null,
    created_at timestamptz not null default now()
);
grant select, insert on aiwendy.data_protection_keys to aiwendy_app;
