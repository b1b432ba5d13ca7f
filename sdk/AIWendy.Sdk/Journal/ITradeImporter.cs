using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk.Journal;

/// <summary>
/// Extension point: reads one broker's or platform's export. The journal asks every importer about a file and lets the
/// surest one read it; the user picks nothing. An importer keeps no state between calls.
/// </summary>
public interface ITradeImporter
{
    /// <summary>Lower-case snake_case name of the format, unique in the installation, e.g. <c>ibkr_trades</c>.</summary>
    string Id { get; }

    /// <summary>What people call the format.</summary>
    Text Name { get; }

    /// <summary>Looks at the beginning of a file. Must be quick and must not throw for strange content.</summary>
    /// <returns>How sure the importer is, or <see langword="null"/> when the file is not its own.</returns>
    ImportRecognition? Recognise(IImportSource source);

    /// <summary>
    /// Reads the whole file as a stream: each row yields an execution, a skipped row with its reason, or an error with
    /// its place. Nothing is dropped silently. Rows need not come in the order of time.
    /// </summary>
    /// <exception cref="ProblemException">The file as a whole can not be read.</exception>
    IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken);
}

/// <summary>An uploaded file.</summary>
public interface IImportSource
{
    /// <summary>Name as uploaded, without a path.</summary>
    string FileName { get; }

    /// <summary>The first rows of a text file, split into cells; at most 60. Empty when the file is not text.</summary>
    IReadOnlyList<ImportRow> Head { get; }

    /// <summary>Reads all rows of a text file from its start. May be called more than once.</summary>
    /// <exception cref="ProblemException">Code <c>csv_unclosed_quote</c>, <c>too_many_columns</c> or <c>too_many_rows</c>.</exception>
    IEnumerable<ImportRow> ReadRows();

    /// <summary>Opens the file's bytes from the start; the caller disposes the stream.</summary>
    Stream OpenRead();
}

/// <summary>A row of a text file.</summary>
/// <param name="Line">Line of the file on which the row begins, from 1.</param>
/// <param name="Cells">Its cells without the quotes around them; empty lines are left out by the reader.</param>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells);

/// <summary>An importer's opinion of a file.</summary>
/// <param name="Score">1 to 100: 100 for a header that only this format has, 50 for a likely one.</param>
public sealed record ImportRecognition(int Score)
{
    /// <summary>
    /// Set when the origin is known but the file is the wrong one of its exports, such as a list of orders or a cash
    /// ledger: says which export to make instead.
    /// </summary>
    public Text? Refusal { get; init; }
}

/// <summary>What the user or the account says about a file.</summary>
/// <param name="TimeZone">Zone of times that state none.</param>
/// <param name="Currency">ISO code for amounts that state none.</param>
public sealed record ImportOptions(TimeZoneInfo TimeZone, string Currency);

/// <summary>What an importer made of a row.</summary>
/// <param name="Row">Line of the file, from 1.</param>
public abstract record ImportItem(int Row);

/// <summary>A row that is no execution: a deposit, a dividend, a cancelled order, a heading within the data.</summary>
/// <param name="Row">Line of the file.</param>
/// <param name="Reason">Stable snake_case name, e.g. <c>not_a_trade</c>.</param>
/// <param name="Message">The reason in plain words.</param>
public sealed record SkippedRow(int Row, string Reason, Text Message) : ImportItem(Row);

/// <summary>A row that should be an execution but can not be read.</summary>
/// <param name="Row">Line of the file.</param>
/// <param name="Column">Heading of the cell at fault, or <see langword="null"/> when it is the whole row.</param>
/// <param name="Code">Stable snake_case name, e.g. <c>number_invalid</c>.</param>
/// <param name="Message">What is wrong, in plain words.</param>
public sealed record FaultyRow(int Row, string? Column, string Code, Text Message) : ImportItem(Row);

/// <summary>Something worth knowing about the file or a row that was read all the same.</summary>
/// <param name="Row">Line of the file, or 0 for the file as a whole.</param>
/// <param name="Code">Stable snake_case name; the journal keeps the first warning of each code.</param>
/// <param name="Message">What it is, in plain words.</param>
public sealed record ImportWarning(int Row, string Code, Text Message) : ImportItem(Row);

/// <summary>A fill: a quantity bought or sold at one price.</summary>
/// <param name="Row">Line of the file.</param>
/// <param name="Symbol">Instrument as the file names it, trimmed.</param>
/// <param name="IsBuy">Bought, otherwise sold.</param>
/// <param name="Quantity">Shares, contracts or units; positive.</param>
/// <param name="Price">Price of one unit; may be negative for spreads and futures.</param>
/// <param name="ExecutedAt">When; any offset.</param>
public sealed record ImportedExecution(int Row, string Symbol, bool IsBuy, decimal Quantity, decimal Price, DateTimeOffset ExecutedAt)
    : ImportItem(Row)
{
    /// <summary>All costs of the fill; positive is a charge, negative a rebate.</summary>
    public decimal Fee { get; init; }

    /// <summary>ISO code, or <see langword="null"/> for the account's currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Money per point of price for one unit, or <see langword="null"/> to take it from the table of known contracts.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Kind of instrument; unknown lets the journal decide by the symbol.</summary>
    public InstrumentKind Kind { get; init; }

    /// <summary>The broker's id of this fill, unique within the account, or <see langword="null"/>.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The broker's own order of fills within the same time, or <see langword="null"/> for the order of rows.</summary>
    public long? Sequence { get; init; }

    /// <summary>Name of the broker account, where the file has one.</summary>
    public string? AccountName { get; init; }

    /// <summary>
    /// Set by files that list finished trades instead of fills: fills with the same value are matched with each other
    /// only, so that the broker's own pairing is kept.
    /// </summary>
    public string? PairingKey { get; init; }

    /// <summary>
    /// Set by the journal's own exports: the key by which the journal knew the fill, in place of one made from the broker's
    /// id or from what the fill is. Other formats leave it <see langword="null"/>.
    /// </summary>
    public string? DedupeKey { get; init; }
}

/// <summary>Kinds of instruments.</summary>
public enum InstrumentKind
{
    /// <summary>Not stated.</summary>
    Unknown,

    /// <summary>Shares and funds.</summary>
    Stock,

    /// <summary>Options; 100 shares each unless stated.</summary>
    Option,

    /// <summary>Futures.</summary>
    Future,

    /// <summary>Currency pairs.</summary>
    Forex,

    /// <summary>Crypto-currencies.</summary>
    Crypto,

    /// <summary>Anything else.</summary>
    Other,
}
