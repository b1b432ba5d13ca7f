using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

[Collection(JournalCollection.Name)]
public sealed class ImportMappingServingTests(SharedJournalHost shared)
{
    // Headings and words that say nothing to anybody.
    private const string Strange = "Quux;Foo;Bar;Baz;Qux;Corge\n04.03.2024 09:31;XYZ;plus;10;1,5;0\n05.03.2024 09:31;XYZ;minus;10;2,5;1\n";
    private const string Mapping = """{"kind":"executions","columns":{"date":"Quux","symbol":"Foo","side":"Bar","quantity":"Baz","price":"Qux"},"fees":["Corge"],"sides":{"plus":"buy","minus":"sell"}}""";

    [Fact]
    public async Task An_unknown_file_is_mapped_once_and_known_from_then_on()
    {
        using Trader trader = await shared.NewTraderAsync();
        (await trader.ImportAsync(Strange)).Code.Should().Be("format_not_recognised");
        Answer looked = await InspectAsync(trader, Strange);
        looked.Status.Should().Be(HttpStatusCode.OK, looked.Text);
        looked.Body!["format"].Should().BeNull();
        looked["refusal"]["code"]!.GetValue<string>().Should().Be("format_not_recognised");
        looked["headings"].AsArray().Select(heading => heading!.GetValue<string>()).Should().Equal("Quux", "Foo", "Bar", "Baz", "Qux", "Corge");
        looked["rows"].AsArray().Should().HaveCount(2);
        looked["delimiter"].GetValue<string>().Should().Be(";");

        Answer preview = await trader.ImportAsync(Strange, ("mapping", Mapping), ("currency", "EUR"));

        preview.Status.Should().Be(HttpStatusCode.OK, preview.Text);
        preview["format"].GetValue<string>().Should().Be("mapped_columns");
        preview["net"].GetValue<decimal>().Should().Be(9);
        preview["dateOrder"].GetValue<string>().Should().Be("dayFirst", "people who write dates with points write the day first");
        preview["decimalSeparator"].GetValue<string>().Should().Be(",");
        preview["warnings"].AsArray().Select(warning => warning!["code"]!.GetValue<string>()).Should().NotContain("dates_ambiguous");
        Answer overruled = await trader.ImportAsync(Strange, ("dateOrder", "monthFirst"));
        overruled["dateOrder"].GetValue<string>().Should().Be("monthFirst");
        Answer slashes = await trader.ImportAsync(Strange.Replace('.', '/'));
        slashes["dateOrder"].GetValue<string>().Should().Be("monthFirst");
        slashes["warnings"].AsArray().Select(warning => warning!["code"]!.GetValue<string>()).Should().Contain("dates_ambiguous");

        Answer again = await trader.ImportAsync(Strange, ("commit", "true"));
        again["format"].GetValue<string>().Should().Be("mapped_columns");
        again["executions"].GetValue<int>().Should().Be(2);
        (await trader.ReadAsync("trades"))["items"]![0]!["openedAt"]!.GetValue<string>().Should().StartWith("2024-03-04T09:31");
        Answer known = await InspectAsync(trader, Strange);
        known["remembered"].GetValue<bool>().Should().BeTrue();
        known["dateOrder"].GetValue<string>().Should().Be("dayFirst");
        known["fingerprint"].GetValue<string>().Should().Be(looked["fingerprint"].GetValue<string>());
    }

