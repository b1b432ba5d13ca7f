namespace AIWendy.Plugins.Journal.Export;

/// <summary>How a column's values are written.</summary>
internal enum ExportType
{
    /// <summary>Words of people or brokers; made safe for spreadsheets.</summary>
    Text,

    /// <summary>A number, exact to its last digit.</summary>
    Number,

    /// <summary>A moment in UTC, ISO 8601.</summary>
    Moment,

    /// <summary>A day, yyyy-MM-dd.</summary>
    Day,

    /// <summary>Several short words, with bars between them where there is one cell for all.</summary>
    Words,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>Bytes, as base64.</summary>
    Bytes,
}

/// <summary>A column of an export.</summary>
internal sealed record ExportColumn(string Name, ExportType Type = ExportType.Text);

/// <summary>One kind of record: its columns, in the order of the query's.</summary>
/// <param name="Kind">Name of the record, of the sheet and of the JSON array.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Sql">The query behind the list of columns; <c>$1</c> is the person.</param>
internal sealed record ExportTable(string Kind, IReadOnlyList<ExportColumn> Columns, string Sql);

/// <summary>Names of the kinds of records.</summary>
internal static class ExportKinds
{
    public const string Trade = "trade";
    public const string Annotation = "annotation";
    public const string Execution = "execution";
    public const string Account = "account";
    public const string Cash = "cash";
    public const string Day = "day";
    public const string Playbook = "playbook";
    public const string Project = "project";
    public const string Instrument = "instrument";
    public const string View = "view";
    public const string Screenshot = "screenshot";

    /// <summary>Name of the format, stated in JSON and known to the importer.</summary>
    public const string Format = "aiwendy_export";

    /// <summary>Whether other records refer to records of a kind, or can only be compared with all of theirs: every part of an export holds them.</summary>
    public static bool IsSetting(string kind) => kind is Account or Instrument or Playbook or Project or View or Cash;
}
