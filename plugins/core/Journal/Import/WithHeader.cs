using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Puts headings in front of a file without any.</summary>
internal sealed class WithHeader(IImportSource inner, IReadOnlyList<string> header) : IImportSource
{
    public string FileName => inner.FileName;

    /// <summary>The file itself.</summary>
    public IImportSource Inner => inner;

    public IReadOnlyList<ImportRow> Head => [new ImportRow(0, header), .. inner.Head];

    public IEnumerable<ImportRow> ReadRows() => inner.ReadRows().Prepend(new ImportRow(0, header));

    public Stream OpenRead() => inner.OpenRead();

    /// <summary>The uploaded file behind a source, or <see langword="null"/> when an importer brought its own.</summary>
    public static ImportFile? FileOf(IImportSource source) => source as ImportFile ?? (source as WithHeader)?.Inner as ImportFile;
}
