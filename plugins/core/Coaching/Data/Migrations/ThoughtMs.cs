using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Coaching.Data.Migrations;

/// <summary>How long a model thought aloud before it answered.</summary>
[DbContext(typeof(CoachingDbContext))]
[Migration("20261123000002_ThoughtMs")]
internal sealed class ThoughtMs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("thought_ms", "messages", "bigint", schema: "coaching", nullable: true);
}
