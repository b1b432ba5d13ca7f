using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Sample;

internal sealed class SampleDbContext(DbContextOptions<SampleDbContext> options) : PluginDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void Define(ModelBuilder model) =>
        model.Entity<Note>(note =>
        {
            note.ToTable("Notes");
            note.HasKey(item => new { item.TenantId, item.Id });
        });
}

internal sealed class Note : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Text { get; set; }
}

[DbContext(typeof(SampleDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "notes",
            schema: "test_sample",
            columns: table => new
            {
                tenant_id = table.Column<Guid>(nullable: false),
                id = table.Column<Guid>(nullable: false),
                text = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_notes", row => new { row.tenant_id, row.id }));
        migrationBuilder.EnableTenantIsolation("test_sample", "notes");
    }
}
