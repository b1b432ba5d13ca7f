using System.Globalization;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Which column of a table is what. People make it for files of which no format is known, keep it for the next file with
/// the same headings, and pass it on; the recognition by content makes one too.
/// </summary>
internal sealed record ColumnMapping
{
    /// <summary>A row is an execution.</summary>
    public const string Executions = "executions";

    /// <summary>A row is a finished trade.</summary>
    public const string Trades = "trades";

    /// <summary>What the columns may be.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "date", "time", "symbol", "side", "quantity", "price", "amount", "currency", "account", "id", "multiplier", "kind", "status",
        "exitDate", "exitTime", "exitPrice", "gross", "net",
    ];

    /// <summary><c>executions</c> or <c>trades</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Heading for each field; <c>#3</c> is the third column.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>Headings of the columns with costs, which are added up.</summary>
    public IReadOnlyList<string>? Fees { get; init; }

    /// <summary>Whether a negative cost is a charge.</summary>
    public bool? FeesAreCash { get; init; }

    /// <summary>What words of the side column mean: <c>buy</c> or <c>sell</c>.</summary>
    public IReadOnlyDictionary<string, string>? Sides { get; init; }

    /// <summary>The instrument, where the table does not name it.</summary>
    public string? Symbol { get; init; }

    /// <summary>Whether the table has headings.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>Whether rows are finished trades.</summary>
    public bool IsTrades => Kind == Trades;

    /// <summary>Position of a field in a table, or -1.</summary>
    public int Find(Headings headings, string field) => Columns is not null && Columns.TryGetValue(field, out string? heading) ? Position(headings, heading) : -1;

    /// <summary>Positions of the columns with costs.</summary>
    public int[] FindFees(Headings headings) => [.. (Fees ?? []).Select(heading => Position(headings, heading)).Where(column => column >= 0).Distinct()];

    /// <summary>Whether every column that the mapping names is there.</summary>
    public bool Fits(Headings headings) => Columns is { Count: > 0 } && Columns.Values.All(heading => Position(headings, heading) >= 0);

    /// <summary>Checks that the mapping names what a table of its kind needs.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public void Check()
    {
        if (Kind is not (null or Executions or Trades))
        {
            throw Invalid("“kind” must be executions or trades.", "“kind”必须是 executions 或 trades。");
        }

        if (Columns is null || !Columns.Keys.All(Fields.Contains) || Columns.Values.Any(string.IsNullOrWhiteSpace))
        {
            throw Invalid($"“columns” may name {string.Join(", ", Fields)}.", $"“columns”可以包含 {string.Join(", ", Fields)}。");
        }

        string[] needed = IsTrades ? ["date", "exitDate", "price", "exitPrice", "quantity"] : ["date"];
        string[] missing = [.. needed.Where(field => !Columns.ContainsKey(field))];
        bool size = IsTrades || new[] { "quantity", "price", "amount" }.Count(Columns.ContainsKey) >= 2;
        if (missing.Length > 0 || !size || (Symbol is null && !Columns.ContainsKey("symbol")))
        {
            string[] all = [.. missing, .. size ? Array.Empty<string>() : ["quantity", "price"], .. Symbol is null && !Columns.ContainsKey("symbol") ? ["symbol"] : Array.Empty<string>()];
            throw Invalid($"“columns” lacks {string.Join(", ", all)}.", $"“columns”缺少 {string.Join(", ", all)}。");
        }

        if (Sides is not null && Sides.Values.Any(side => side is not ("buy" or "sell")))
        {
            throw Invalid("“sides” must map words to buy or sell.", "“sides”必须把词语对应到 buy 或 sell。");
        }
    }

    private static ProblemException Invalid(string en, string zh) => ProblemException.Invalid("mapping", new Text(en, zh));

    private static int Position(Headings headings, string heading)
    {
        if (heading.StartsWith('#') && int.TryParse(heading.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= DelimitedReader.MaxColumns)
        {
            return number <= headings.Cells.Count ? number - 1 : -1;
        }

        return headings.Find(heading);
    }
}
