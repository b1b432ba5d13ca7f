-- The installation itself: what a licence may be issued for, and the highest time that was seen, so that a clock which is
-- set back does not make a licence young again.
create table aiwendy.installation (
    single boolean not null default true constraint pk_installation primary key check (single),
    id uuid not null default gen_random_uuid(),
    seen_at timestamptz not null default now()
);
insert into aiwendy.installation default values;

-- Licences and signed trust lists, as they were installed. They belong to the installation, not to a tenant.
create table aiwendy.licences (
    id uuid not null constraint pk_licences primary key,
    kind text not null check (kind in ('licence', 'trust')),
    token text not null,
    token_hash bytea not null constraint uq_licences_token_hash unique,
    installed_at timestamptz not null
);
