using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Exchange rates that people bring.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001240_ExchangeRates")]
internal sealed class ExchangeRates : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "exchange_rates",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                @base = table.Column<string>(name: "base", type: "text", nullable: false),
                quote = table.Column<string>(type: "text", nullable: false),
                day = table.Column<DateOnly>(type: "date", nullable: false),
                rate = table.Column<decimal>(type: "numeric", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_exchange_rates", row => new { row.tenant_id, row.user_id, row.@base, row.quote, row.day }));
        migrationBuilder.EnableTenantIsolation(Schema, "exchange_rates");
        migrationBuilder.Sql(Revisions.Count("exchange_rates"));
    }
}
