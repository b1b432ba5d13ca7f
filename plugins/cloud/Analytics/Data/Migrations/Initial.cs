using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Analytics.Data.Migrations;

[DbContext(typeof(AnalyticsDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    private const string Schema = "analytics";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateOutbox(migrationBuilder);
        CreateDeliveries(migrationBuilder);
        CreateOptOuts(migrationBuilder);
        CreatePseudonymKeys(migrationBuilder);
        foreach (string table in (string[])["outbox", "deliveries", "opt_outs", "pseudonym_keys"])
        {
            migrationBuilder.EnableTenantIsolation(Schema, table);
        }
    }

    private static void CreateOutbox(MigrationBuilder migration) => migration.CreateTable(
        name: "outbox",
        schema: Schema,
        columns: table => new
        {
            tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
            id = table.Column<Guid>(type: "uuid", nullable: false),
            name = table.Column<string>(type: "text", nullable: false),
            distinct_id = table.Column<string>(type: "text", nullable: false),
            properties = table.Column<string>(type: "jsonb", nullable: false),
            occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            died_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            died_of = table.Column<string>(type: "text", nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_outbox", row => new { row.tenant_id, row.id }));

    private static void CreateDeliveries(MigrationBuilder migration) => migration.CreateTable(
        name: "deliveries",
        schema: Schema,
        columns: table => new
        {
            tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
            delivered = table.Column<long>(type: "bigint", nullable: false),
            dropped = table.Column<long>(type: "bigint", nullable: false),
            failures = table.Column<int>(type: "integer", nullable: false),
            next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            last_delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            last_error = table.Column<string>(type: "text", nullable: true),
        },
        constraints: table => table.PrimaryKey("pk_deliveries", row => row.tenant_id));

    private static void CreateOptOuts(MigrationBuilder migration) => migration.CreateTable(
        name: "opt_outs",
        schema: Schema,
        columns: table => new
        {
            tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
            user_id = table.Column<Guid>(type: "uuid", nullable: false),
            at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
        },
        constraints: table => table.PrimaryKey("pk_opt_outs", row => new { row.tenant_id, row.user_id }));

    private static void CreatePseudonymKeys(MigrationBuilder migration) => migration.CreateTable(
        name: "pseudonym_keys",
        schema: Schema,
        columns: table => new
        {
            tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
            secret = table.Column<string>(type: "text", nullable: false),
        },
        constraints: table => table.PrimaryKey("pk_pseudonym_keys", row => row.tenant_id));
}
