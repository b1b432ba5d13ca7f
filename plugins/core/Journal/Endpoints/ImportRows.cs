using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>The rows of a file with a verdict each: new, duplicate, skipped or error, in the order of the file.</summary>
internal sealed class ImportRows
{
    private readonly Guid _batchId;
    private readonly string _language;
    private readonly List<(int Row, ParsedExecution? Execution, ImportRowBody? Other)> _rows;

    /// <summary>Lists the rows.</summary>
    /// <param name="parsed">The file.</param>
    /// <param name="batchId">The batch that is looked at.</param>
    /// <param name="language">Language of the messages.</param>
    public ImportRows(ParsedImport parsed, Guid batchId, string language)
    {
        _batchId = batchId;
        _language = language;
        _rows =
        [
            .. parsed.Executions.Select(execution => (execution.Row, (ParsedExecution?)execution, (ImportRowBody?)null))
                .Concat(parsed.Skipped.Select(row => (row.Row, (ParsedExecution?)null, (ImportRowBody?)Other(row.Row, "skipped", row.Reason, null, row.Message.For(_language)))))
                .Concat(parsed.Errors.Select(row => (row.Row, (ParsedExecution?)null, (ImportRowBody?)Other(row.Row, "error", row.Code, row.Column, row.Message.For(_language)))))
                .OrderBy(row => row.Row),
        ];
    }

    /// <summary>The executions on a page whose verdicts do not decide what is on it.</summary>
    public IReadOnlyList<ParsedExecution> Executions(string? verdict, int after, int count) =>
        verdict is null ? [.. _rows.Skip(after).Take(count).Select(row => row.Execution).OfType<ParsedExecution>()] : [];

    /// <summary>A page of rows.</summary>
    /// <param name="verdict">Only rows with this verdict, or all.</param>
    /// <param name="after">Rows to pass over.</param>
    /// <param name="count">Rows at most.</param>
    /// <param name="owners">For each key the batch that holds it.</param>
    public List<ImportRowBody> Page(string? verdict, int after, int count, Dictionary<string, Guid> owners) =>
    [
        .. _rows.Where(row => verdict switch
            {
                null => true,
                "new" or "duplicate" => row.Execution is { } execution && IsDuplicate(execution, owners) == (verdict == "duplicate"),
                _ => row.Other?.Verdict == verdict,
            })
            .Skip(after).Take(count)
            .Select(row => row.Other ?? Execution(row.Execution!, owners)),
    ];

    private bool IsDuplicate(ParsedExecution execution, Dictionary<string, Guid> owners) => owners.TryGetValue(execution.DedupeKey, out Guid owner) && owner != _batchId;

    private ImportRowBody Execution(ParsedExecution execution, Dictionary<string, Guid> owners) => new(
        execution.Row,
        IsDuplicate(execution, owners) ? "duplicate" : "new",
        null,
        null,
        null,
        execution.Symbol,
        Bodies.Lower(execution.Side),
        execution.Quantity,
        execution.Price,
        execution.Fee,
        execution.Currency,
        execution.ExecutedAt);

    private static ImportRowBody Other(int row, string verdict, string reason, string? column, string message) =>
        new(row, verdict, reason, column, message, null, null, null, null, null, null, null);
}
