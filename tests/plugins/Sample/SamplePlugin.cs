using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Sample;

internal sealed class SamplePlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services.AddSingleton(new SampleVersion(plugin.Manifest.Version));
        plugin.Services.AddScoped<Greeter>();
        plugin.Services.AddSingleton<SampleState>();
        plugin
            .AddDatabase<SampleDbContext>()
            .AddJson(SampleJson.Default)
            .AddCoach(new Coach("sample", Text.Of("Sample")) { Description = Text.Of("A sample."), Prompt = Text.Of("Be brief.") })
            .AddTool<SampleTool>()
            .AddEventHandler<JournalImported, ImportCounter>()
            .AddEventHandler<PluginInstalled, InstallationListener>()
            .AddJob<CountingJob>("count", JobSchedule.Every(TimeSpan.FromSeconds(1)))
            .AddJob<CountingJob>("count-once")
            .AddJob<CountingJob>("count-paid", null, "sample.paid")
            .AddRunHandler<SampleRun>("sample.run")
            .AddStartup<SampleStartup>()
            .AddHealthCheck<SampleHealth>()
            .AddPermission("sample.read", Text.Of("Reads samples."), Role.Viewer)
            .AddPermission("sample.write", Text.Of("Writes samples."))
            .MapEndpoints(SampleEndpoints.Map);
    }
}

internal sealed record SampleVersion(string Value);
