using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>What became of several files; each is an import of its own.</summary>
internal sealed record ImportSet(IReadOnlyList<ImportBody> Items, IReadOnlyList<ImportFailure> Failures);

/// <summary>A file of several that could not be read.</summary>
internal sealed record ImportFailure(string FileName, string Code, string Message);

/// <summary>What a file looks like before it is imported.</summary>
internal sealed record InspectionBody
{
    public required string FileName { get; init; }

    public required string Kind { get; init; }

    /// <summary>Id of the format that would read it, or <see langword="null"/>.</summary>
    public string? Format { get; init; }

    public string? FormatName { get; init; }

    /// <summary>Why no format would, where that is the case.</summary>
    public ImportNote? Refusal { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

    public string? DateOrder { get; init; }

    public string? DecimalSeparator { get; init; }

    public required int HeaderLine { get; init; }

    public required IReadOnlyList<string> Headings { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Which column is what, as far as it can be told.</summary>
    public ColumnMapping? SuggestedMapping { get; init; }

    /// <summary>Whether the suggestion is what the caller said about the same headings before.</summary>
    public required bool Remembered { get; init; }

    /// <summary>What columns may be mapped to.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
}

/// <summary>A remembered mapping.</summary>
internal sealed record MappingBody(Guid Id, string Name, string Fingerprint, IReadOnlyList<string> Headings, ImportChoices Choices, DateTimeOffset UpdatedAt);

internal sealed record MappingList(IReadOnlyList<MappingBody> Items);

/// <summary>A mapping to remember, such as one that somebody passed on.</summary>
internal sealed record MappingInput(string? Name, IReadOnlyList<string>? Headings, ImportChoices? Choices);

/// <summary>How a kept file is to be read instead.</summary>
internal sealed record ReparseInput(ImportChoices? Choices, string? TimeZone, string? Currency);
