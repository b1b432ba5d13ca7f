using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Plugins.Rogue;

/// <summary>Misbehaves as the file behaviour.txt beside it says.</summary>
internal sealed class RoguePlugin : IPlugin
{
    public RoguePlugin()
    {
        switch (Rogue.Behaviour)
        {
            case "throw-in-constructor":
                throw new InvalidOperationException("The constructor is broken.");
            case "hang-in-constructor":
                Rogue.Hang();
                break;
        }
    }

    public void Configure(IPluginBuilder plugin)
    {
        string own = "/" + plugin.Manifest.Id;
        switch (Rogue.Behaviour)
        {
            case "throw-in-configure":
                throw new InvalidOperationException("Configure is broken.");
            case "hang-in-configure":
                Rogue.Hang();
                break;
            case "throw-in-start":
            case "end-process-in-start":
            case "hang-in-start":
            case "throw-in-stop":
            case "hang-in-stop":
            case "static-event":
            case "timer":
            case "throw-on-thread":
            case "throw-in-async-void":
                plugin.AddStartup<RogueStartup>();
                break;
            case "throw-in-dispose":
            case "hang-in-dispose":
                plugin.Services.AddSingleton<RogueService>();
                plugin.AddStartup<ServiceStartup>();
                break;
            case "sick":
            case "throw-in-health":
            case "hang-in-health":
                plugin.AddHealthCheck<RogueHealth>();
                break;
            case "throw-in-job":
            case "hang-in-job":
            case "loop-in-job":
                plugin.AddJob<RogueJob>("break", JobSchedule.Every(TimeSpan.FromSeconds(1)));
                plugin.MapEndpoints(api => api.MapGet(own, () => "still here").AllowPublic("Test."));
                break;
            case "throw-in-event":
            case "hang-in-event":
                plugin.AddEventHandler<JournalImported, RogueHandler>();
                break;
            case "throw-in-endpoint":
                plugin.MapEndpoints(api =>
                {
                    api.MapGet(own + "/throw", string () => throw new InvalidOperationException("The endpoint is broken.")).AllowPublic("Test.");
                    api.MapGet(own + "/well", () => "well").AllowPublic("Test.");
                });
                break;
            case "hang-in-endpoint":
                plugin.MapEndpoints(api => api.MapGet(own + "/hang", Rogue.HangAsText).AllowPublic("Test."));
                break;
            case "shapes":
                plugin.MapEndpoints(api => api.MapGet(own + "/{shape}", Shapes.ThrowAsync).AllowPublic("Test."));
                break;
            case "throw-in-tool":
                plugin.AddExtension<AIWendy.Sdk.Coaching.ICoachTool, RogueTool>();
                break;
            case "thousand-endpoints":
                plugin.MapEndpoints(api =>
                {
                    for (int number = 0; number < 1000; number++)
                    {
                        api.MapGet($"{own}/{number}", (HttpContext context) => context.Request.Path.Value!).AllowPublic("Test.");
                    }
                });
                break;
            case "own-npgsql":
                plugin.MapEndpoints(api => api.MapGet(own, () => typeof(Npgsql.NpgsqlConnection).Assembly.Location).AllowPublic("Test."));
                break;
            default:
                RuleBreaker.Configure(plugin);
                break;
        }
    }
}

/// <summary>What all of them need.</summary>
internal static class Rogue
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(Rogue).Assembly.Location)!;

    public static string Behaviour { get; } = File.ReadAllText(Path.Combine(Folder, "behaviour.txt")).Trim();

    /// <summary>Blocks its thread until the folder of the plugin is gone, which to the host is as good as for ever.</summary>
    public static void Hang()
    {
        while (Directory.Exists(Folder))
        {
            Thread.Sleep(200);
        }
    }

    /// <summary>Keeps a processor busy for as long.</summary>
    public static void Loop()
    {
        while (Directory.Exists(Folder))
        {
            Thread.SpinWait(1_000_000);
        }
    }

    public static string HangAsText()
    {
        Hang();
        return "late";
    }
}
