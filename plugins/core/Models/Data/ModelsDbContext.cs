using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Models.Data;

internal sealed class ModelsDbContext(DbContextOptions<ModelsDbContext> options) : PluginDbContext(options)
{
    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<UsageEntry> UsageEntries => Set<UsageEntry>();

    protected override void Define(ModelBuilder model)
    {
        model.Entity<Connection>(connection =>
        {
            connection.HasKey(e => new { e.TenantId, e.Id });
            connection.HasIndex(e => new { e.TenantId, e.UserId });
        });
        model.Entity<Preference>(preference => preference.HasKey(e => new { e.TenantId, e.UserId }));
        model.Entity<UsageEntry>(entry =>
        {
            entry.HasKey(e => new { e.TenantId, e.Id });
            entry.HasIndex(e => new { e.TenantId, e.UserId, e.At });
        });
    }
}
