using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Formats;
using AIWendy.Sdk.Journal;

namespace AIWendy.Journal.Tests;

/// <summary>Finds test data beside the repository and reads files as the plugin does.</summary>
internal static class Fixtures
{
    /// <summary>Every format of the plugin, in the order of its registration.</summary>
    public static readonly IReadOnlyList<ITradeImporter> Importers = [.. ImportFormats.All];

    /// <summary>A file of the shared test data, or <see langword="null"/> where that folder is absent.</summary>
    public static string? Find(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
        {
            folder = folder.Parent;
        }

        for (DirectoryInfo? above = folder?.Parent; above is not null; above = above.Parent)
        {
            string file = Path.Combine(above.FullName, "shared", "fixtures", path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    public static ImportFile Open(byte[] content, string name = "trades.csv") => ImportFile.Open(name, () => new MemoryStream(content));

    public static ImportFile Open(string content, string name = "trades.csv") => Open(System.Text.Encoding.UTF8.GetBytes(content), name);

    public static (string Format, ParsedImport Parsed) Read(ImportFile file, string timeZone = "UTC", string currency = "USD")
    {
        ITradeImporter importer = FormatRecognition.Find(file, Importers, "en");
        ImportOptions options = new(TimeZoneInfo.FindSystemTimeZoneById(timeZone), currency);
        return (importer.Id, ImportParser.Parse(file, importer, options, CancellationToken.None));
    }

    public static ParsedImport Read(string content, string timeZone = "UTC") => Read(Open(content), timeZone).Parsed;
}
