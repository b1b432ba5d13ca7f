using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>Files put into the watched folder of an installation without sign-in.</summary>
[Collection(JournalCollection.Name)]
public sealed class InboxServingTests(SharedJournalHost shared)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Files_are_imported_once_and_put_away_with_what_came_of_them()
    {
        string folder = Directory.CreateTempSubdirectory("aiwendy-inbox-").FullName;
        try
        {
            Put(folder, "trades.csv", Trader.TwoTrades);
            Put(folder, "notes.csv", "foo,bar,baz,qux\n1,2,3,4\n");
            Put(folder, "half.csv.part", Trader.TwoTrades);
            await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "0"), ("AIWENDY_JOURNAL_INBOX", folder));
            using Browser browser = host.OpenBrowser();

            await BecomeAsync(() => File.Exists(Path.Combine(folder, "done", "trades.csv")) && File.Exists(Path.Combine(folder, "refused", "notes.csv")));

            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Should().Equal("half.csv.part");
            Result(folder, "done", "trades.csv")["items"]![0]!["executions"]!.GetValue<int>().Should().Be(6);
            Result(folder, "refused", "notes.csv")["failures"]![0]!["code"]!.GetValue<string>().Should().Be("format_not_recognised");
            (await browser.GetAsync("/api/journal/trades"))["items"].AsArray().Should().HaveCount(2);

            Put(folder, "trades.csv", Trader.TwoTrades);
            await BecomeAsync(() => Directory.EnumerateFiles(Path.Combine(folder, "done"), "*.csv").Count() == 2);

            string again = Directory.EnumerateFiles(Path.Combine(folder, "done"), "trades 2*.csv").Select(Path.GetFileName).Single()!;
            Result(folder, "done", again)["items"]![0]!["duplicates"]!.GetValue<int>().Should().Be(6);
            (await browser.GetAsync("/api/journal/trades"))["items"].AsArray().Should().HaveCount(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Put(string folder, string name, string content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-1));
    }

    private static JsonNode Result(string folder, string outcome, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, outcome, name + ".result.json")))!;

    private static async Task BecomeAsync(Func<bool> condition)
    {
        DateTime deadline = DateTime.UtcNow + Limit;
        while (!condition())
        {
            DateTime.UtcNow.Should().BeBefore(deadline, "the folder is looked at every few seconds");
            await Task.Delay(50);
        }
    }
}
