using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Inbox;

/// <summary>Registers the watched folder where the settings name one.</summary>
internal static class InboxServices
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Adds the job.</summary>
    public static IPluginBuilder AddInbox(this IPluginBuilder plugin)
    {
        if (InboxFolder.From(plugin.Configuration) is { } folder)
        {
            plugin.Services.AddSingleton(folder);
            plugin.AddJob<InboxJob>("import-inbox", JobSchedule.Every(Interval));
        }

        return plugin;
    }

    /// <summary>The journal's own services as the local person uses them.</summary>
    /// <param name="call">Services of the job.</param>
    public static ServiceProvider ForLocalPerson(IServiceProvider call)
    {
        ServiceCollection services = new();
        services.AddSingleton(call.GetRequiredService<ITenantContext>());
        services.AddSingleton(call.GetRequiredService<ITenantDatabase>());
        services.AddSingleton(call.GetRequiredService<IEvents>());
        services.AddSingleton(call.GetRequiredService<IExtensions<ITradeImporter>>());
        services.AddSingleton(call.GetRequiredService<TimeProvider>());
        services.AddSingleton<ICurrentUser>(new LocalPerson(call.GetRequiredService<ICurrentUser>()));
        JournalPlugin.AddServices(services);
        return services.BuildServiceProvider();
    }
}
