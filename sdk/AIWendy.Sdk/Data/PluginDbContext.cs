using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AIWendy.Sdk.Data;

/// <summary>
/// Base of a plugin's database context: its own schema, <c>snake_case</c> names, the tenant first in the primary key of
/// every <see cref="ITenantOwned"/> entity, and the tenant filled in on save. Row-level security guards it underneath.
/// </summary>
public abstract class PluginDbContext : DbContext
{
    /// <summary>Creates the context with options that the host makes.</summary>
    protected PluginDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>
    /// The current tenant, read whenever an entity is saved. Set by the host on every context that it hands out.
    /// </summary>
    public ITenantContext? Tenant { get; set; }

    /// <summary>Name of the schema, derived from the plugin id of the assembly that declares the context.</summary>
    public string Schema => PluginSchema.Of(GetType().Assembly);

    /// <summary>Declares the entities. The conventions of this class are applied afterwards.</summary>
    protected abstract void Define(ModelBuilder model);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        Define(modelBuilder);
        foreach (IMutableEntityType entity in modelBuilder.Model.GetEntityTypes())
        {
            SnakeCase.Apply(entity);
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HaveColumnType("numeric");
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc />
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampTenant();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public sealed override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampTenant();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void StampTenant()
    {
        foreach (EntityEntry<ITenantOwned> entry in ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State == EntityState.Added && entry.Entity.TenantId == Guid.Empty)
            {
                Guid tenantId = (Tenant ?? throw new InvalidOperationException("The context was not created by the host, so it knows no tenant.")).TenantId;
                entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue = tenantId;
            }
        }
    }
}

/// <summary>Derives the name of a plugin's database schema.</summary>
public static class PluginSchema
{
    /// <summary>Schema of the plugin that an assembly belongs to.</summary>
    /// <exception cref="InvalidOperationException">The assembly was not built with a <c>PluginId</c>.</exception>
    public static string Of(Assembly assembly)
    {
        foreach (AssemblyMetadataAttribute metadata in assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata.Key == "AIWendy.PluginId" && metadata.Value is { Length: > 0 } id)
            {
                return OfId(id);
            }
        }

        throw new InvalidOperationException($"{assembly.GetName().Name} states no plugin id: set <PluginId> in its project file.");
    }

    /// <summary>
    /// Schema of a plugin: <c>aiwendy.journal</c> becomes <c>journal</c>, <c>org.example.stoic-coach</c> becomes
    /// <c>org_example_stoic_coach</c>.
    /// </summary>
    public static string OfId(string pluginId)
    {
        string name = pluginId.StartsWith("aiwendy.", StringComparison.Ordinal) ? pluginId["aiwendy.".Length..] : pluginId;
        return name.Replace('.', '_').Replace('-', '_');
    }
}
