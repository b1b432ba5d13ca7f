using AIWendy.Host.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Jobs;

/// <summary>Wires background jobs.</summary>
internal static class JobServices
{
    public static IServiceCollection AddBackgroundJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(new JobLimits());
        services.AddSingleton<JobScheduler>();
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<JobScheduler>());
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<JobScheduler>());
        return services;
    }
}
