using AIWendy.Host.Data.Embedded;
using AIWendy.Sdk.Data;

namespace AIWendy.Host.Data;

/// <summary>Registers the database.</summary>
internal static class DatabaseRegistration
{
    /// <summary>Makes <see cref="IHostDatabase"/> and <see cref="ITenantDatabase"/> injectable; needs the configuration and <see cref="ITenantContext"/>.</summary>
    public static IServiceCollection AddHostDatabase(this IServiceCollection services) => services
        .AddSingleton<DataFolder>()
        .AddSingleton<SecretKeyStore>()
        .AddSingleton<EmbeddedPostgres>()
        .AddSingleton<HostDatabase>()
        .AddSingleton<IHostDatabase>(provider => provider.GetRequiredService<HostDatabase>())
        .AddSingleton<ITenantDatabase, TenantDatabase>();
}
