using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Packaging;
using AIWendy.Samples.Tests.Hosting;
using AIWendy.Samples.Tests.Outsider;

namespace AIWendy.Samples.Tests;

/// <summary>Each sample, built by an outsider, is installed, used, upgraded and removed while the host serves.</summary>
[Collection(SampleCollection.Name)]
public sealed class SampleTests(SampleHost host)
{
    private const string Firstrade = """
        Symbol,Quantity,Price,Action,Description,TradeDate,SettledDate,Interest,Amount,Commission,Fee,CUSIP,RecordType
        MSFT,-20.00,412.50,SELL,MICROSOFT CORP COM UNSOLICITED EXEC TIME 15:58:01.120,2026-03-09,2026-03-10,0.00,8249.92,0.00,0.08,594918104,Trade
        MSFT,20.00,408.10,BUY,MICROSOFT CORP COM UNSOLICITED EXEC TIME 09:41:33.004,2026-03-09,2026-03-10,0.00,-8162.00,0.00,0.00,594918104,Trade
        ,0.00,0.00,Interest,INTEREST ON CREDIT BALANCE,2026-03-09,2026-03-09,0.31,0.31,0.00,0.00,,Financial
        MSFT,ten,400.00,BUY,MICROSOFT CORP COM UNSOLICITED EXEC TIME 10:00:00,2026-03-10,2026-03-11,0.00,0.00,0.00,0.00,594918104,Trade

        """;

    [Fact]
    public void An_outsider_builds_every_sample_without_a_warning()
    {
        host.Samples.Output.Should().NotContain("warning");
        string folder = host.Samples.Plugin("StoicCoach", "1.0.0");
        string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
        files.Should().Equal(
            ["StoicCoach.deps.json", "StoicCoach.dll", "StoicCoach.pdb", "StoicCoach.runtimeconfig.json", "epictetus.md", "epictetus.zh.md", "plugin.json", "web/ui.js"],
            "the host brings the SDK and everything shared");
    }

    [Fact]
    public async Task Every_sample_and_every_template_becomes_a_signed_package()
    {
        string[] ids =
        [
            "org.example.stoic-coach", "org.example.position-size", "org.example.firstrade", "org.example.daily-limit", "org.example.webhook",
            "org.example.river-notes", "org.example.river-coach", "org.example.river-import",
        ];
        TrustedKey key = new(host.Samples.KeyId, "Outsider", host.Samples.PublicKey);
        foreach (string id in ids)
        {
            PluginArchive package = await PluginArchive.OpenAsync(host.Samples.Package(id, "1.1.0"));

            package.Manifest.Id.Should().Be(id);
            package.Manifest.Version.Should().Be("1.1.0");
            PackageTrust.Judge(package, [key]).Kind.Should().Be(TrustKind.Trusted);
        }
    }

    [Fact]
    public async Task A_plugin_made_from_a_template_serves()
    {
        await host.InstallAsync("org.example.river-notes", "1.0.0");
        ((string)(await host.GetAsync("/api/river-notes"))["text"]!).Should().Be("Hello");
        await host.InstallAsync("org.example.river-coach", "1.0.0");
        ((string)(await CoachAsync("river-coach"))!["name"]!).Should().Be("RiverCoach");
        await host.InstallAsync("org.example.river-import", "1.0.0");
        (await host.GetAsync("/api/journal/formats")).ToJsonString().Should().Contain("river_import");
        foreach (string name in new[] { "notes", "coach", "import" })
        {
            await host.RemoveAsync("org.example.river-" + name);
        }
    }

    [Fact]
    public async Task A_draft_is_not_kept_for_going_back()
    {
        const string Id = "org.example.river-coach";
        await host.InstallAsync(Id, "1.0.0");

        JsonNode plugin = await host.InstallFileAsync(host.Samples.Package(Id, "1.1.0"), allowUnsigned: null, draft: true);

        plugin["versions"]!.AsArray().Select(version => (string?)version!["version"]).Should().Equal("1.1.0");
        await host.RemoveAsync(Id);
    }

    [Fact]
    public async Task The_own_tests_of_a_sample_pass_with_the_packages_alone()
    {
        string said = await host.Samples.TestAsync("PositionSize", host.Installation());

        said.Should().MatchRegex(@"Passed:\s+1\b");
    }

