using AIWendy.Sdk;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Finds the importer for a file.</summary>
internal static class FormatRecognition
{
    private const int HeadingsShown = 12;

    /// <summary>The importer that is surest; ties go to the one listed first.</summary>
    /// <exception cref="ProblemException">No importer knows the file, or it is the wrong one of the broker's exports.</exception>
    public static ITradeImporter Find(ImportFile file, IEnumerable<ITradeImporter> importers, string language)
    {
        ITradeImporter? best = null;
        ImportRecognition? recognition = null;
        foreach (ITradeImporter importer in importers)
        {
            ImportRecognition? candidate = importer.Recognise(file);
            if (candidate is not null && candidate.Score > (recognition?.Score ?? 0))
            {
                (best, recognition) = (importer, candidate);
            }
        }

        if (best is null || recognition is null)
        {
            throw Unknown(file, language);
        }

        return recognition.Refusal is { } refusal ? throw new ProblemException(422, "wrong_export", refusal.For(language)) : best;
    }

    private static ProblemException Unknown(ImportFile file, string language)
    {
        bool chinese = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        if (file.Encoding is null)
        {
            return NotText(file, chinese);
        }

        ImportRow? header = file.Head.OrderByDescending(row => row.Cells.Count(cell => cell.Length > 0)).FirstOrDefault();
        string found = header is null ? "–" : string.Join(", ", header.Cells.Where(cell => cell.Length > 0).Take(HeadingsShown).Select(Shorten));
        return new ProblemException(422, "format_not_recognised", chinese
            ? $"无法识别这个文件的格式。找到的列：{found}。请导出成交（executions）记录，或把列改名为 Date, Time, Symbol, Quantity, Price, Side, Commission。"
            : $"The format of this file is not known. Columns found: {found}. Export the list of executions, or name the columns Date, Time, Symbol, Quantity, Price, Side, Commission.");
    }

    private static ProblemException NotText(ImportFile file, bool chinese)
    {
        Span<byte> start = stackalloc byte[4];
        using Stream stream = file.OpenRead();
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bool spreadsheet = length == 4 && (start.SequenceEqual("PK\u0003\u0004"u8) || start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));
        if (spreadsheet)
        {
            return new ProblemException(422, "spreadsheet_not_supported", chinese
                ? "这是电子表格（.xlsx 或旧的 .xls）或压缩文件。请在表格程序中另存为 CSV，再导入。"
                : "This is a spreadsheet (.xlsx or the old .xls) or an archive. Save it as CSV in your spreadsheet program and import that.");
        }

        return new ProblemException(400, "not_a_text_file", chinese
            ? "文件不是文本，无论名字怎么写。请把成交记录导出为 CSV。"
            : "The file is not text, whatever its name says. Export the trades as CSV.");
    }

    private static string Shorten(string cell) => cell.Length <= 30 ? cell : cell[..30] + "…";
}
