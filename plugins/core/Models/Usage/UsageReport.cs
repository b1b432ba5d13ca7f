using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Models.Usage;

/// <summary>Adds up what the current person's calls used.</summary>
internal sealed class UsageReport(ModelsDbContext context, ConnectionCatalogue catalogue, ICurrentUser user, TimeProvider time)
{
    private static readonly TimeSpan DefaultPeriod = TimeSpan.FromDays(30);

    public async Task<UsageTotals> ReadAsync(DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        DateTimeOffset end = (to ?? time.GetUtcNow()).ToUniversalTime();
        DateTimeOffset start = (from ?? end - DefaultPeriod).ToUniversalTime();
        if (start > end)
        {
            throw ProblemException.Invalid("from", Text.Of("The period begins after it ends.", "起始时间晚于结束时间。"));
        }

        List<UsageSum> sums = await context.UsageEntries.AsNoTracking()
            .Where(entry => entry.UserId == user.Id && entry.At >= start && entry.At <= end)
            .GroupBy(entry => new { entry.ConnectionId, entry.Kind, entry.Model })
            .Select(group => new UsageSum(
                group.Key.ConnectionId,
                group.Key.Kind,
                group.Key.Model,
                group.Count(),
                group.Count(entry => entry.Outcome != "ok" && entry.Outcome != "cancelled"),
                group.Sum(entry => entry.InputTokens ?? 0),
                group.Sum(entry => entry.OutputTokens ?? 0),
                group.Max(entry => entry.At)))
            .ToListAsync(cancellationToken);
        Dictionary<Guid, string> names = await NamesAsync(sums, cancellationToken);
        return new UsageTotals(
            start,
            end,
            sums.Sum(static sum => sum.Calls),
            sums.Sum(static sum => sum.InputTokens),
            sums.Sum(static sum => sum.OutputTokens),
            [.. sums.OrderByDescending(static sum => sum.LastAt).Select(sum => new UsageLine(
                sum.ConnectionId, names.GetValueOrDefault(sum.ConnectionId), sum.Kind, sum.Model, sum.Calls, sum.Failed, sum.InputTokens, sum.OutputTokens, sum.LastAt))]);
    }

    /// <summary>Names of connections, also of those deleted since.</summary>
    private async Task<Dictionary<Guid, string>> NamesAsync(List<UsageSum> sums, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. sums.Select(static sum => sum.ConnectionId).Distinct()];
        Dictionary<Guid, string> names = await context.Connections.AsNoTracking()
            .Where(connection => connection.UserId == user.Id && ids.Contains(connection.Id))
            .ToDictionaryAsync(connection => connection.Id, connection => connection.Name, cancellationToken);
        foreach (ConnectionDetails given in catalogue.Given)
        {
            names.TryAdd(given.Id, given.Name);
        }

        return names;
    }
}

/// <summary>Sum over one connection and model.</summary>
internal sealed record UsageSum(Guid ConnectionId, string Kind, string Model, int Calls, int Failed, long InputTokens, long OutputTokens, DateTimeOffset LastAt);

/// <summary>What one connection used with one model.</summary>
internal sealed record UsageLine(Guid ConnectionId, string? Name, string Kind, string Model, int Calls, int Failed, long InputTokens, long OutputTokens, DateTimeOffset LastAt);

/// <summary>What was used in a period.</summary>
internal sealed record UsageTotals(DateTimeOffset From, DateTimeOffset To, int Calls, long InputTokens, long OutputTokens, IReadOnlyList<UsageLine> Items);
