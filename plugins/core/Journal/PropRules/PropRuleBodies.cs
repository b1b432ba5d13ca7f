using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Journal.PropRules;

internal sealed record PropRuleInput(
    Guid? AccountId,
    string? Name,
    decimal? DailyLoss,
    decimal? MaxDrawdown,
    string? Drawdown,
    decimal? ProfitTarget,
    decimal? Consistency,
    int? MinimumDays);

internal sealed record PropRuleBody(
    Guid Id,
    Guid AccountId,
    string Name,
    decimal? DailyLoss,
    decimal? MaxDrawdown,
    string Drawdown,
    decimal? ProfitTarget,
    decimal? Consistency,
    int? MinimumDays);

internal sealed record PropRuleList(IReadOnlyList<PropRuleBody> Items);

internal sealed record PropRuleStatusBody(string Rule, decimal Limit, decimal? Value, decimal? Remaining, string Unit, string State, DateOnly? Day);

internal sealed record PropRuleStanding(Guid Id, Guid AccountId, string Name, string Currency, string State, IReadOnlyList<PropRuleStatusBody> Rules);

internal sealed record PropRuleStandingList(IReadOnlyList<PropRuleStanding> Items);

/// <summary>JSON of the rules of evaluation programmes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PropRuleInput))]
[JsonSerializable(typeof(PropRuleBody))]
[JsonSerializable(typeof(PropRuleList))]
[JsonSerializable(typeof(PropRuleStandingList))]
internal sealed partial class PropRuleJsonContext : JsonSerializerContext;
