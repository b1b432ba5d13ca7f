using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>Adds to lists of trades what their readers look for: tags, playbook, project, rating, whether there is a note.</summary>
internal sealed class TradeMarks(ITenantDatabase database, AnnotationStore annotations)
{
    /// <summary>Adds the marks within a transaction.</summary>
    public async Task<IReadOnlyList<TradeBody>> AddAsync(TenantTransaction transaction, IReadOnlyList<TradeBody> trades, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Annotation> found = await annotations.FindAsync(transaction, trades.Select(trade => trade.Id), cancellationToken);
        return found.Count == 0 ? trades : [.. trades.Select(trade => found.TryGetValue(trade.Id, out Annotation? annotation) ? trade.With(annotation) : trade)];
    }

    /// <summary>Adds the marks in a transaction of its own.</summary>
    public async Task<IReadOnlyList<TradeBody>> AddAsync(IReadOnlyList<TradeBody> trades, CancellationToken cancellationToken)
    {
        if (trades.Count == 0)
        {
            return trades;
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await AddAsync(transaction, trades, cancellationToken);
    }
}
