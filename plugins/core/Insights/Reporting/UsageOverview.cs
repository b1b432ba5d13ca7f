using AIWendy.Plugins.Insights.Counting;
using AIWendy.Plugins.Insights.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Insights.Reporting;

/// <summary>Adds the figures of a period up.</summary>
internal sealed class UsageOverview(InsightsDbContext context, UsageNames names, ISettings<InsightsSettings> settings, TimeProvider time)
{
    public const int DefaultDays = 30;
    private const int MostDays = 366;

    private static readonly Dictionary<string, string> NoNames = [];

    public async Task<UsageView> ReadAsync(int days, CancellationToken cancellationToken)
    {
        if (days is < 1 or > MostDays)
        {
            throw ProblemException.Invalid("days", Text.Of($"A period has 1 to {MostDays} days.", $"时间段须为 1 到 {MostDays} 天。"));
        }

        DateOnly to = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        DateOnly from = to.AddDays(1 - days);
        List<DailyCount> counts = await context.DailyCounts.AsNoTracking()
            .Where(count => count.Day >= from && count.Day <= to).ToListAsync(cancellationToken);
        Dictionary<DateOnly, int> people = await context.ActivePeople.AsNoTracking()
            .Where(person => person.Day >= from && person.Day <= to)
            .GroupBy(person => person.Day)
            .Select(group => new { Day = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Day, row => row.Count, cancellationToken);
        int distinct = await context.ActivePeople.AsNoTracking()
            .Where(person => person.Day >= from && person.Day <= to)
            .Select(person => person.UserId).Distinct().CountAsync(cancellationToken);
        int kept = (await settings.GetAsync(cancellationToken)).KeptDays;
        return new UsageView(
            from,
            to,
            distinct,
            Totals(counts),
            Days(from, days, counts, people),
            Shares(counts, Metrics.Messages, await names.OfCoachesAsync()),
            Models(counts),
            Shares(counts, Metrics.Imports, await names.OfFormatsAsync()),
            Shares(counts, Metrics.ModelErrors, NoNames),
            kept);
    }

    private static UsageTotals Totals(List<DailyCount> counts)
    {
        ILookup<string, long> by = counts.ToLookup(static count => count.Metric, static count => count.Count);
        return new UsageTotals(
            by[Metrics.SignUps].Sum(),
            by[Metrics.SignIns].Sum(),
            by[Metrics.Conversations].Sum(),
            by[Metrics.Messages].Sum(),
            by[Metrics.Imports].Sum(),
            by[Metrics.Executions].Sum(),
            by[Metrics.Reports].Sum(),
            by[Metrics.ModelCalls].Sum(),
            by[Metrics.ModelTokens].Sum(),
            by[Metrics.ModelErrors].Sum());
    }

    private static List<UsageDay> Days(DateOnly from, int days, List<DailyCount> counts, Dictionary<DateOnly, int> people)
    {
        ILookup<(DateOnly, string), long> by = counts.ToLookup(static count => (count.Day, count.Metric), static count => count.Count);
        return
        [
            .. Enumerable.Range(0, days).Select(from.AddDays).Select(day => new UsageDay(
                day,
                people.GetValueOrDefault(day),
                by[(day, Metrics.Messages)].Sum(),
                by[(day, Metrics.Imports)].Sum(),
                by[(day, Metrics.ModelCalls)].Sum(),
                by[(day, Metrics.ModelErrors)].Sum())),
        ];
    }

    private static List<UsageShare> Shares(List<DailyCount> counts, string metric, Dictionary<string, string> known) =>
    [
        .. counts.Where(count => count.Metric == metric)
            .GroupBy(static count => count.Key, static count => count.Count)
            .Select(group => new UsageShare(group.Key, known.GetValueOrDefault(group.Key), group.Sum()))
            .OrderByDescending(static share => share.Count).ThenBy(static share => share.Key, StringComparer.Ordinal),
    ];

    private static List<ModelShare> Models(List<DailyCount> counts)
    {
        Dictionary<string, long> tokens = Shares(counts, Metrics.ModelTokens, NoNames).ToDictionary(static share => share.Key, static share => share.Count);
        return [.. Shares(counts, Metrics.ModelCalls, NoNames).Select(share => new ModelShare(share.Key, share.Count, tokens.GetValueOrDefault(share.Key)))];
    }
}
