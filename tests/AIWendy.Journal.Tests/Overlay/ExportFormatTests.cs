using System.Text;
using AIWendy.Plugins.Journal.Export;
using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Overlay;

/// <summary>What is written in each format is read back to the last character, over random records with hostile texts.</summary>
public sealed class ExportFormatTests
{
    private const int Books = 1000;

    private static readonly Rune[] Alphabet = [.. "=+-@'\"\",;|\t\n {}[]:\\/<>&ab1.0 中文，é😀".EnumerateRunes()];

    private static readonly ExportTable[] Tables =
    [
        new(ExportKinds.Trade, [new("account"), new("net", ExportType.Number), new("tags", ExportType.Words), new("note"), new("day", ExportType.Day)], string.Empty),
        new(ExportKinds.Account, [new("account"), new("criteria", ExportType.Json)], string.Empty),
        new(ExportKinds.Execution, [new("account"), new("price", ExportType.Number), new("execution_id"), new("key")], string.Empty),
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public void Whatever_is_written_is_read_back(string format)
    {
        Random random = new(20261123);
        for (int book = 0; book < Books; book++)
        {
            List<(string Kind, object?[] Values)> records = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Record(random))];

            ImportFile file = Fixtures.Open(Write(format, records), "export." + format);

            ExportReader.Knows(file).Should().BeTrue();
            IEnumerable<ExportRecord> read = ExportReader.Read(file);
            read.Select(Line).Order().Should().Equal(records.Select(record => Line(record.Kind, record.Values)).Order(), "book {0}", book);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("'=1")]
    public void Texts_that_a_spreadsheet_would_run_are_neutralised_and_come_back(string text)
    {
        ExportCell.Neutralise(text).Should().Be("'" + text);
        ExportCell.Restore(ExportCell.Neutralise(text)).Should().Be(text);
    }

    [Fact]
    public void An_archive_is_cut_into_parts_that_each_can_be_read_alone()
    {
        using MemoryStream output = new();
        using (ZipExport writer = new(output, partBytes: 2000))
        {
            writer.Begin(Tables[1]);
            writer.Write(["Main", """[{"id":"a","text":"b"}]"""]);
            writer.Begin(Tables[0]);
            for (int i = 0; i < 200; i++)
            {
                writer.Write(["Main", (decimal)i, null, "note", null]);
            }

            writer.End();
        }

        using System.IO.Compression.ZipArchive zip = new(output);
        List<ExportRecord[]> parts = [.. zip.Entries.Select(entry => ExportReader.Read(Fixtures.Open(Bytes(entry), entry.Name)).ToArray())];

        parts.Should().HaveCountGreaterThan(3).And.OnlyContain(part => part.Count(record => record.Kind == ExportKinds.Account) == 1);
        zip.Entries.Should().OnlyContain(entry => entry.Length < 2500);
        parts.SelectMany(part => part).Where(record => record.Kind == ExportKinds.Trade).Select(record => record.Number("net")).Should().Equal(Enumerable.Range(0, 200).Select(i => (decimal?)i));
    }

    [Theory]
    [InlineData("a\u0001b\rc\r\nd")]
    [InlineData("_x0041_x0042_")]
    [InlineData("_x0041\u0002_")]
    [InlineData(" between spaces\t")]
    public void Workbooks_keep_what_xml_cannot_hold(string text)
    {
        ImportFile file = Fixtures.Open(Write("xlsx", [(ExportKinds.Trade, [text, 0.00000012345678m, null, null, null]), (ExportKinds.Account, ["A", null])]), "export.xlsx");

        ExportRecord trade = ExportReader.Read(file).Single(record => record.Kind == ExportKinds.Trade);

        trade.Text("account").Should().Be(text);
        trade.Text("net").Should().Be("0.00000012345678");
    }

    [Fact]
    public void Numbers_stay_numbers()
    {
        string csv = Encoding.UTF8.GetString(Write("csv", [(ExportKinds.Trade, ["=A", -12.50m, null, "-12.5", null])]));

        csv.Should().Contain("trade,'=A,-12.5,,'-12.5,");
    }

    [Theory]
    [InlineData("12:00:00", null, "2025-01-15")]
    [InlineData("22:00:00", "17:00", "2025-01-16")]
    [InlineData("21:59:59", "17:00", "2025-01-15")]
    [InlineData("08:59:59", "04:00", "2025-01-14")]
    [InlineData("09:00:00", "04:00", "2025-01-15")]
    public void Trading_days_follow_the_cut_off(string utc, string? cutOff, string day)
    {
        DateTimeOffset at = DateTimeOffset.Parse($"2025-01-15T{utc}Z", System.Globalization.CultureInfo.InvariantCulture);

        DateOnly found = Plugins.Journal.Engine.TradingDays.Of(
            at, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), cutOff is null ? null : TimeOnly.Parse(cutOff, System.Globalization.CultureInfo.InvariantCulture));

        found.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Should().Be(day);
    }

    private static byte[] Bytes(System.IO.Compression.ZipArchiveEntry entry)
    {
        using MemoryStream content = new();
        using Stream stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Write(string format, List<(string Kind, object?[] Values)> records)
    {
        using MemoryStream output = new();
        using (IExportWriter writer = format switch { "csv" => new CsvExport(output, Tables), "xlsx" => new XlsxExport(output), _ => new JsonExport(output) })
        {
            foreach (ExportTable table in Tables)
            {
                writer.Begin(table);
                foreach ((_, object?[] values) in records.Where(record => record.Kind == table.Kind))
                {
                    writer.Write(values);
                }
            }

            writer.End();
        }

        return output.ToArray();
    }

    private static (string Kind, object?[] Values) Record(Random random)
    {
        ExportTable table = Tables[random.Next(Tables.Length)];
        return (table.Kind, [.. table.Columns.Select((column, i) => i > 0 && random.Next(5) == 0 ? null : Value(random, column.Type))]);
    }

    private static object Value(Random random, ExportType type) => type switch
    {
        ExportType.Number => new decimal(random.Next(), random.Next(), random.Next(2) == 0 ? 0 : random.Next(), random.Next(2) == 0, (byte)random.Next(20)),
        ExportType.Words => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Text(random).Replace("|", string.Empty, StringComparison.Ordinal).ReplaceLineEndings(" ").Trim() + "x").ToArray(),
        ExportType.Day => new DateOnly(2025, 1, 1).AddDays(random.Next(1000)),
        ExportType.Json => """[{"id":"a","text":"b"}]""",
        _ => Text(random),
    };

    private static string Text(Random random)
    {
        StringBuilder text = new();
        for (int rest = random.Next(1, 40); rest > 0; rest--)
        {
            text.Append(Alphabet[random.Next(Alphabet.Length)]);
        }

        string clean = text.ToString().Trim();
        return clean.Length == 0 ? "x" : clean;
    }

    private static string Line(ExportRecord record) => $"{record.Kind}: {string.Join(" ¦ ", record.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"))}";

    private static string Line(string kind, object?[] values)
    {
        IReadOnlyList<ExportColumn> columns = Tables.Single(table => table.Kind == kind).Columns;
        return $"{kind}: {string.Join(" ¦ ", values.Select((value, i) => (columns[i].Name, Text: ExportCell.Text(value))).Where(cell => cell.Text is not null).OrderBy(cell => cell.Name, StringComparer.Ordinal).Select(cell => $"{cell.Name}={cell.Text}"))}";
    }
}
