using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Runs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Sample;

internal sealed class Greeter(ILogger<Greeter> logger, ICurrentUser user)
{
    public string Greet(string name)
    {
        logger.LogDebug("Greeting {Name}", name);
        return $"hello {name} from {user.Role}";
    }
}

internal sealed class SampleState
{
    private int imports;
    private int jobs;

    public bool Started { get; set; }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> seen = new();

    public void CountImport() => Interlocked.Increment(ref imports);

    /// <summary>What the sample last heard of installations: plugin, versions and who did it.</summary>
    public string? Installed { get; set; }

    public void CountJob(JobContext job, Guid tenantId)
    {
        seen[$"{job.Name} {job.Argument} {tenantId}"] = 1;
        Interlocked.Increment(ref jobs);
    }

    public SampleSnapshot Snapshot() => new(Started, imports, jobs, [.. seen.Keys], Installed);
}

internal sealed record SampleSnapshot(bool Started, int Imports, int Jobs, string[] Seen, string? Installed);

internal sealed class ImportCounter(SampleState state) : IEventHandler<JournalImported>
{
    public Task HandleAsync(JournalImported published, CancellationToken cancellationToken)
    {
        state.CountImport();
        return published.Format == "broken" ? throw new InvalidOperationException("The handler is broken.") : Task.CompletedTask;
    }
}

internal sealed class InstallationListener(SampleState state) : IEventHandler<PluginInstalled>
{
    public Task HandleAsync(PluginInstalled published, CancellationToken cancellationToken)
    {
        state.Installed = $"{published.PluginId} {published.PreviousVersion ?? "none"} -> {published.Version} by {published.UserId}";
        return Task.CompletedTask;
    }
}

internal sealed class CountingJob(SampleState state, ITenantContext tenant, SampleDbContext database) : IPluginJob
{
    public async Task ExecuteAsync(JobContext context, CancellationToken cancellationToken)
    {
        await database.Notes.CountAsync(cancellationToken);
        state.CountJob(context, tenant.TenantId);
    }
}

internal sealed class SampleRun : IRunHandler
{
    public async Task ExecuteAsync(IRunContext run, CancellationToken cancellationToken) =>
        await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);

    public Task AbandonedAsync(IRunContext run, CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class SampleStartup(SampleState state) : IPluginStartup
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        state.Started = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        state.Started = false;
        return Task.CompletedTask;
    }
}

internal sealed class SampleHealth(SampleDbContext database) : IPluginHealthCheck
{
    public async Task<string?> CheckAsync(CancellationToken cancellationToken) =>
        await database.Database.CanConnectAsync(cancellationToken) ? null : "The database does not answer.";
}

internal sealed class SampleTool : ICoachTool
{
    public string Name => "sample_tool";

    public Text Title => Text.Of("Samples");

    public string Description => "Answers with a sample.";

    public JsonElement Parameters => JsonDocument.Parse("""{"type":"object"}""").RootElement;

    public DataScope Scope => DataScope.JournalSummary;

    public Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        Task.FromResult(new CoachToolResult("{}"));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SampleRecord))]
[JsonSerializable(typeof(SampleSnapshot))]
[JsonSerializable(typeof(Note[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SampleJson : JsonSerializerContext;
