using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>The headings of a table of finished trades.</summary>
internal sealed record ClosedTradeNames
{
    public string[] Id { get; init; } = [];

    public required string[] Symbol { get; init; }

    public required string[] Side { get; init; }

    public required string[] Quantity { get; init; }

    public required string[] EntryPrice { get; init; }

    public required string[] ExitPrice { get; init; }

    public required string[] EnteredAt { get; init; }

    /// <summary>Time of day of the entry, where its day stands alone.</summary>
    public string[] EntryClock { get; init; } = [];

    public required string[] ExitedAt { get; init; }

    /// <summary>Time of day of the exit, where its day stands alone.</summary>
    public string[] ExitClock { get; init; } = [];

    /// <summary>The result before costs.</summary>
    public string[] Gross { get; init; } = [];

    /// <summary>The result after costs, where the one before is not stated.</summary>
    public string[] Net { get; init; } = [];

    /// <summary>Columns that are added up, as far as they exist.</summary>
    public string[] Fees { get; init; } = [];

    /// <summary>Whether a negative fee is a charge.</summary>
    public bool FeesAreCash { get; init; }

    public string[] Account { get; init; } = [];

    public string[] Currency { get; init; } = [];
}

/// <summary>Base of formats that are one table with a finished trade in each row.</summary>
internal abstract class ClosedTradeFormat : TableImporter
{
    /// <summary>Headings that only this format has together.</summary>
    protected abstract string[] Signature { get; }

    /// <summary>Which heading is what.</summary>
    protected abstract ClosedTradeNames Names { get; }

    /// <summary>How sure a match of the signature is.</summary>
    protected virtual int Score => 100;

    /// <summary>Why a row is no trade, or <see langword="null"/> when it is one.</summary>
    protected virtual SkippedRow? NoTrade(RowCells cells) => null;

    /// <summary>Adds what only this format knows about a trade.</summary>
    protected virtual ClosedTradeRow Complete(ClosedTradeRow trade, RowCells cells) => trade;

    protected override ImportRecognition? Match(Headings headings) => headings.HasAll(Signature) ? new ImportRecognition(Score) : null;

    protected override int[] NumberColumns(Headings headings) =>
        [headings.Find(Names.Quantity), headings.Find(Names.EntryPrice), headings.Find(Names.ExitPrice), headings.Find(Names.Gross), headings.Find(Names.Net), .. Names.Fees.Select(name => headings.Find(name))];

    protected override int DateColumn(Headings headings) => headings.Find(Names.EnteredAt);

    protected override int[] DateColumns(Headings headings) => [headings.Find(Names.EnteredAt), headings.Find(Names.ExitedAt)];

    protected override RowReader Prepare(Headings headings)
    {
        ClosedTradeColumns columns = new()
        {
            Id = headings.Find(Names.Id),
            Symbol = headings.Find(Names.Symbol),
            Side = headings.Find(Names.Side),
            Quantity = headings.Find(Names.Quantity),
            EntryPrice = headings.Find(Names.EntryPrice),
            ExitPrice = headings.Find(Names.ExitPrice),
            EnteredAt = headings.Find(Names.EnteredAt),
            EntryClock = headings.Find(Names.EntryClock),
            ExitedAt = headings.Find(Names.ExitedAt),
            ExitClock = headings.Find(Names.ExitClock),
            Gross = headings.Find(Names.Gross),
            Net = headings.Find(Names.Net),
            Fees = [.. Names.Fees.Select(name => headings.Find(name)).Where(column => column >= 0).Distinct()],
            FeesAreCash = Names.FeesAreCash,
            Account = headings.Find(Names.Account),
            Currency = headings.Find(Names.Currency),
        };
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return (cells, items) =>
        {
            if (NoTrade(cells) is { } skipped)
            {
                items.Add(skipped);
                return;
            }

            ClosedTradeRow trade = Complete(columns.Read(cells, seen), cells);
            if (cells.Fault is null)
            {
                trade.AddTo(items, cells.Line);
            }
        };
    }
}
