using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

[DbContext(typeof(JournalDbContext))]
[Migration("20261123001100_ImportMappings")]
internal sealed class ImportMappings : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "choices", schema: Schema, table: "import_batches", type: "text", nullable: true);
        migrationBuilder.CreateTable(
            name: "import_mappings",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                fingerprint = table.Column<string>(type: "text", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                headings = table.Column<string>(type: "text", nullable: false),
                mapping = table.Column<string>(type: "text", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_import_mappings", row => new { row.tenant_id, row.id }));
        migrationBuilder.CreateIndex(
            name: "ix_import_mappings_tenant_id_user_id_fingerprint",
            schema: Schema,
            table: "import_mappings",
            columns: ["tenant_id", "user_id", "fingerprint"],
            unique: true);
        migrationBuilder.EnableTenantIsolation(Schema, "import_mappings");
    }
}
