-- Installed plugins, the packages they come from, and who did what. Belongs to the installation, not to a tenant.

create table aiwendy.plugin_packages (
    sha256 text not null,
    plugin_id text not null,
    version text not null,
    manifest text not null,
    size bigint not null,
    key_id text,
    publisher text,
    staged_at timestamptz not null,
    constraint pk_plugin_packages primary key (sha256)
);

-- In parts, so that nobody ever holds a whole package in memory.
create table aiwendy.plugin_package_parts (
    sha256 text not null,
    number integer not null,
    bytes bytea not null,
    constraint pk_plugin_package_parts primary key (sha256, number),
    constraint fk_plugin_package_parts_package foreign key (sha256) references aiwendy.plugin_packages (sha256) on delete cascade
);

create table aiwendy.plugin_installations (
    plugin_id text not null,
    sha256 text not null,
    previous text[] not null default '{}',
    unsigned_allowed boolean not null,
    installed_at timestamptz not null,
    changed_at timestamptz not null,
    revision bigint not null,
    failure jsonb,
    constraint pk_plugin_installations primary key (plugin_id),
    constraint fk_plugin_installations_package foreign key (sha256) references aiwendy.plugin_packages (sha256)
);

-- One number that grows with every change of what is installed or switched off: a replica that knows it knows everything.
create table aiwendy.plugin_generation (
    one boolean not null default true,
    generation bigint not null,
    constraint pk_plugin_generation primary key (one),
    constraint ck_plugin_generation_one check (one)
);
insert into aiwendy.plugin_generation (generation) values (1);

create table aiwendy.publisher_keys (
    key_id text not null,
    publisher text not null,
    public_key text not null,
    revoked boolean not null,
    changed_at timestamptz not null,
    constraint pk_publisher_keys primary key (key_id)
);

create table aiwendy.audit_log (
    id uuid not null,
    at timestamptz not null,
    tenant_id uuid not null,
    user_id uuid not null,
    user_name text,
    action text not null,
    subject text not null,
    details jsonb not null,
    constraint pk_audit_log primary key (id)
);

-- How far each process has followed; what a purge waits for.
alter table aiwendy.nodes add column plugin_generation bigint;
