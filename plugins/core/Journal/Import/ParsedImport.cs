using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>An execution of a file, completed with what the file left open.</summary>
/// <param name="Row">Line of the file.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Quantity">Units, positive.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Fee">All costs.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="Multiplier">Money per point of price.</param>
/// <param name="Kind">Kind of instrument.</param>
/// <param name="ExecutedAt">When, in UTC.</param>
/// <param name="Sequence">Order within the same time.</param>
/// <param name="ExecutionId">The broker's id, or <see langword="null"/>.</param>
/// <param name="AccountName">Broker account, or <see langword="null"/>.</param>
/// <param name="PairingKey">The broker's own pairing, or <see langword="null"/>.</param>
/// <param name="DedupeKey">Equal for the same fill in another upload; unique within the file and account.</param>
internal sealed record ParsedExecution(
    int Row,
    string Symbol,
    FillSide Side,
    decimal Quantity,
    decimal Price,
    decimal Fee,
    string Currency,
    decimal Multiplier,
    InstrumentKind Kind,
    DateTimeOffset ExecutedAt,
    long Sequence,
    string? ExecutionId,
    string? AccountName,
    string? PairingKey,
    string DedupeKey);

/// <summary>Everything that a file holds: every row is an execution, skipped, or an error.</summary>
internal sealed class ParsedImport
{
    /// <summary>Row lists stop here; counts do not.</summary>
    public const int MaxListed = 1000;

    public List<ParsedExecution> Executions { get; } = [];

    public List<SkippedRow> Skipped { get; } = [];

    public int SkippedCount { get; private set; }

    public List<FaultyRow> Errors { get; } = [];

    public int ErrorCount { get; private set; }

    public List<ImportWarning> Warnings { get; } = [];

    /// <summary>What the broker states as the result, or <see langword="null"/>.</summary>
    public StatementTotals? Statement { get; set; }

    public int Rows => Executions.Count + SkippedCount + ErrorCount;

    public void Add(SkippedRow row)
    {
        SkippedCount++;
        if (Skipped.Count < MaxListed)
        {
            Skipped.Add(row);
        }
    }

    public void Add(FaultyRow row)
    {
        ErrorCount++;
        if (Errors.Count < MaxListed)
        {
            Errors.Add(row);
        }
    }

    /// <summary>Keeps the first warning of each code.</summary>
    public void Add(ImportWarning warning)
    {
        if (!Warnings.Exists(known => known.Code == warning.Code))
        {
            Warnings.Add(warning);
        }
    }
}

/// <summary>The broker's own totals, as printed in the file.</summary>
/// <param name="Gross">Before costs, where stated.</param>
/// <param name="Fees">Costs, where stated.</param>
/// <param name="Net">After costs, where stated.</param>
internal sealed record StatementTotals(decimal? Gross, decimal? Fees, decimal? Net);

/// <summary>An importer found the broker's own totals.</summary>
internal sealed record StatedTotals(int Row, StatementTotals Totals) : ImportItem(Row);
