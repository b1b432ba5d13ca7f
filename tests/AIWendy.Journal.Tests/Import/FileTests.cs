using System.Text;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Import;

public sealed class FileTests(ITestOutputHelper output)
{
    private const string Text = "Date,Time,Symbol,Quantity,Price,Side,Notes\n2025-01-31,14:05:06,AAPL,100,10.5,Buy,größe\n2025-01-31,14:06:06,AAPL,100,10.6,Sell,naïve café\n";
    private const string Chinese = "成交日期,证券代码,证券名称,买卖标志,成交价格,成交数量,手续费\n20250131,600519,贵州茅台,买入,1500.5,100,5\n20250205,600519,贵州茅台,卖出,1510.5,100,5\n";

    static FileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void Western_encodings(string name, bool mark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        ImportFile file = Fixtures.Open(content);

        file.Encoding!.WebName.Should().Be(encoding.WebName);
        file.ReadRows().Last().Cells[^1].Should().Be("naïve café");
        Fixtures.Read(file).Parsed.Executions.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    public void Chinese_encodings(string name)
    {
        ParsedImport parsed = Fixtures.Read(Fixtures.Open(Encoding.GetEncoding(name).GetBytes(Chinese)), "Asia/Shanghai", "CNY").Parsed;

        ImportTotals totals = ImportTotals.Of(parsed.Executions);
        totals.Symbols.Should().Equal("600519");
        totals.ByCurrency.Single().Net.Should().Be(990);
    }

    [Fact]
    public void Preamble_lines_are_passed_over()
    {
        ParsedImport parsed = Fixtures.Read("Name: JOHN DOE\nUserID: 7\n\nDate;Time;Symbol;Quantity;Price;Side\n31/01/2025;14:05:06;AAPL;100;10,5;Buy\n31/01/2025;14:06:06;AAPL;100;10,6;Sell\n");

        ImportTotals.Of(parsed.Executions).ByCurrency.Single().Gross.Should().Be(10);
        parsed.Executions[0].Row.Should().Be(5);
    }

    [Fact]
    public void Quoted_cells_may_hold_delimiters_quotes_and_lines()
    {
        ImportRow[] rows = [.. Fixtures.Open("a,b,c\n\"x,1\",\"say \"\"hi\"\"\",\"two\nlines\"\r\nnext,row,\n").ReadRows()];

        rows[1].Cells.Should().Equal("x,1", "say \"hi\"", "two\nlines");
        rows[2].Line.Should().Be(4);
        rows[2].Cells.Should().Equal("next", "row", string.Empty);
    }

    [Fact]
    public void Column_limit_names_the_line()
    {
        string wide = string.Join(',', Enumerable.Range(0, 200).Select(i => "c" + i));

        Refusal(() => Fixtures.Open("a,b\n" + wide + "\n")).Should().Be("too_many_columns");
    }

    [Fact]
    public void Unknown_headings_are_listed()
    {
        Action read = () => Fixtures.Read("foo,bar,baz\n1,2,3\n");

        ProblemException problem = read.Should().Throw<ProblemException>().Which;
        problem.Should().BeEquivalentTo(new { Status = 422, Code = "format_not_recognised" });
        problem.Message.Should().Contain("foo, bar, baz");
    }

    [Fact]
    public void Binary_content_is_refused_whatever_its_name()
    {
        byte[] noise = new byte[4096];
        new Random(1).NextBytes(noise);

        Refusal(() => Fixtures.Read(Fixtures.Open(noise))).Should().Be("not_a_text_file");
        Refusal(() => Fixtures.Read(Fixtures.Open([.. "PK\u0003\u0004"u8, .. noise]))).Should().Be("archive_invalid");
    }

    [Theory]
    [InlineData("csv_empty.csv", "file_empty")]
    [InlineData("csv_header_only.csv", null)]
    [InlineData("csv_injection.csv", null)]
    [InlineData("csv_invalid_utf8.csv", null)]
    [InlineData("csv_nul_bytes.csv", null)]
    [InlineData("csv_unclosed_quote.csv", "csv_unclosed_quote")]
    [InlineData("ole2_header_only.xls", "spreadsheet_not_supported")]
    [InlineData("xxe_file.xlsx", "file_damaged")]
    [InlineData("zipbomb_200mb.xlsx", "file_unpacks_too_large")]
    [InlineData("json_deep.json", "json_invalid")]
    public void Hostile_files_get_a_clear_answer(string name, string? code)
    {
        if (Fixtures.Find("evil/" + name) is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        Func<ParsedImport> read = () => Fixtures.Read(Fixtures.Open(File.ReadAllBytes(path), name)).Parsed;
        if (code is not null)
        {
            ProblemException problem = read.Should().Throw<ProblemException>().Which;
            problem.Code.Should().Be(code);
            output.WriteLine(problem.Message);
            return;
        }

        ParsedImport parsed = read();
        parsed.ErrorCount.Should().Be(0);
        parsed.Executions.Count.Should().Be(name switch { "csv_header_only.csv" => 0, "csv_injection.csv" => 4, _ => 1 });
        parsed.Executions.Should().NotContain(execution => execution.Symbol.Contains('\0'));
    }

    [Fact]
    public void Unclosed_quote_names_its_line()
    {
        Action read = () => Fixtures.Read("Date,Symbol,Quantity,Price\n2025-01-31,AAPL,1,1\n2025-01-31,\"AAPL,1,1\n2025-01-31,AAPL,1,1\n");

        read.Should().Throw<ProblemException>().Which.Message.Should().Contain("Line 3");
    }

    [Fact]
    public void Repeated_fills_of_one_file_all_count_and_keep_their_keys()
    {
        const string Rows = "Date,Time,Symbol,Quantity,Price,Side\n2025-01-31,14:05:06,AAPL,1,10,Buy\n2025-01-31,14:05:06,AAPL,1,10,Buy\n";

        string[] first = [.. Fixtures.Read(Rows).Executions.Select(execution => execution.DedupeKey)];
        string[] longer = [.. Fixtures.Read(Rows + "2025-01-31,14:05:07,AAPL,1.00,10.0,Buy\n").Executions.Select(execution => execution.DedupeKey)];

        first.Should().OnlyHaveUniqueItems();
        longer.Take(2).Should().Equal(first);
        longer.Should().OnlyHaveUniqueItems();
    }

    private static string Refusal(Action action) => action.Should().Throw<ProblemException>().Which.Code;
}
