namespace AIWendy.Host.Data;

/// <summary>
/// The questions of <see cref="CatalogueGate"/>. Each takes the application role as <c>$1</c> and returns the name of
/// an object and what is wrong with it. They look at every schema that is not PostgreSQL's own.
/// </summary>
internal static class CatalogueQueries
{
    private const string Ours = "n.nspname not in ('information_schema') and n.nspname not like 'pg\\_%'";

    // Tables of extensions are not ours to judge.
    private const string NoExtension = "not exists (select 1 from pg_depend e where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')";

    private const string Tables = $"""
        with t as (
            select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.relkind, c.relispartition,
                   (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant,
                   (select a.attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as required,
                   (select format_type(a.atttypid, null) from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as type
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f') and {Ours} and {NoExtension} and $1 <> '')

        """;

    private const string Expression = "(tenant_id = ( SELECT (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid AS \"nullif\"))";

    /// <summary>All questions.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Tables + "select name, 'has no column tenant_id' from t where tenant is null",
        Tables + "select name, 'has a tenant_id that is not \"uuid not null\"' from t where tenant is not null and (not required or type <> 'uuid')",
        Tables + "select name, 'does not force row-level security' from t where not (relrowsecurity and relforcerowsecurity)",

        // The restrictive policy must be the exact rule, for every command and every role; a similar one is not good enough.
        Tables + $"""
            select name, 'has no restrictive policy that pins rows to the tenant' from t
            where not exists (
                select 1 from pg_policy p where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*' and p.polroles = array[0]::oid[]
                and pg_get_expr(p.polqual, p.polrelid) = '{Expression}' and pg_get_expr(p.polwithcheck, p.polrelid) = '{Expression}')
            """,
        Tables + "select name, 'has no permissive policy, so nobody can use it' from t where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polpermissive)",
        Tables + "select name, 'is owned by the application role' from t join pg_roles r on r.oid = t.relowner where r.rolname = $1",
        Tables + "select name, 'has no primary key' from t where relkind <> 'f' and not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)",
        Tables + "select name, 'is a foreign table, which row-level security does not guard' from t where relkind = 'f'",
        Tables + """
            select name, 'has the unique index ' || i.indexrelid::regclass || ' that does not start with tenant_id'
            from t join pg_index i on i.indrelid = t.oid where i.indisunique and (tenant is null or i.indkey[0] <> tenant)
            """,
        Tables + """
            select name, 'has the exclusion constraint ' || k.conname || ' without tenant_id'
            from t join pg_constraint k on k.conrelid = t.oid where k.contype = 'x' and not (tenant = any (k.conkey))
            """,
        Tables + """
            select t.name, 'has the foreign key ' || k.conname || ' that does not lead from tenant_id to tenant_id'
            from t join pg_constraint k on k.conrelid = t.oid
            where k.contype = 'f' and not exists (
                select 1 from unnest(k.conkey, k.confkey) with ordinality as pair (near, far, position)
                join pg_attribute a on a.attrelid = k.confrelid and a.attnum = pair.far
                where pair.position = 1 and pair.near = t.tenant and a.attname = 'tenant_id')
            """,
        Tables + """
            select name, 'lets the application role ' || lower(wide."right") || ' it'
            from t cross join (values ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) as wide ("right")
            where has_table_privilege($1, t.oid, wide."right")
            """,
        $"""
            select n.nspname || '.' || c.relname, 'is a view that reads with its owner''s rights'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and {Ours} and {NoExtension} and $1 <> ''
              and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)
            """,
        $"""
            select n.nspname || '.' || c.relname, 'is a materialised view that the application role may read'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'm' and {Ours} and {NoExtension} and has_table_privilege($1, c.oid, 'select')
            """,
        $"""
            select n.nspname || '.' || f.proname, 'is a function that runs with its owner''s rights and that the application role may call'
            from pg_proc f join pg_namespace n on n.oid = f.pronamespace
            where f.prosecdef and {Ours} and has_schema_privilege($1, n.oid, 'usage') and has_function_privilege($1, f.oid, 'execute')
              and not exists (select 1 from pg_depend e where e.objid = f.oid and e.classid = 'pg_proc'::regclass and e.deptype = 'e')
            """,
        $"""
            select n.nspname, 'is a schema in which the application role may create objects'
            from pg_namespace n where {Ours} and has_schema_privilege($1, n.oid, 'create')
            """,
        """
            select r.rolname, 'is the application role and could bypass row-level security'
            from pg_roles r where r.rolname = $1 and (r.rolsuper or r.rolbypassrls
              or pg_has_role(r.oid, (select oid from pg_roles where rolname = current_user), 'member'))
            """,
    ];
}
