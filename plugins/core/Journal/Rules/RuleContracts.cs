using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>Rules as a client sets them; what is absent or null is not ruled.</summary>
internal sealed record RulesInput(
    RuleLimit? MaxDailyLoss,
    RuleLimit? MaxTradesPerDay,
    RuleLimit? CoolDownMinutes,
    RuleLimit? MaxSize,
    RuleLimit? MaxOpenPositions,
    IReadOnlyList<RuleItem>? RequiredChecklist);

/// <summary>Rules that hold from a later time on.</summary>
internal sealed record PendingRulesBody(DateTimeOffset From, RuleSet Rules);

/// <summary>The rules that hold now, and those that wait.</summary>
internal sealed record RulesBody(
    RuleLimit? MaxDailyLoss,
    RuleLimit? MaxTradesPerDay,
    RuleLimit? CoolDownMinutes,
    RuleLimit? MaxSize,
    RuleLimit? MaxOpenPositions,
    IReadOnlyList<RuleItem> RequiredChecklist,
    PendingRulesBody? Pending);

internal sealed record CheckInput(
    Guid? AccountId, string? Symbol, string? Side, decimal? Quantity, decimal? Risk, Guid? PlaybookId, IReadOnlyList<string>? Checklist);

internal sealed record ReasonBody(string Rule, RuleAction Action, string Message, decimal Value, decimal Limit, IReadOnlyList<string> Missing);

internal sealed record LockBody(bool Locked, DateTimeOffset? Since, DateTimeOffset? Until, int RemainingMinutes);

/// <summary>What a check answers.</summary>
/// <param name="Decision">allowed, warn, confirm or blocked.</param>
/// <param name="Reasons">What speaks against the trade.</param>
/// <param name="Lock">The lock that holds, or null.</param>
/// <param name="CheckId">Id by which the answer can be overridden.</param>
internal sealed record CheckBody(string Decision, IReadOnlyList<ReasonBody> Reasons, LockBody? Lock, Guid CheckId);

internal sealed record OverrideInput(string? Note);

internal sealed record LockInput(int? Minutes);

internal sealed record OverrideCostBody(decimal Amount, string Currency);

/// <summary>A check whose answer was not followed.</summary>
/// <param name="Id">The check.</param>
/// <param name="Kind">overridden: confirmed with a note; ignored: traded although blocked.</param>
/// <param name="At">When it was overridden, or checked.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">long or short.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Decision">What the check answered.</param>
/// <param name="Reasons">What spoke against the trade.</param>
/// <param name="Note">What the trader wrote.</param>
/// <param name="Trades">Closed trades opened within thirty minutes on that instrument.</param>
/// <param name="Cost">What these lost; negative when they earned; null while there is none.</param>
internal sealed record OverrideBody(
    Guid Id,
    string Kind,
    DateTimeOffset At,
    Guid AccountId,
    string Symbol,
    string Side,
    decimal Quantity,
    string Decision,
    IReadOnlyList<ReasonBody> Reasons,
    string? Note,
    IReadOnlyList<Guid> Trades,
    OverrideCostBody? Cost);

internal sealed record OverridePage(IReadOnlyList<OverrideBody> Items, string? NextCursor);

/// <summary>JSON of the pre-trade ritual, also as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(IReadOnlyList<CheckReason>))]
[JsonSerializable(typeof(RulesInput))]
[JsonSerializable(typeof(RulesBody))]
[JsonSerializable(typeof(CheckInput))]
[JsonSerializable(typeof(CheckBody))]
[JsonSerializable(typeof(RuleStatusBody))]
[JsonSerializable(typeof(RulesAnswer))]
[JsonSerializable(typeof(OverrideInput))]
[JsonSerializable(typeof(LockInput))]
[JsonSerializable(typeof(LockBody))]
[JsonSerializable(typeof(OverrideBody))]
[JsonSerializable(typeof(OverridePage))]
internal sealed partial class RulesJsonContext : JsonSerializerContext;
