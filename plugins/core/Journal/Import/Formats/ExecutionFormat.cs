using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>The headings of a table of executions; the first name found counts, an empty list is a column that it lacks.</summary>
internal sealed record ExecutionNames
{
    public required string[] Date { get; init; }

    public string[] Time { get; init; } = [];

    public required string[] Symbol { get; init; }

    public required string[] Quantity { get; init; }

    public required string[] Price { get; init; }

    public string[] Side { get; init; } = [];

    /// <summary>Columns that are added up, as far as they exist.</summary>
    public string[] Fees { get; init; } = [];

    public string[] Currency { get; init; } = [];

    public string[] ExecutionId { get; init; } = [];

    public string[] Account { get; init; } = [];

    public string[] Kind { get; init; } = [];

    public string[] Multiplier { get; init; } = [];

    /// <summary>Whether a negative fee is a charge.</summary>
    public bool FeesAreCash { get; init; }

    /// <summary>Whether a negative quantity is a sale where no side is stated.</summary>
    public bool SignTellsSide { get; init; }

    /// <summary>Whether a row of zero units is a fill.</summary>
    public bool ZeroCounts { get; init; }

    /// <summary>Finds the columns.</summary>
    public ExecutionColumns In(Headings headings) => new()
    {
        Date = headings.Find(Date),
        Time = headings.Find(Time),
        Symbol = headings.Find(Symbol),
        Quantity = headings.Find(Quantity),
        Price = headings.Find(Price),
        Side = headings.Find(Side),
        Fees = [.. Fees.Select(name => headings.Find(name)).Where(column => column >= 0).Distinct()],
        Currency = headings.Find(Currency),
        ExecutionId = headings.Find(ExecutionId),
        Account = headings.Find(Account),
        Kind = headings.Find(Kind),
        Multiplier = headings.Find(Multiplier),
        FeesAreCash = FeesAreCash,
        SignTellsSide = SignTellsSide,
        ZeroCounts = ZeroCounts,
    };
}

/// <summary>Base of formats that are one table with an execution in each row, beside rows that are none.</summary>
internal abstract class ExecutionFormat : TableImporter
{
    /// <summary>Headings that only this format has together.</summary>
    protected abstract string[] Signature { get; }

    /// <summary>Which heading is what.</summary>
    protected abstract ExecutionNames Names { get; }

    /// <summary>How sure a match of the signature is.</summary>
    protected virtual int Score => 100;

    /// <summary>Why a row is no execution, or <see langword="null"/> when it is one.</summary>
    protected virtual SkippedRow? NoTrade(RowCells cells)
    {
        string word = cells.Text(cells.Headings.Find(Names.Side));
        return Names.Side.Length == 0 || SideText.IsBuy(word) is not null ? null : NotATrade(cells.Line, word);
    }

    /// <summary>Adds what only this format knows about an execution.</summary>
    protected virtual ImportedExecution Complete(ImportedExecution execution, RowCells cells) => execution;

    /// <summary>Adds what becomes of a row.</summary>
    protected virtual void Add(ImportedExecution execution, RowCells cells, List<ImportItem> items) => items.Add(Complete(execution, cells));

    /// <summary>A row whose word is neither a buy nor a sell.</summary>
    protected static SkippedRow NotATrade(int line, string word) => word.Length == 0
        ? Skip(line, "not_a_trade", "The row names no side.", "该行没有方向。")
        : Skip(line, "not_a_trade", $"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。");

    protected override ImportRecognition? Match(Headings headings) => headings.HasAll(Signature) ? new ImportRecognition(Score) : null;

    protected override int[] NumberColumns(Headings headings)
    {
        ExecutionColumns columns = Names.In(headings);
        return [columns.Quantity, columns.Price, .. columns.Fees];
    }

    protected override int DateColumn(Headings headings) => headings.Find(Names.Date);

    protected override RowReader Prepare(Headings headings)
    {
        ExecutionColumns columns = Names.In(headings);
        return (cells, items) =>
        {
            if (NoTrade(cells) is { } skipped)
            {
                items.Add(skipped);
            }
            else if (columns.Read(cells) is ImportedExecution execution && cells.Fault is null)
            {
                Add(execution, cells, items);
            }
        };
    }
}
