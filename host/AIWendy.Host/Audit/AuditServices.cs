using AIWendy.Sdk;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Audit;

/// <summary>Registers the audit log.</summary>
internal static class AuditServices
{
    /// <summary>Makes <see cref="IAuditLog"/> injectable; needs the database.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AuditLog>();
        services.TryAddSingleton<AuditReader>();
        services.TryAddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        return services;
    }

    /// <summary>Lets old entries go, where the operator says how old.</summary>
    public static IServiceCollection AddAuditRetention(this IServiceCollection services)
    {
        services.AddSingleton<AuditRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditRetention>());
        return services;
    }
}
