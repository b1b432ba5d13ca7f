using System.Globalization;
using System.Text;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Which closed trades to look at. Days are trading days of the close in the account's zone, both ends inclusive.</summary>
internal sealed record TradeFilter
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Symbol { get; init; }

    public PositionSide? Side { get; init; }

    public TradeOutcome? Outcome { get; init; }

    /// <summary>Accounts, any of them; empty for all.</summary>
    public IReadOnlyList<Guid> AccountIds { get; init; } = [];

    public string? Currency { get; init; }

    /// <summary>Currency into which the trades of every currency are converted; <see langword="null"/> to look at one currency as it is.</summary>
    public string? Base { get; init; }

    public Guid? ProjectId { get; init; }

    /// <summary>Tags, any of them; empty for all.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The playbook.</summary>
    public Guid? SetupId { get; init; }

    /// <summary>Day of the week of the entry in the account's zone, 1 for Monday to 7.</summary>
    public int? Weekday { get; init; }

    /// <summary>Hour of the entry in the account's zone, 0 to 23.</summary>
    public int? Hour { get; init; }

    /// <summary>Holding time in minutes, from.</summary>
    public decimal? MinDuration { get; init; }

    /// <summary>Holding time in minutes, below.</summary>
    public decimal? MaxDuration { get; init; }

    /// <summary>Largest size held, from.</summary>
    public decimal? MinSize { get; init; }

    /// <summary>Largest size held, up to.</summary>
    public decimal? MaxSize { get; init; }

    /// <summary>Whether only trades since the reset of their account count.</summary>
    public bool SinceReset { get; init; }

    /// <summary>Whether wins and losses are decided after or before fees.</summary>
    public ResultView View { get; init; }

    /// <summary>Whether it asks for nothing that only whole trades have, so that parts of positions belong to it too.</summary>
    public bool IsOfPositions =>
        Tags.Count == 0 && this with { From = null, To = null, Symbol = null, AccountIds = [], Tags = [], Currency = null, View = ResultView.Net } == new TradeFilter();

    /// <summary>Whether every trade belongs to it.</summary>
    public bool IsEmpty => (this with { View = ResultView.Net, Base = null }).Key() == new TradeFilter().Key();

    /// <summary>Reads a filter from texts, as queries and tools give them.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static TradeFilter Parse(string? from, string? to, string? symbol, string? side, string? outcome, Guid? accountId, string? currency) => new()
    {
        From = FilterText.Day("from", from),
        To = FilterText.Day("to", to),
        Symbol = FilterText.Word("symbol", symbol),
        Side = FilterText.OneOf<PositionSide>("side", side),
        Outcome = FilterText.OneOf<TradeOutcome>("outcome", outcome),
        AccountIds = accountId is { } id ? [id] : [],
        Currency = FilterText.Word("currency", currency)?.ToUpperInvariant(),
    };

    /// <summary>Writes the conditions after a <c>where</c> and adds their parameters; the caller's trades only.</summary>
    public string Conditions(NpgsqlCommand command, Guid userId)
    {
        List<string> conditions = [Condition(command, "t.user_id =", userId)];
        void Add<T>(string comparison, T? value) where T : struct
        {
            if (value is { } given)
            {
                conditions.Add(Condition(command, comparison, given));
            }
        }

        Add("t.closed_on >=", From);
        Add("t.closed_on <=", To);
        Add("t.quantity >=", MinSize);
        Add("t.quantity <=", MaxSize);
        Add("t.closed_at - t.opened_at >= interval '1 minute' *", (double?)MinDuration);
        Add("t.closed_at - t.opened_at < interval '1 minute' *", (double?)MaxDuration);
        Add("extract(isodow from t.opened_at at time zone (select a.time_zone from journal.accounts a where a.tenant_id = t.tenant_id and a.id = t.account_id)) =", Weekday);
        Add("extract(hour from t.opened_at at time zone (select a.time_zone from journal.accounts a where a.tenant_id = t.tenant_id and a.id = t.account_id)) =", Hour);
        if (Symbol is { } symbol)
        {
            conditions.Add(Condition(command, "t.symbol =", symbol));
        }

        if (Side is { } side)
        {
            conditions.Add(Condition(command, "t.side =", side.ToString()));
        }

        if (AccountIds.Count == 1)
        {
            conditions.Add(Condition(command, "t.account_id =", AccountIds[0]));
        }
        else if (AccountIds.Count > 1)
        {
            conditions.Add(Condition(command, "t.account_id = any(", AccountIds.ToArray()) + ")");
        }

        if (Currency is { } currency)
        {
            conditions.Add(Condition(command, "t.currency =", currency));
        }

        if (Outcome is { } outcome)
        {
            conditions.Add(OutcomeCondition(outcome, View == ResultView.Gross ? "t.gross" : "t.net"));
        }

        if (SinceReset)
        {
            conditions.Add("t.closed_on >= coalesce((select a.reset_on from journal.accounts a where a.tenant_id = t.tenant_id and a.id = t.account_id), '-infinity')");
        }

        if (Tags.Count > 0 || SetupId is not null || ProjectId is not null)
        {
            conditions.Add(MarkCondition(command));
        }

        return string.Join(" and ", conditions);
    }

    /// <summary>Adds one condition with its parameter.</summary>
    public static string Condition<T>(NpgsqlCommand command, string comparison, T value)
    {
        command.With(value);
        return $"{comparison} ${command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A text that is equal for filters that find the same trades.</summary>
    public string Key()
    {
        StringBuilder key = new();
        key.Append(CultureInfo.InvariantCulture, $"{From:O}|{To:O}|{Side}|{Outcome}|{ProjectId:N}|{SetupId:N}|{Weekday}|{Hour}|{MinDuration}|{MaxDuration}|{MinSize}|{MaxSize}|{SinceReset}|{View}|{Currency}|{Base}");
        foreach (Guid account in AccountIds.Order())
        {
            key.Append(CultureInfo.InvariantCulture, $"|a{account:N}");
        }

        foreach (string tag in Tags.Order(StringComparer.Ordinal))
        {
            key.Append(CultureInfo.InvariantCulture, $"|t{tag.Length}:{tag}");
        }

        return key.Append("|s").Append(Symbol).ToString();
    }

    // Most accounts have no band: only where one has, its value is looked up for each trade.
    private static string OutcomeCondition(TradeOutcome outcome, string result)
    {
        const string Plain = "t.account_id in (select a.id from journal.accounts a where a.breakeven_band = 0)";
        const string Band = "(select a.breakeven_band from journal.accounts a where a.tenant_id = t.tenant_id and a.id = t.account_id)";
        return outcome switch
        {
            TradeOutcome.Win => $"{result} > 0 and ({Plain} or {result} > {Band})",
            TradeOutcome.Loss => $"{result} < 0 and ({Plain} or {result} < -{Band})",
            _ => $"({result} = 0 or (not {Plain} and abs({result}) <= {Band}))",
        };
    }

    private string MarkCondition(NpgsqlCommand command)
    {
        List<string> marks = ["n.tenant_id = t.tenant_id", "n.account_id = t.account_id", "n.opening_key = t.opening_key"];
        if (Tags.Count > 0)
        {
            marks.Add(Condition(command, "n.tags &&", Tags.ToArray()));
        }

        if (SetupId is { } setup)
        {
            marks.Add(Condition(command, "n.playbook_id =", setup));
        }

        if (ProjectId is { } project)
        {
            marks.Add(Condition(command, "n.project_id =", project));
        }

        return $"exists (select from journal.trade_annotations n where {string.Join(" and ", marks)})";
    }
}
