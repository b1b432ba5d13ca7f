using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>Checks what clients send.</summary>
internal static class RuleInputs
{
    private const int MostItems = 20;
    private const int LongestItem = 200;
    private const int LongestNote = 1000;
    private const int LongestLock = 7 * 24 * 60;

    /// <summary>Rules in a valid form.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static RuleSet Rules(RulesInput input) => new()
    {
        MaxDailyLoss = Amount("maxDailyLoss", input.MaxDailyLoss),
        MaxTradesPerDay = Count("maxTradesPerDay", input.MaxTradesPerDay, 1000),
        CoolDownMinutes = Count("coolDownMinutes", input.CoolDownMinutes, 24 * 60),
        MaxSize = Amount("maxSize", input.MaxSize),
        MaxOpenPositions = Count("maxOpenPositions", input.MaxOpenPositions, 1000),
        RequiredChecklist = Checklist(input.RequiredChecklist ?? []),
    };

    /// <summary>An intended trade in a valid form.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static IntendedTrade Trade(CheckInput input)
    {
        string symbol = Line("symbol", input.Symbol, 100);
        PositionSide side = input.Side?.Trim().ToLowerInvariant() switch
        {
            "long" or "buy" => PositionSide.Long,
            "short" or "sell" => PositionSide.Short,
            _ => throw Invalid("side", "must be long or short.", "必须是 long 或 short。"),
        };
        if (input.Quantity is not (> 0 and <= NumberText.Largest))
        {
            throw Invalid("quantity", "must be above zero.", "必须大于零。");
        }

        if (input.Risk is < 0 or > NumberText.Largest)
        {
            throw Invalid("risk", "must be zero or more.", "必须大于或等于零。");
        }

        string[] ticked = [.. (input.Checklist ?? []).Where(item => item is not null).Select(item => item.Trim())];
        return new IntendedTrade(symbol, side, input.Quantity.Value, input.Risk, ticked);
    }

    /// <summary>The note of an override.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string Note(OverrideInput input)
    {
        string note = input.Note?.Trim() ?? string.Empty;
        return note.Length is > 0 and <= LongestNote && !note.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
            ? note
            : throw Invalid("note", $"must have 1 to {LongestNote} characters: say why.", $"必须有 1 到 {LongestNote} 个字符：写下原因。");
    }

    /// <summary>The length of a lock.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static TimeSpan Lock(LockInput input) => input.Minutes is >= 1 and <= LongestLock and int minutes
        ? TimeSpan.FromMinutes(minutes)
        : throw Invalid("minutes", $"must be between 1 and {LongestLock}.", $"必须在 1 到 {LongestLock} 之间。");

    private static RuleLimit? Amount(string field, RuleLimit? limit) => limit is null || limit.Value is > 0 and <= NumberText.Largest
        ? limit
        : throw Invalid(field, "must be above zero.", "必须大于零。");

    private static RuleLimit? Count(string field, RuleLimit? limit, int most) => limit is null || (limit.Value >= 1 && limit.Value <= most && limit.Value % 1 == 0)
        ? limit
        : throw Invalid(field, $"must be a whole number from 1 to {most}.", $"必须是 1 到 {most} 的整数。");

    private static RuleItem[] Checklist(IReadOnlyList<RuleItem> items)
    {
        if (items.Count > MostItems)
        {
            throw Invalid("requiredChecklist", $"may have at most {MostItems} items.", $"最多 {MostItems} 项。");
        }

        RuleItem[] clean = [.. items.Select(item => new RuleItem(Line("requiredChecklist", item?.Value, LongestItem), item!.Action))];
        return clean.DistinctBy(item => item.Value).Count() == clean.Length
            ? clean
            : throw Invalid("requiredChecklist", "names an item twice.", "有重复的项。");
    }

    private static string Line(string field, string? text, int longest)
    {
        string clean = text?.Trim() ?? string.Empty;
        return clean.Length > 0 && clean.Length <= longest && !clean.Any(char.IsControl)
            ? clean
            : throw Invalid(field, $"must have 1 to {longest} characters.", $"必须有 1 到 {longest} 个字符。");
    }

    private static ProblemException Invalid(string field, string en, string zh) => ProblemException.Invalid(field, Text.Of($"“{field}” {en}", $"“{field}”{zh}"));
}
