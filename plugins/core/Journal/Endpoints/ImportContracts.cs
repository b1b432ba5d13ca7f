namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>An import as clients see it; the README explains the fields.</summary>
internal sealed record ImportBody
{
    public required Guid Id { get; init; }

    public required string State { get; init; }

    public required bool Committed { get; init; }

    public required string FileName { get; init; }

    public required string Format { get; init; }

    public required string FormatName { get; init; }

    public required IReadOnlyList<ImportAccount> Accounts { get; init; }

    public required string TimeZone { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

    /// <summary>What the file is: delimited, workbook, html, xml or json.</summary>
    public string? Kind { get; init; }

    /// <summary>Point or comma, as numbers were read.</summary>
    public string? DecimalSeparator { get; init; }

    /// <summary><c>monthFirst</c> or <c>dayFirst</c>, where dates depend on it.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Line of the headings.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>What the broker itself states in the file.</summary>
    public ImportStatement? Statement { get; init; }

    public required int Rows { get; init; }

    public required int Executions { get; init; }

    public required int Duplicates { get; init; }

    public required int ClosedTrades { get; init; }

    public required IReadOnlyList<string> Symbols { get; init; }

    public required string Currency { get; init; }

    public required decimal Gross { get; init; }

    public required decimal Fees { get; init; }

    public required decimal Net { get; init; }

    public required IReadOnlyList<ImportTotal> Totals { get; init; }

    public required IReadOnlyList<ImportPosition> OpenPositions { get; init; }

    public required IReadOnlyList<ImportSkipped> Skipped { get; init; }

    public required int SkippedCount { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    public required int ErrorCount { get; init; }

    public required IReadOnlyList<ImportNote> Warnings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CommittedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>An account that takes part of an import; without an id it is created by the commit.</summary>
internal sealed record ImportAccount(Guid? Id, string Name);

internal sealed record ImportTotal(string Currency, int ClosedTrades, decimal Gross, decimal Fees, decimal Net, int Executions, int Buys, int Sells, int OpenPositions);

/// <summary>Totals as the broker printed them.</summary>
internal sealed record ImportStatement(decimal? Gross, decimal? Fees, decimal? Net);

internal sealed record ImportPosition(string Symbol, string Side, decimal Quantity, decimal AveragePrice, string Currency);

internal sealed record ImportSkipped(int Row, string Reason, string Message);

internal sealed record ImportError(int Row, string? Column, string Code, string Message);

internal sealed record ImportNote(string Code, string Message);

internal sealed record ImportPage(IReadOnlyList<ImportBody> Items, string? NextCursor);

/// <summary>A row of the file with what becomes of it.</summary>
internal sealed record ImportRowBody(
    int Row,
    string Verdict,
    string? Reason,
    string? Column,
    string? Message,
    string? Symbol,
    string? Side,
    decimal? Quantity,
    decimal? Price,
    decimal? Fee,
    string? Currency,
    DateTimeOffset? ExecutedAt,
    IReadOnlyList<string>? Raw = null);

internal sealed record ImportRowPage(IReadOnlyList<ImportRowBody> Items, string? NextCursor);

internal sealed record FormatBody(string Id, string Name);

internal sealed record FormatList(IReadOnlyList<FormatBody> Items);

/// <summary>Describes the form of an upload for the API description; the form itself is read as a stream.</summary>
internal sealed record ImportForm
{
    public required Microsoft.AspNetCore.Http.IFormFile File { get; init; }

    public Guid? AccountId { get; init; }

    public string? TimeZone { get; init; }

    public string? Currency { get; init; }

    public bool? Commit { get; init; }

    /// <summary>Which column is what, as JSON, for files that no format knows.</summary>
    public string? Mapping { get; init; }

    public string? DateOrder { get; init; }

    public string? DecimalSeparator { get; init; }

    public string? Encoding { get; init; }
}
