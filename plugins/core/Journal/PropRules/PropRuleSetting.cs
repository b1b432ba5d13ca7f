using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.PropRules;

/// <summary>The rules of an evaluation programme that a person trades an account by.</summary>
internal sealed class PropRuleSetting : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    public required string Name { get; init; }

    public decimal? DailyLoss { get; init; }

    public decimal? MaxDrawdown { get; init; }

    public DrawdownRule Drawdown { get; init; }

    public decimal? ProfitTarget { get; init; }

    public decimal? Consistency { get; init; }

    public int? MinimumDays { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The rules as the engine judges them.</summary>
    public PropRuleSet ToSet() => new()
    {
        DailyLoss = DailyLoss,
        MaxDrawdown = MaxDrawdown,
        Drawdown = Drawdown,
        ProfitTarget = ProfitTarget,
        Consistency = Consistency,
        MinimumDays = MinimumDays,
    };
}
