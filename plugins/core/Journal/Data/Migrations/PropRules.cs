using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>The rules of evaluation programmes.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001210_PropRules")]
internal sealed class PropRules : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "prop_rules",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                daily_loss = table.Column<decimal>(type: "numeric", nullable: true),
                max_drawdown = table.Column<decimal>(type: "numeric", nullable: true),
                drawdown = table.Column<string>(type: "text", nullable: false),
                profit_target = table.Column<decimal>(type: "numeric", nullable: true),
                consistency = table.Column<decimal>(type: "numeric", nullable: true),
                minimum_days = table.Column<int>(type: "integer", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_prop_rules", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_prop_rules_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex(
            name: "ix_prop_rules_tenant_id_account_id",
            schema: Schema,
            table: "prop_rules",
            columns: ["tenant_id", "account_id"]);
        migrationBuilder.CreateIndex(
            name: "ix_prop_rules_tenant_id_user_id",
            schema: Schema,
            table: "prop_rules",
            columns: ["tenant_id", "user_id"]);
        migrationBuilder.EnableTenantIsolation(Schema, "prop_rules");
    }
}
