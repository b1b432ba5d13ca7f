using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Integration.Tests.Tenancy;

public sealed class TenancyDbContext(DbContextOptions<TenancyDbContext> options) : PluginDbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    protected override void Define(ModelBuilder model) =>
        model.Entity<Item>(item =>
        {
            item.HasKey(value => new { value.TenantId, value.Id });
            item.Property(value => value.Name).IsConcurrencyToken();
        });
}

public sealed class Item : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }
}

[DbContext(typeof(TenancyDbContext))]
[Migration("20261123000001_Initial")]
public sealed class TenancyInitial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "items",
            schema: "test_tenancy",
            columns: table => new
            {
                tenant_id = table.Column<Guid>(nullable: false),
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_items", row => new { row.tenant_id, row.id }));
        migrationBuilder.EnableTenantIsolation("test_tenancy", "items");
    }
}
