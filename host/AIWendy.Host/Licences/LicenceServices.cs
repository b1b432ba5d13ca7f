using AIWendy.Host.Audit;
using AIWendy.Host.Hosting;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Licences;

/// <summary>Wires the licences.</summary>
internal static class LicenceServices
{
    /// <summary>Makes <see cref="ILicences"/> and <see cref="ILicenceLimits"/> injectable; needs settings and database.</summary>
    public static IServiceCollection AddLicences(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditLog>();
        return services
            .AddSingleton<LicenceStore>()
            .AddSingleton<DevelopmentKeys>()
            .AddSingleton<Licensing>()
            .AddSingleton<ILicences>(provider => provider.GetRequiredService<Licensing>())
            .AddSingleton<ILicenceLimits>(provider => provider.GetRequiredService<Licensing>());
    }

    /// <summary>Keeps them up to date; needs the link between nodes and the stream of open pages.</summary>
    public static IServiceCollection AddLicenceWatch(this IServiceCollection services) =>
        services.AddSingleton<IDatabaseStep, LicenceWatch>();
}
