using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>What people say about findings.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001300_BehaviourFeedback")]
internal sealed class BehaviourFeedbackTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "behaviour_feedback",
            schema: "journal",
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                detector = table.Column<string>(type: "text", nullable: false),
                value = table.Column<string>(type: "text", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_behaviour_feedback", row => new { row.tenant_id, row.user_id, row.detector }));
        migrationBuilder.EnableTenantIsolation("journal", "behaviour_feedback");
    }
}
