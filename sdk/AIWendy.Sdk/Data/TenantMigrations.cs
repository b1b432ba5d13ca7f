using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Sdk.Data;

/// <summary>The one correct way to close a tenant-owned table.</summary>
public static class TenantMigrations
{
    /// <summary>
    /// Turns on and forces row-level security: a permissive policy beside a restrictive one that pins every row to the
    /// tenant of the transaction. Call it in the migration that creates the table.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="schema">The plugin's schema.</param>
    /// <param name="table">The table, in snake_case.</param>
    public static void EnableTenantIsolation(this MigrationBuilder migration, string schema, string table)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql(Statements(schema, table));
    }

    /// <summary>The statements as text, for stores that migrate by plain SQL.</summary>
    public static string Statements(string schema, string table)
    {
        string name = $"{Quote(schema)}.{Quote(table)}";
        const string Tenant = "tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)";
        return $"""
            alter table {name} enable row level security;
            alter table {name} force row level security;
            create policy base on {name} as permissive for all using (true) with check (true);
            create policy tenant on {name} as restrictive for all using ({Tenant}) with check ({Tenant});
            """;
    }

    private static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
