using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Which tools an intent needs, and which of them are still to be called.</summary>
internal static class ToolPlan
{
    public const string Statistics = "journal_statistics";
    public const string Trades = "journal_trades";
    public const string AfterLoss = "journal_after_loss";

    private const int TradesAsked = 3;

    /// <summary>The calls that are offered, needed and not yet answered.</summary>
    public static IReadOnlyList<FunctionCallContent> Open(Turn turn, ChatOptions? options)
    {
        if (options?.ToolMode is NoneChatToolMode)
        {
            return [];
        }

        HashSet<string> offered = [.. options?.Tools?.OfType<AIFunctionDeclaration>().Select(static tool => tool.Name) ?? []];
        List<FunctionCallContent> calls = [];
        foreach ((string tool, string? order) in Needed(turn))
        {
            string key = ToolFacts.KeyOf(tool, order);
            if (!offered.Contains(tool) || turn.Facts.Answered.Contains(key))
            {
                continue;
            }

            Dictionary<string, object?> arguments = order is null ? [] : new() { ["order"] = order, ["limit"] = TradesAsked };
            calls.Add(new FunctionCallContent($"call_{key.Replace(':', '_')}", tool, arguments));
        }

        return calls;
    }

    /// <summary>Whether the intent needs the journal and nothing of it is offered or was read.</summary>
    public static bool IsBlind(Turn turn) => Needed(turn).Length > 0 && turn.Facts.Answered.Count == 0;

    private static (string Tool, string? Order)[] Needed(Turn turn)
    {
        Intent intent = turn.Intent == Intent.Reflection ? turn.Topic : turn.Intent;
        return intent switch
        {
            _ when !Turn.HasFigures(intent) => [],
            Intent.WorstTrades => [(Statistics, null), (Trades, "worst"), (AfterLoss, null)],
            Intent.BestTrades => [(Statistics, null), (Trades, "best")],
            Intent.RecentTrades => [(Statistics, null), (Trades, "recent")],
            Intent.Drawdown or Intent.Exits or Intent.Payoff => [(Statistics, null), (Trades, "worst")],
            Intent.WinRate or Intent.ProfitFactor or Intent.Expectancy => [(Statistics, null)],
            Intent.Overview => [(Statistics, null), (AfterLoss, null)],
            Intent.Sizing or Intent.Overtrading or Intent.Discipline or Intent.Fear or Intent.Tilt or Intent.Fomo => [(Statistics, null), (AfterLoss, null)],
            _ => [(Statistics, null), (AfterLoss, null), (Trades, "worst")],
        };
    }
}
