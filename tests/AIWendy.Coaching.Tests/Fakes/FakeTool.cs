using System.Text.Json;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Coaching.Tests.Fakes;

internal sealed class FakeTool(string name, Func<JsonElement, CancellationToken, Task<CoachToolResult>> work, DataScope scope = DataScope.JournalSummary) : ICoachTool
{
    public static readonly Figure NetPnl = new("net_pnl", Text.Of("Net P&L", "净盈亏"), -2594.68m, "money", 197, Currency: "USD");

    public static readonly EvidenceTrade Trade = new(
        Guid.Parse("0192f000-0000-7000-8000-0000000000aa"), "T-0194", "MNQ", "long", 6, DateTimeOffset.UnixEpoch, null, -283.44m, "USD");

    public List<JsonElement> Calls { get; } = [];

    public string Name => name;

    public Text Title => Text.Of("Reads your statistics", "读取你的统计");

    public string Description => "Statistics of the journal.";

    public JsonElement Parameters { get; } = JsonElement.Parse("""{"type":"object","properties":{"symbol":{"type":"string"}}}""");

    public DataScope Scope => scope;

    public Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        Calls.Add(arguments);
        return work(arguments, cancellationToken);
    }

    public static FakeTool Statistics() => new("journal_statistics", (_, _) => Task.FromResult(
        new CoachToolResult("""{"currency":"USD","figures":{"net_pnl":{"value":-2594.68,"unit":"money","n":197}}}""") { Figures = [NetPnl], Trades = [Trade] }));
}
