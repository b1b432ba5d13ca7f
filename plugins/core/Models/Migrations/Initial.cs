using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Models.Migrations;

[DbContext(typeof(ModelsDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    private const string Schema = "models";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateConnections(migrationBuilder);
        CreatePreferences(migrationBuilder);
        CreateUsageEntries(migrationBuilder);
        migrationBuilder.EnableTenantIsolation(Schema, "connections");
        migrationBuilder.EnableTenantIsolation(Schema, "preferences");
        migrationBuilder.EnableTenantIsolation(Schema, "usage_entries");
    }

    private static void CreateConnections(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "connections",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                kind = table.Column<string>(type: "text", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                base_url = table.Column<string>(type: "text", nullable: true),
                api_key = table.Column<string>(type: "text", nullable: true),
                model = table.Column<string>(type: "text", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                last_tested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                last_test_code = table.Column<string>(type: "text", nullable: true),
                last_test_latency_ms = table.Column<long>(type: "bigint", nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_connections", row => new { row.tenant_id, row.id }));
        migration.CreateIndex("ix_connections_tenant_id_user_id", "connections", ["tenant_id", "user_id"], Schema);
    }

    private static void CreatePreferences(MigrationBuilder migration) => migration.CreateTable(
        name: "preferences",
        schema: Schema,
        columns: table => new
        {
            tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
            user_id = table.Column<Guid>(type: "uuid", nullable: false),
            default_connection_id = table.Column<Guid>(type: "uuid", nullable: false),
        },
        constraints: table => table.PrimaryKey("pk_preferences", row => new { row.tenant_id, row.user_id }));

    private static void CreateUsageEntries(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "usage_entries",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                connection_id = table.Column<Guid>(type: "uuid", nullable: false),
                kind = table.Column<string>(type: "text", nullable: false),
                model = table.Column<string>(type: "text", nullable: false),
                input_tokens = table.Column<long>(type: "bigint", nullable: true),
                output_tokens = table.Column<long>(type: "bigint", nullable: true),
                outcome = table.Column<string>(type: "text", nullable: false),
                duration_ms = table.Column<long>(type: "bigint", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_usage_entries", row => new { row.tenant_id, row.id }));
        migration.CreateIndex("ix_usage_entries_tenant_id_user_id_at", "usage_entries", ["tenant_id", "user_id", "at"], Schema);
    }
}
