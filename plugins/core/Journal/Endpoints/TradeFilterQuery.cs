using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Mvc;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>The filter that every list and figure of the journal takes as a query.</summary>
internal sealed class TradeFilterQuery
{
    private const int MostValues = 50;

    [FromQuery(Name = "accountId")]
    public Guid[]? AccountId { get; init; }

    [FromQuery(Name = "projectId")]
    public Guid? ProjectId { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "symbol")]
    public string? Symbol { get; init; }

    [FromQuery(Name = "side")]
    public string? Side { get; init; }

    [FromQuery(Name = "outcome")]
    public string? Outcome { get; init; }

    [FromQuery(Name = "tag")]
    public string[]? Tag { get; init; }

    [FromQuery(Name = "setup")]
    public Guid? Setup { get; init; }

    [FromQuery(Name = "weekday")]
    public int? Weekday { get; init; }

    [FromQuery(Name = "hour")]
    public int? Hour { get; init; }

    [FromQuery(Name = "minDuration")]
    public decimal? MinDuration { get; init; }

    [FromQuery(Name = "maxDuration")]
    public decimal? MaxDuration { get; init; }

    [FromQuery(Name = "minSize")]
    public decimal? MinSize { get; init; }

    [FromQuery(Name = "maxSize")]
    public decimal? MaxSize { get; init; }

    [FromQuery(Name = "currency")]
    public string? Currency { get; init; }

    [FromQuery(Name = "base")]
    public string? Base { get; init; }

    [FromQuery(Name = "sinceReset")]
    public bool? SinceReset { get; init; }

    [FromQuery(Name = "view")]
    public string? View { get; init; }

    [FromQuery(Name = "unit")]
    public string? Unit { get; init; }

    [FromQuery(Name = "days")]
    public string? Days { get; init; }

    [FromQuery(Name = "returns")]
    public string? Returns { get; init; }

    /// <summary>The filter.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public TradeFilter ToFilter() => TradeFilter.Parse(From, To, Symbol, Side, Outcome, null, Currency) with
    {
        AccountIds = Few("accountId", AccountId),
        ProjectId = ProjectId,
        Base = FilterText.Word("base", Base)?.ToUpperInvariant(),
        Tags = [.. Few("tag", Tag).Select(tag => FilterText.Word("tag", tag)).OfType<string>()],
        SetupId = Setup,
        Weekday = FilterText.Whole("weekday", Weekday, 1, 7),
        Hour = FilterText.Whole("hour", Hour, 0, 23),
        MinDuration = FilterText.Amount("minDuration", MinDuration),
        MaxDuration = FilterText.Amount("maxDuration", MaxDuration),
        MinSize = FilterText.Amount("minSize", MinSize),
        MaxSize = FilterText.Amount("maxSize", MaxSize),
        SinceReset = SinceReset ?? false,
        View = FilterText.OneOf<ResultView>("view", View) ?? ResultView.Net,
    };

    /// <summary>What figures are stated in.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public TradeView ToView() => new(
        FilterText.OneOf<ResultUnit>("unit", Unit) ?? ResultUnit.Money,
        FilterText.OneOf<DayBasis>("days", Days) ?? DayBasis.Closes,
        FilterText.OneOf<ReturnBasis>("returns", Returns) ?? ReturnBasis.Equity);

    private static T[] Few<T>(string field, T[]? values) => values is null or { Length: <= MostValues }
        ? values ?? []
        : throw ProblemException.Invalid(field, new Text($"“{field}” may stand at most {MostValues} times.", $"“{field}”最多出现 {MostValues} 次。"));
}
