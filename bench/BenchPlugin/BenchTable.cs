using System.Text.Json.Serialization;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Bench.Plugin;

/// <content>A table of the tenant, and an endpoint that reads it.</content>
public sealed partial class BenchPlugin
{
    static partial void AddTable(IPluginBuilder plugin) => plugin
        .AddDatabase<RowsDbContext>()
        .AddJson(RowsJson.Default)
        .AddPermission($"{Name}.read", AIWendy.Sdk.Localization.Text.Of("Reads rows."), Role.Viewer)
        .MapEndpoints(api => api.MapGet($"/{Name}/rows", ListAsync).RequirePermission($"{Name}.read"));

    private static async Task<Ok<Row[]>> ListAsync(RowsDbContext database, CancellationToken cancellationToken) =>
        TypedResults.Ok(await database.Rows.AsNoTracking().Take(10).ToArrayAsync(cancellationToken));
}

internal sealed class RowsDbContext(DbContextOptions<RowsDbContext> options) : PluginDbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();

    protected override void Define(ModelBuilder model) => model.Entity<Row>(row =>
    {
        row.ToTable("rows");
        row.HasKey(item => new { item.TenantId, item.Id });
    });
}

internal sealed class Row : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Note { get; set; }
}

[DbContext(typeof(RowsDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        string schema = PluginSchema.Of(typeof(Initial).Assembly);
        migrationBuilder.CreateTable(
            name: "rows",
            schema: schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(nullable: false),
                id = table.Column<Guid>(nullable: false),
                note = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_rows", row => new { row.tenant_id, row.id }));
        migrationBuilder.EnableTenantIsolation(schema, "rows");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Row[]))]
internal sealed partial class RowsJson : JsonSerializerContext;
