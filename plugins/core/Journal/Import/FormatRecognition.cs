using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

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
        if (!file.IsReadable)
        {
            return NotRows(file.Kind);
        }

        ImportRow? header = file.Head.OrderByDescending(row => row.Cells.Count(cell => cell.Length > 0)).FirstOrDefault();
        string found = header is null ? "–" : string.Join(", ", header.Cells.Where(cell => cell.Length > 0).Take(HeadingsShown).Select(Shorten));
        return new ProblemException(422, "format_not_recognised", chinese
            ? $"无法识别这个文件的格式。找到的列：{found}。请导出成交（executions）记录，或把列改名为 Date, Time, Symbol, Quantity, Price, Side, Commission。"
            : $"The format of this file is not known. Columns found: {found}. Export the list of executions, or name the columns Date, Time, Symbol, Quantity, Price, Side, Commission.");
    }

    private static ProblemException NotRows(SourceKind kind) => kind switch
    {
        SourceKind.OldWorkbook => new ProblemException(422, "spreadsheet_not_supported", Text.Of(
            "This is a spreadsheet in the old binary .xls format. Save it as .xlsx or CSV in your spreadsheet program and import that.",
            "这是旧的二进制 .xls 电子表格。请在表格程序中另存为 .xlsx 或 CSV，再导入。")),
        SourceKind.Archive => new ProblemException(422, "archive_invalid", Text.Of(
            "The archive is damaged or holds no export that can be read. Unpack it and import the files in it.",
            "压缩文件已损坏，或其中没有可读取的导出文件。请解压后导入其中的文件。")),
        _ => new ProblemException(400, "not_a_text_file", Text.Of(
            "The file is not text, whatever its name says. Export the trades as CSV.", "文件不是文本，无论名字怎么写。请把成交记录导出为 CSV。")),
    };

    private static string Shorten(string cell) => cell.Length <= 30 ? cell : cell[..30] + "…";
}
