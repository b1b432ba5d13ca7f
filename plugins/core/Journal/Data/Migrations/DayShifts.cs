using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Books partial exits on their own day. Positions that were built before get theirs with their next import.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001220_DayShifts")]
internal sealed class DayShifts : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "day_shifts",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                day = table.Column<DateOnly>(type: "date", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                gross = table.Column<decimal>(type: "numeric", nullable: false),
                fees = table.Column<decimal>(type: "numeric", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_day_shifts", row => new { row.tenant_id, row.account_id, row.symbol, row.currency, row.day });
                table.ForeignKey(
                    name: "fk_day_shifts_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex(
            name: "ix_day_shifts_tenant_id_user_id_day",
            schema: Schema,
            table: "day_shifts",
            columns: ["tenant_id", "user_id", "day"]);
        migrationBuilder.EnableTenantIsolation(Schema, "day_shifts");
        migrationBuilder.Sql(Revisions.Count("day_shifts"));
    }
}
