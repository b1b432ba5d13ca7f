using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Rules, locks and checks before trades.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001310_TradingRules")]
internal sealed class TradingRulesTables : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "trading_rules",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                rules = table.Column<string>(type: "jsonb", nullable: false),
                pending = table.Column<string>(type: "jsonb", nullable: true),
                pending_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_trading_rules", row => new { row.tenant_id, row.user_id }));
        migrationBuilder.CreateTable(
            name: "trading_locks",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_trading_locks", row => new { row.tenant_id, row.user_id }));
        CreateChecks(migrationBuilder);
        migrationBuilder.CreateIndex(
            name: "ix_round_trips_tenant_id_account_id_opened_at", schema: Schema, table: "round_trips", columns: ["tenant_id", "account_id", "opened_at"]);
        migrationBuilder.EnableTenantIsolation(Schema, "trading_rules");
        migrationBuilder.EnableTenantIsolation(Schema, "trading_locks");
        migrationBuilder.EnableTenantIsolation(Schema, "trade_checks");
    }

    private static void CreateChecks(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "trade_checks",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                side = table.Column<string>(type: "text", nullable: false),
                quantity = table.Column<decimal>(type: "numeric", nullable: false),
                risk = table.Column<decimal>(type: "numeric", nullable: true),
                playbook_id = table.Column<Guid>(type: "uuid", nullable: true),
                decision = table.Column<string>(type: "text", nullable: false),
                reasons = table.Column<string>(type: "jsonb", nullable: false),
                checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                note = table.Column<string>(type: "text", nullable: true),
                overridden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_trade_checks", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_trade_checks_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_trade_checks_tenant_id_user_id_id", schema: Schema, table: "trade_checks", columns: ["tenant_id", "user_id", "id"]);
        migration.CreateIndex(
            name: "ix_trade_checks_tenant_id_account_id", schema: Schema, table: "trade_checks", columns: ["tenant_id", "account_id"]);
    }
}
