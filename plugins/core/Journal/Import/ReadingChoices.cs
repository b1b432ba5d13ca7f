using System.Text;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>What a user says about how a file is written, where the detection is to be overruled.</summary>
internal sealed record ReadingChoices
{
    /// <summary>Nothing is overruled.</summary>
    public static readonly ReadingChoices None = new();

    /// <summary>Encoding of a text file.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Order of day and month.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>Point or comma.</summary>
    public char? DecimalSeparator { get; init; }

    /// <summary>Which column is what, for formats that nobody knows.</summary>
    public ColumnMapping? Mapping { get; init; }
}
