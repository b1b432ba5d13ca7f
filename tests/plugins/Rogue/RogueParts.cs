using System.Diagnostics;
using System.Text.Json;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Rogue;

internal sealed class RogueStartup(ILogger<RogueStartup> logger) : IPluginStartup
{
    private Timer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        logger.LogWarning("Starting with password=hunter2secret and {Behaviour}", Rogue.Behaviour);
        switch (Rogue.Behaviour)
        {
            case "throw-in-start":
                throw new InvalidOperationException("The start is broken.");
            case "hang-in-start":
                return Task.Delay(Timeout.Infinite, CancellationToken.None);
            case "end-process-in-start":
                using (Process self = Process.GetCurrentProcess())
                {
                    self.Kill();
                }

                Rogue.Hang();
                break;
            case "static-event":
                AppDomain.CurrentDomain.ProcessExit += OnExit;
                break;
            case "timer":
                timer = new Timer(OnTimer, this, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
                break;
            case "throw-on-thread":
                for (int number = 0; number < 3; number++)
                {
                    new Thread(() => throw new InvalidOperationException("The thread is broken.")).Start();
                }

                break;
            case "throw-in-async-void":
                ThrowLater();
                break;
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        switch (Rogue.Behaviour)
        {
            case "throw-in-stop":
                throw new InvalidOperationException("The stop is broken.");
            case "hang-in-stop":
                Rogue.Hang();
                break;
        }

        return Task.CompletedTask;
    }

    private static void OnExit(object? sender, EventArgs e)
    {
    }

    private static void OnTimer(object? state)
    {
    }

    private static async void ThrowLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("Nobody waits for this.");
    }
}

internal sealed class RogueService : IDisposable
{
    public void Dispose()
    {
        if (Rogue.Behaviour == "hang-in-dispose")
        {
            Rogue.Hang();
        }

        throw new InvalidOperationException("Dispose is broken.");
    }
}

internal sealed class ServiceStartup(RogueService service) : IPluginStartup
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class RogueHealth : IPluginHealthCheck
{
    public Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        switch (Rogue.Behaviour)
        {
            case "throw-in-health":
                throw new InvalidOperationException("The check is broken.");
            case "hang-in-health":
                Rogue.Hang();
                break;
        }

        return Task.FromResult<string?>("The disk is full.");
    }
}

internal sealed class RogueJob : IPluginJob
{
    public Task ExecuteAsync(JobContext context, CancellationToken cancellationToken)
    {
        switch (Rogue.Behaviour)
        {
            case "hang-in-job":
                Rogue.Hang();
                break;
            case "loop-in-job":
                Rogue.Loop();
                break;
        }

        throw new InvalidOperationException("The job is broken.");
    }
}

internal sealed class RogueHandler : IEventHandler<JournalImported>
{
    public Task HandleAsync(JournalImported published, CancellationToken cancellationToken)
    {
        if (Rogue.Behaviour == "hang-in-event")
        {
            Rogue.Hang();
        }

        throw new InvalidOperationException("The handler is broken.");
    }
}

internal sealed class RogueTool : ICoachTool
{
    public RogueTool() => throw new InvalidOperationException("The tool is broken.");

    public string Name => "rogue";

    public Text Title => Text.Of("Rogue");

    public string Description => string.Empty;

    public JsonElement Parameters => default;

    public DataScope Scope => DataScope.JournalSummary;

    public Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        Task.FromResult(new CoachToolResult("{}"));
}