    [Fact]
    public async Task Mappings_are_passed_on_and_forgotten()
    {
        using Trader ada = await shared.NewTraderAsync();
        using Trader bob = await shared.NewTraderAsync();
        await ada.ImportAsync(Strange, ("mapping", Mapping));
        JsonNode kept = (await ada.ReadAsync("import-mappings"))["items"]!.AsArray().Single()!;
        (await bob.ReadAsync("import-mappings"))["items"]!.AsArray().Should().BeEmpty();

        Answer taken = await bob.Browser.PostAsync("/api/journal/import-mappings", new { name = "From Ada", headings = kept["headings"], choices = kept["choices"] });

        taken.Status.Should().Be(HttpStatusCode.OK, taken.Text);
        (await bob.ImportAsync(Strange))["format"].GetValue<string>().Should().Be("mapped_columns");
        (await bob.Browser.SendAsync(HttpMethod.Delete, $"/api/journal/import-mappings/{kept["id"]}", null)).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.Browser.SendAsync(HttpMethod.Delete, $"/api/journal/import-mappings/{taken["id"]}", null)).Status.Should().Be(HttpStatusCode.NoContent);
        (await bob.ImportAsync(Strange)).Code.Should().Be("format_not_recognised");
    }

    [Theory]
    [InlineData("mapping", "{")]
    [InlineData("mapping", """{"columns":{"date":"Quux"}}""")]
    [InlineData("mapping", """{"columns":{"date":"Quux","symbol":"Foo","quantity":"Baz","price":"Nowhere"}}""")]
    [InlineData("mapping", """{"columns":{"date":"Quux","symbol":"Foo","quantity":"Baz","price":"Qux","colour":"Bar"}}""")]
    [InlineData("dateOrder", "sideways")]
    [InlineData("decimalSeparator", ";")]
    [InlineData("encoding", "utf-7")]
    public async Task Choices_that_make_no_sense_are_refused(string field, string value)
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await trader.ImportAsync(Strange, (field, value));

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        answer.Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task An_archive_brings_one_import_for_each_file_and_says_what_failed()
    {
        using Trader trader = await shared.NewTraderAsync();
        byte[] archive = Zip(("a/trades.csv", Trader.TwoTrades), ("../../evil.csv", "foo,bar,baz,qux\n1,2,3,4\n"), ("__MACOSX/._trades.csv", "x"));

        Answer answer = await trader.Browser.UploadAsync("/api/journal/imports", archive, "exports.zip", ("commit", "true"));

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        answer["items"].AsArray().Single()!["executions"]!.GetValue<int>().Should().Be(6);
        answer["failures"].AsArray().Single()!["fileName"]!.GetValue<string>().Should().Be("evil.csv");
        (await trader.CountTradesAsync()).Should().Be(2);
    }

    [Fact]
    public async Task An_archive_that_unpacks_beyond_measure_is_refused()
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await trader.Browser.UploadAsync("/api/journal/imports", Zip(("big.csv", new string('0', 40_000_000))), "exports.zip");

        answer.Code.Should().Be("file_unpacks_too_large");
        (await trader.ReadAsync("imports"))["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_carry_their_cells()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer preview = await trader.ImportAsync(Trader.TwoTrades);

        JsonNode rows = await trader.ReadAsync($"imports/{preview["id"]}/rows?limit=2&verdict=new");

        rows["items"]![0]!["raw"]!.AsArray().Select(cell => cell!.GetValue<string>()).Should().Equal("2025-01-15", "09:30:00", "AAPL", "100", "10", "Buy", "1");
        rows["nextCursor"].Should().NotBeNull();
        (await trader.ReadAsync($"imports/{preview["id"]}/rows?verdict=duplicate"))["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_preview_is_removed_and_what_is_in_the_journal_is_not()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer preview = await trader.ImportAsync(Trader.TwoTrades);
        Answer committed = await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        (await trader.Browser.SendAsync(HttpMethod.Delete, $"/api/journal/imports/{preview["id"]}", null)).Status.Should().Be(HttpStatusCode.NoContent);
        (await trader.Browser.SendAsync(HttpMethod.Delete, $"/api/journal/imports/{committed["id"]}", null)).Code.Should().Be("import_committed");

        (await trader.ReadAsync("imports"))["items"]!.AsArray().Single()!["id"]!.GetValue<string>().Should().Be(committed["id"].GetValue<string>());
        (await trader.CountTradesAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_committed_file_is_read_again_in_another_time_zone()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer committed = await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        Answer again = await trader.Browser.PostAsync($"/api/journal/imports/{committed["id"]}/reparse", new { timeZone = "America/New_York" });

        again.Status.Should().Be(HttpStatusCode.OK, again.Text);
        again["executions"].GetValue<int>().Should().Be(6);
        again["state"].GetValue<string>().Should().Be("committed");
        JsonNode trades = await trader.ReadAsync("trades?order=oldest");
        trades["items"]!.AsArray().Should().HaveCount(2);
        trades["items"]![0]!["openedAt"]!.GetValue<string>().Should().StartWith("2025-01-15T14:30:00");
    }

    [Fact]
    public async Task A_file_that_brings_nothing_says_so()
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer headings = await trader.ImportAsync("Symbol,Side,Quantity,Price,Date,Notes\n", ("commit", "true"));
        Answer skipped = await trader.ImportAsync("Date,Type,Symbol,Quantity,Price,Notes\n2025-01-15,Dividend,AAPL,1,1,\n", ("commit", "true"));

        Codes(headings).Should().Contain("no_rows");
        Codes(skipped).Should().Contain("nothing_imported");
        skipped["skippedCount"].GetValue<int>().Should().Be(1);
    }

    private static IEnumerable<string> Codes(Answer answer) => answer["warnings"].AsArray().Select(warning => warning!["code"]!.GetValue<string>());

    private static Task<Answer> InspectAsync(Trader trader, string content) =>
        trader.Browser.UploadAsync("/api/journal/imports/inspect", Encoding.UTF8.GetBytes(content), "strange.csv");

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in files)
            {
                using StreamWriter writer = new(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
