using System.Reflection;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace AIWendy.Host.Plugins.Storage;

/// <summary>A plugin's database context, as the host handles it.</summary>
internal interface IPluginDatabase
{
    Type ContextType { get; }

    /// <summary>Whether the schema has every migration of this version.</summary>
    Task<bool> IsCurrentAsync(IHostDatabase database, CancellationToken cancellationToken);

    /// <summary>Brings the schema up to date. One at a time: see <see cref="MigrationTurn"/>.</summary>
    Task MigrateAsync(IHostDatabase database, ILoggerFactory loggers, CancellationToken cancellationToken);
}

/// <summary>Registers a context in the plugin's services and migrates its schema with the owner's role.</summary>
internal sealed class PluginDatabase<TContext>(string schema) : IPluginDatabase where TContext : PluginDbContext
{
    private const string History = "__migrations";

    public Type ContextType => typeof(TContext);

    public void Register(IServiceCollection services)
    {
        if (typeof(TContext).GetConstructor([typeof(DbContextOptions<TContext>)]) is null)
        {
            throw new ArgumentException($"{typeof(TContext).Name} needs a public constructor that takes DbContextOptions<{typeof(TContext).Name}> alone.");
        }

        services.TryAddSingleton<EfInternalServices>();
        services.TryAddSingleton<TenantInterceptor>();
        services.TryAddSingleton<DatabaseTime>();
        services.AddSingleton(provider => Options(
            provider.GetRequiredService<IHostDatabase>().Application,
            provider.GetRequiredService<EfInternalServices>().Provider,
            provider.GetRequiredService<TenantInterceptor>(),
            provider.GetRequiredService<DatabaseTime>()));
        services.AddSingleton<IDbContextFactory<TContext>>(provider => new TenantContextFactory(
            provider.GetRequiredService<DbContextOptions<TContext>>(),
            provider.GetRequiredService<ITenantContext>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
    }

    public async Task<bool> IsCurrentAsync(IHostDatabase database, CancellationToken cancellationToken)
    {
        await database.PrepareSchemaAsync(schema, cancellationToken);
        return await IsCurrentAsync(database.Owner, cancellationToken);
    }

    public async Task MigrateAsync(IHostDatabase database, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection guard = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlCommand acquire = new("select pg_advisory_lock(hashtextextended($1, 20))", guard) { Parameters = { new() { Value = schema } }, CommandTimeout = 0 };
        await acquire.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            await using EfInternalServices internals = new(loggers);
            await using TContext context = (TContext)Activator.CreateInstance(typeof(TContext), Options(database.Owner, internals.Provider))!;

            // Without it EF Core asks a table that is not there, and the first start logs an error that is none.
            await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await using NpgsqlCommand release = new("select pg_advisory_unlock(hashtextextended($1, 20))", guard) { Parameters = { new() { Value = schema } } };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<string> Declared() => typeof(TContext).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>();

    // Asking the history table directly spares building EF Core's model a second time on every ordinary start.
    private async Task<bool> IsCurrentAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        string table = $"\"{schema}\".\"{History}\"";
        await using NpgsqlConnection connection = await owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlCommand exists = new("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = table } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return false;
        }

        HashSet<string> applied = new(StringComparer.Ordinal);
        await using NpgsqlCommand list = new($"select \"MigrationId\" from {table}", connection);
        await using NpgsqlDataReader reader = await list.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return Declared().All(applied.Contains);
    }

    private DbContextOptions<TContext> Options(NpgsqlDataSource source, IServiceProvider internals, params IInterceptor[] interceptors)
    {
        DbContextOptionsBuilder<TContext> builder = new();
        builder.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(History, schema));
        builder.UseInternalServiceProvider(internals);
        return builder.AddInterceptors(interceptors).Options;
    }

    /// <summary>Rents contexts from a pool and makes them ready for the current tenant.</summary>
    private sealed class TenantContextFactory(DbContextOptions<TContext> options, ITenantContext tenant) : IDbContextFactory<TContext>
    {
        private readonly PooledDbContextFactory<TContext> pool = new(options);

        public TContext CreateDbContext()
        {
            TContext context = pool.CreateDbContext();
            context.Tenant = tenant;

            // One statement alone would run without a transaction, and the tenant is set inside a transaction only.
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
            return context;
        }
    }
}
