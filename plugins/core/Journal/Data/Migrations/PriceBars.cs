using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Prices that people bring for their instruments.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001230_PriceBars")]
internal sealed class PriceBars : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "price_bars",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                from_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                to_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                open = table.Column<decimal>(type: "numeric", nullable: false),
                high = table.Column<decimal>(type: "numeric", nullable: false),
                low = table.Column<decimal>(type: "numeric", nullable: false),
                close = table.Column<decimal>(type: "numeric", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_price_bars", row => new { row.tenant_id, row.user_id, row.symbol, row.from_at }));
        migrationBuilder.EnableTenantIsolation(Schema, "price_bars");
        migrationBuilder.Sql(Revisions.Count("price_bars"));
    }
}
