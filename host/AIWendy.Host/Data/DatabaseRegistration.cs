using AIWendy.Host.Data.Embedded;
using AIWendy.Host.Data.Protection;
using AIWendy.Host.Hosting;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Host.Data;

/// <summary>Registers the database.</summary>
internal static class DatabaseRegistration
{
    /// <summary>Makes <see cref="IHostDatabase"/>, <see cref="ITenantDatabase"/> and <see cref="ISecrets"/> injectable; needs the configuration and <see cref="ITenantContext"/>.</summary>
    public static IServiceCollection AddHostDatabase(this IServiceCollection services) => services
        .AddSingleton<DataFolder>()
        .AddSingleton<SecretKeyStore>()
        .AddSingleton<EmbeddedPostgres>()
        .AddSingleton<HostDatabase>()
        .AddSingleton<IHostDatabase>(provider => provider.GetRequiredService<HostDatabase>())
        .AddSingleton<ITenantDatabase, TenantDatabase>()
        .AddSingleton<IStartupStep, CatalogueStep>()
        .AddHostProtection();
}
