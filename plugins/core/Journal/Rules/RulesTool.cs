using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>What <c>journal_rules</c> answers.</summary>
internal sealed record RulesAnswer(RulesBody Rules, RuleStatusBody Today);

/// <summary>The own rules and how they stand today, as a tool.</summary>
internal sealed class RulesTool(RuleService rules) : ICoachTool
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{ "type": "object", "properties": {}, "additionalProperties": false }""");

    public string Name => "journal_rules";

    public Text Title => new("Reads your trading rules", "读取你的交易规则");

    public string Description =>
        "The rules that the user set for himself (daily loss, trades per day, waiting after a loss, size, open positions, checklist), how they stand today for each account, and whether trading is locked. "
        + "Call it before any advice about taking another trade today. A lock can not be lifted early: never suggest ways around it. Trades that were not imported yet are not known.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.Behaviour;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        RulesAnswer answer = new(await rules.ReadRulesAsync(cancellationToken), await rules.ReadStatusAsync(null, cancellationToken));
        return new CoachToolResult(JsonSerializer.Serialize(answer, RulesJsonContext.Default.RulesAnswer))
        {
            Figures = [.. answer.Today.Items.SelectMany(Figures)],
        };
    }

    private static IEnumerable<Figure> Figures(AccountStatusBody account)
    {
        string suffix = account.AccountId.ToString("N")[^8..];
        yield return new Figure($"today_net_{suffix}", new Text("Net today", "今日净盈亏"), account.Net, FigureUnits.Money, account.Trades, Currency: account.Currency);
        yield return new Figure($"today_trades_{suffix}", new Text("Trades opened today", "今日开仓笔数"), account.Trades, FigureUnits.Count, account.Trades);
        foreach (RuleStanding standing in account.Rules)
        {
            string unit = standing.Rule switch { RuleIds.MaxDailyLoss => FigureUnits.Money, RuleIds.CoolDown => FigureUnits.Minutes, _ => FigureUnits.Count };
            string? currency = unit == FigureUnits.Money ? account.Currency : null;
            Text name = RuleTexts.Name(standing.Rule);
            yield return new Figure($"rule_{standing.Rule}_{suffix}", name, standing.Value, unit, account.Trades, standing.Value is null ? "does_not_apply" : null, currency);
            yield return new Figure(
                $"rule_{standing.Rule}_limit_{suffix}", new Text($"{name.En}, limit", $"{name.Zh}上限"), standing.Limit, unit, account.Trades, Currency: currency);
        }
    }
}
