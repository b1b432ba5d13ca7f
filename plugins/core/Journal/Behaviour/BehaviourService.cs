using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>What was found, with the trades that show it.</summary>
internal sealed record BehaviourResult(BehaviourBody Body, IReadOnlyDictionary<Guid, TradeRow> Trades);

/// <summary>The one place where the page and the coach's tool get findings, so that their numbers are equal.</summary>
internal sealed class BehaviourService(
    ITenantDatabase database, TradeAnalysis analysis, TradeReader trades, BehaviourReader reader, FeedbackStore feedback, ICurrentUser user)
{
    /// <summary>More trades than this say nothing new about a habit; the latest count.</summary>
    public const int MostTrades = 20_000;

    /// <summary>
    /// Looks at the latest trades of a filter, in its currency or the one with most trades. How trades ended is not
    /// filtered, or there would be nothing to compare.
    /// </summary>
    public async Task<BehaviourResult> FindAsync(TradeFilter asked, CancellationToken cancellationToken)
    {
        TradeFilter filter = asked with { Outcome = null, Base = null };
        string? currency = filter.Currency ?? await analysis.MainCurrencyAsync(filter, cancellationToken);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<TradeRow> rows = currency is null
            ? []
            : await trades.ReadPageAsync(transaction, filter with { Currency = currency }, TradeOrder.Recent, null, MostTrades + 1, cancellationToken);
        bool truncated = rows.Count > MostTrades;
        if (truncated)
        {
            rows.RemoveAt(MostTrades);
        }

        rows.Reverse();
        BehaviourInput input = await reader.ReadAsync(transaction, rows, filter.View, cancellationToken);
        IReadOnlyDictionary<string, string> said = await feedback.ReadAsync(transaction, cancellationToken);
        FindingBodies bodies = new(currency, user.Language, said);
        return new BehaviourResult(
            new BehaviourBody(currency, rows.Count, truncated, [.. BehaviourBattery.Run(input).Select(bodies.Of)]), rows.ToDictionary(row => row.Id));
    }

    /// <summary>Keeps what a person says about the findings of a detector.</summary>
    public async Task SayAsync(string detector, string? value, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await feedback.WriteAsync(transaction, detector, value, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
