using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Counts what people write about trades and the money that moves without one as changes of the journal too.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001490_RevisionsOfEdits")]
internal sealed class RevisionsOfEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (string table in new[] { "trade_annotations", "cash_movements", "playbooks" })
        {
            migrationBuilder.Sql(Revisions.Count(table));
        }
    }
}
