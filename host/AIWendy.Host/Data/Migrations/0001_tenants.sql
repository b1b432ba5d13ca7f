-- The directory of tenants. It is no tenant's own table: the application reads it, the owner writes it.
create table aiwendy.tenants (
    id uuid primary key,
    name text not null check (name <> ''),
    created_at timestamptz not null default now()
);
insert into aiwendy.tenants (id, name) values ('00000000-0000-7000-8000-000000000001', 'Default');
grant select on aiwendy.tenants to aiwendy_app;
