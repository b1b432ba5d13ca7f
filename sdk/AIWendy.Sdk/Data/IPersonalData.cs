using System.Text.Json.Nodes;

namespace AIWendy.Sdk.Data;

/// <summary>
/// Extension point: what a plugin keeps about a person beyond its tables with a column <c>user_id</c>. Those tables, and
/// the ones that hang on them by foreign keys, are exported, imported and erased without any code; see
/// <see cref="PersonalTable"/> for what to leave out.
/// </summary>
public interface IPersonalData
{
    /// <summary>Writes what is kept elsewhere than in such tables.</summary>
    Task ExportAsync(Guid userId, IPersonalDataWriter writer, CancellationToken cancellationToken);

    /// <summary>Takes back what <see cref="ExportAsync"/> wrote, for another person or installation. May be called twice with the same data.</summary>
    Task ImportAsync(Guid userId, IPersonalDataReader reader, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Removes everything for good. May be called twice.</summary>
    Task EraseAsync(Guid userId, CancellationToken cancellationToken);
}

/// <summary>Collects the export of one person.</summary>
public interface IPersonalDataWriter
{
    /// <summary>Writes rows, one JSON line each. Call it once for each name.</summary>
    /// <param name="name">Lower case with dots, starting with the plugin's schema, for example <c>journal.drafts</c>.</param>
    /// <param name="rows">The rows; no secrets.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    Task WriteRowsAsync(string name, IAsyncEnumerable<JsonObject> rows, CancellationToken cancellationToken);
}

/// <summary>An export that is taken in.</summary>
public interface IPersonalDataReader
{
    /// <summary>Rows of this name; none when the export has no such name. Ids that meant the exported person mean the importing one.</summary>
    IAsyncEnumerable<JsonObject> ReadRowsAsync(string name, CancellationToken cancellationToken);
}

/// <summary>
/// Extension point, contributed as an object: says how a table with a column <c>user_id</c> takes part in the export of a
/// person. A table that is not mentioned takes part whole, except for columns whose name ends with <c>_hash</c>,
/// <c>_stamp</c>, <c>password</c>, <c>secret</c> or <c>api_key</c>.
/// </summary>
/// <param name="Table">Name of the table within the plugin's schema.</param>
public sealed record PersonalTable(string Table)
{
    /// <summary>Columns that are not exported: secrets, and what only this installation can read.</summary>
    public IReadOnlyList<string> Omitted { get; init; } = [];

    /// <summary>Whether rows are taken in from an export. Not for what only means something here, such as sessions.</summary>
    public bool IsImported { get; init; } = true;

    /// <summary>
    /// Whether rows only count or cache what other tables hold. Such rows are neither exported nor taken in nor handed to
    /// another person; they are erased with the person.
    /// </summary>
    public bool IsDerived { get; init; }
}
