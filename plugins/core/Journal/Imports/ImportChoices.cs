using System.Collections.Frozen;
using System.Text.Json;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>What a user overrules about the reading of a file, as it is sent and kept.</summary>
internal sealed record ImportChoices
{
    private static readonly FrozenSet<string> Encodings = new[]
    {
        "utf-8", "utf-16", "utf-16be", "gb18030", "big5", "shift_jis", "euc-kr", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "iso-8859-1", "iso-8859-15",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name of the encoding.</summary>
    public string? Encoding { get; init; }

    /// <summary><c>monthFirst</c> or <c>dayFirst</c>.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Point or comma.</summary>
    public string? DecimalSeparator { get; init; }

    /// <summary>Which column is what.</summary>
    public ColumnMapping? Mapping { get; init; }

    /// <summary>Whether anything is overruled.</summary>
    public bool IsEmpty => Encoding is null && DateOrder is null && DecimalSeparator is null && Mapping is null;

    /// <summary>Reads what was kept.</summary>
    public static ImportChoices Parse(string? json) =>
        json is null ? new ImportChoices() : JsonSerializer.Deserialize(json, ImportJsonContext.Default.ImportChoices) ?? new ImportChoices();

    /// <summary>Reads the fields of a form.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static ImportChoices Of(IReadOnlyDictionary<string, string> fields)
    {
        ImportChoices choices = new()
        {
            Encoding = Field(fields, "encoding"),
            DateOrder = Field(fields, "dateOrder"),
            DecimalSeparator = Field(fields, "decimalSeparator"),
            Mapping = Field(fields, "mapping") is { } mapping ? ParseMapping(mapping) : null,
        };
        return choices.Checked();
    }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public ImportChoices Checked()
    {
        if (Encoding is not null && !Encodings.Contains(Encoding))
        {
            throw ProblemException.Invalid("encoding", Text.Of($"“encoding” must be one of {string.Join(", ", Encodings.Order())}.", $"“encoding”必须是以下之一：{string.Join(", ", Encodings.Order())}。"));
        }

        if (DateOrder is not (null or "monthFirst" or "dayFirst"))
        {
            throw ProblemException.Invalid("dateOrder", new Text("“dateOrder” must be monthFirst or dayFirst.", "“dateOrder”必须是 monthFirst 或 dayFirst。"));
        }

        if (DecimalSeparator is not (null or "." or ","))
        {
            throw ProblemException.Invalid("decimalSeparator", new Text("“decimalSeparator” must be a point or a comma.", "“decimalSeparator”必须是点或逗号。"));
        }

        Mapping?.Check();
        return this;
    }

    /// <summary>The same for the reader.</summary>
    public ReadingChoices ForReading() => new()
    {
        Encoding = Encoding is null ? null : TextEncodings.Find(Encoding),
        Order = DateOrder switch { "monthFirst" => Import.DateOrder.MonthFirst, "dayFirst" => Import.DateOrder.DayFirst, _ => null },
        DecimalSeparator = DecimalSeparator?[0],
        Mapping = Mapping,
    };

    /// <summary>As it is kept, or <see langword="null"/> when nothing is overruled.</summary>
    public string? ToJson() => IsEmpty ? null : JsonSerializer.Serialize(this, ImportJsonContext.Default.ImportChoices);

    private static string? Field(IReadOnlyDictionary<string, string> fields, string name) => fields.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    private static ColumnMapping ParseMapping(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ImportJsonContext.Default.ColumnMapping) ?? throw Invalid();
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    private static ProblemException Invalid() => ProblemException.Invalid("mapping", new Text("“mapping” must be JSON with “columns”.", "“mapping”必须是含有“columns”的 JSON。"));
}
