using System.Text.Json;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.ScriptedModels;

internal sealed class FiguresTool : ICoachTool
{
    public string Name => "scripted_figures";

    public Text Title => Text.Of("Reads figures", "读取数字");

    public string Description => "Figures for tests.";

    public JsonElement Parameters { get; } = JsonElement.Parse("""{"type":"object","properties":{"symbol":{"type":"string"}}}""");

    public DataScope Scope => DataScope.JournalSummary;

    public Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken) =>
        Task.FromResult(new CoachToolResult("""{"figures":{"win_rate":{"value":61.5,"unit":"percent","n":13}}}""")
        {
            Figures = [new Figure("win_rate", Text.Of("Win rate", "胜率"), 61.5m, "percent", 13)],
        });
}