    [Fact]
    public void A_coach_takes_one_class_and_forty_lines()
    {
        int lines = new[] { "StoicCoach.csproj", "StoicCoachPlugin.cs" }.Sum(file => File.ReadLines(Repository.Path("samples", "StoicCoach", file)).Count());

        lines.Should().BeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task The_stoic_coach_is_listed_and_answers()
    {
        const string Id = "org.example.stoic-coach";
        await host.InstallAsync(Id, "1.0.0");
        (await CoachAsync("epictetus"))!["name"]!.GetValue<string>().Should().Be("Epictetus");
        string conversation = (string)(await host.JsonAsync(HttpMethod.Post, "/api/conversations", new { coachId = "epictetus" }, HttpStatusCode.Created))["id"]!;
        using HttpRequestMessage question = new(HttpMethod.Post, $"/api/conversations/{conversation}/messages")
        {
            Content = new StringContent("""{"text":"Why do I lose after a loss?"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        using (HttpResponseMessage answer = await host.Client.SendAsync(question))
        {
            string stream = await answer.Content.ReadAsStringAsync();
            stream.Should().Contain("\"finish\":\"stop\"").And.Contain("\"type\":\"delta\"");
        }

        await host.InstallAsync(Id, "1.1.0");
        (await CoachAsync("epictetus")).Should().NotBeNull("the upgrade keeps the coach");

        await host.RemoveAsync(Id);
        (await CoachAsync("epictetus")).Should().BeNull();
    }

    [Fact]
    public async Task The_position_size_is_computed_for_the_page_and_refused_by_field()
    {
        const string Id = "org.example.position-size";
        await host.InstallAsync(Id, "1.0.0");
        JsonNode sizing = await host.GetAsync("/api/position-size?account=10000&riskPercent=1&entry=100&stop=98");
        ((decimal)sizing["units"]!).Should().Be(50);
        ((decimal)sizing["risk"]!).Should().Be(100);
        JsonNode problem = await host.JsonAsync(HttpMethod.Get, "/api/position-size?account=10000&riskPercent=1&entry=100&stop=100", expected: HttpStatusCode.BadRequest);
        problem["errors"]!["stop"].Should().NotBeNull();
        (await ModuleAsync(Id)).Should().Contain("app.page('/calculator'");

        await host.InstallAsync(Id, "1.1.0");
        (await ModuleAsync(Id)).Should().Contain("app.page('/calculator'");

        await host.RemoveAsync(Id);
        await host.JsonAsync(HttpMethod.Get, "/api/position-size?account=10000&riskPercent=1&entry=100&stop=98", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_importer_reads_its_brokers_file_and_accounts_for_every_row()
    {
        const string Id = "org.example.firstrade";
        await host.InstallAsync(Id, "1.0.0");

        JsonNode import = await host.ImportAsync(Firstrade, commit: false);

        ((string?)import["format"]).Should().Be("firstrade_history");
        ((int)import["executions"]!).Should().Be(2);
        ((int)import["closedTrades"]!).Should().Be(1, "the rows are matched by the time of execution, not by their order");
        ((decimal)import["net"]!).Should().Be(87.92m);
        ((string?)import["skipped"]!.AsArray().Single()!["reason"]).Should().Be("not_a_trade");
        import["errors"]!.AsArray().Should().ContainSingle();
        await host.InstallAsync(Id, "1.1.0");
        JsonNode formats = await host.GetAsync("/api/journal/formats");
        formats.ToJsonString().Should().Contain("firstrade_history");

        await host.RemoveAsync(Id);
        (await host.GetAsync("/api/journal/formats")).ToJsonString().Should().NotContain("firstrade_history");
    }

    [Fact]
    public async Task The_widget_reads_limits_that_an_administrator_set()
    {
        const string Id = "org.example.daily-limit";
        await host.InstallAsync(Id, "1.0.0");
        ((decimal)(await host.GetAsync("/api/daily-limit"))["loss"]!).Should().Be(500, "that is the default of the schema");
        JsonNode refused = await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { loss = -1 }, HttpStatusCode.BadRequest);
        ((string)refused["code"]!).Should().Be("settings_invalid");
        await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { loss = 250, trades = 4 });
        await SampleHost.Eventually(async () => (decimal)(await host.GetAsync("/api/daily-limit"))["loss"]! == 250, "the setting is taken over");
        (await ModuleAsync(Id)).Should().Contain("app.widget('dashboard'");

        await host.InstallAsync(Id, "1.1.0");
        ((int)(await host.GetAsync("/api/daily-limit"))["trades"]!).Should().Be(4, "an upgrade keeps the settings");

        await host.RemoveAsync(Id);
        await host.JsonAsync(HttpMethod.Get, "/api/daily-limit", expected: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_webhook_is_called_once_for_an_import()
    {
        const string Id = "org.example.webhook";
        await using Receiver receiver = await Receiver.StartAsync();
        await host.InstallAsync(Id, "1.0.0");
        await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { address = receiver.Address });

        JsonNode import = await host.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2026-03-02,10:00:00,ABC,10,20.00,B\n2026-03-02,11:00:00,ABC,10,21.00,S\n", commit: true);

        JsonNode call = await receiver.NextAsync();
        ((string)call["event"]!).Should().Be("journal_imported");
        ((string)call["importId"]!).Should().Be((string)import["id"]!);
        ((int)call["executions"]!).Should().Be(2);
        await host.InstallAsync(Id, "1.1.0");
        await host.RemoveAsync(Id);
        receiver.Count.Should().Be(1);
    }

    private async Task<JsonNode?> CoachAsync(string id) =>
        (await host.GetAsync("/api/coaches")).AsArray().FirstOrDefault(coach => (string?)coach!["id"] == id);

    private async Task<string> ModuleAsync(string id)
    {
        JsonNode module = (await host.GetAsync("/api/ui/plugins")).AsArray().Single(plugin => (string?)plugin!["id"] == id)!;
        using HttpResponseMessage response = await host.Client.GetAsync((string)module["entry"]!);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        return await response.Content.ReadAsStringAsync();
    }
}
