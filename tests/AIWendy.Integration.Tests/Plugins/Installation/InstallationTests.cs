using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Integration.Tests.Data;
using AIWendy.Packaging;
using AIWendy.Sdk;

namespace AIWendy.Integration.Tests.Plugins.Installation;

[Collection(PostgresCollection.Name)]
public sealed class InstallationTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_plugin_is_installed_upgraded_rolled_back_and_removed_while_the_host_serves()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        (await host.SampleAsync()).Should().Be("404");

        JsonElement installed = await host.InstallAsync(await folders.PackSampleAsync("1.0.0"));
        installed.GetProperty("state").GetString().Should().Be("active", installed.ToString());
        installed.GetProperty("trust").GetString().Should().Be("unsigned");
        (await host.SampleAsync()).Should().Be("sample 1.0.0");
        (await host.Client.PostAsJsonAsync("/api/sample/notes", new { name = "kept, \"quoted\"", version = "", number = 1 })).EnsureSuccessStatusCode();

        (await InstalledAsync(host)).Should().Be($"test.sample none -> 1.0.0 by {WellKnown.GuestUserId}", "plugins hear of installations");

        await host.InstallAsync(await folders.PackSampleAsync("1.1.0"));
        (await host.SampleAsync()).Should().Be("sample 1.1.0");
        (await InstalledAsync(host)).Should().StartWith("test.sample 1.0.0 -> 1.1.0 by ");

        JsonElement back = await host.PostAsync("/api/admin/plugins/test.sample/rollback");
        back.GetProperty("version").GetString().Should().Be("1.0.0");
        back.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetString()).Should().Equal("1.0.0", "1.1.0");
        (await host.SampleAsync()).Should().Be("sample 1.0.0");

        JsonElement removal = await host.GetAsync("/api/admin/plugins/test.sample/removal");
        removal.GetProperty("tables").ToString().Should().Be("""[{"name":"notes","rows":1}]""");
        (await ReadExportAsync(host)).Should().Contain("\"kept, \"\"quoted\"\"\"");

        (await host.Client.DeleteAsync("/api/admin/plugins/test.sample")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.SampleAsync()).Should().Be("404");
        (await host.GetAsync("/api/admin/plugins/test.sample/removal")).GetProperty("tables").GetArrayLength().Should().Be(1, "the data stays");

        (await host.Client.DeleteAsync("/api/admin/plugins/test.sample?purge=true")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await host.Client.GetAsync("/api/admin/plugins/test.sample/removal")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await host.GetAsync("/api/admin/audit")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString())
            .Should().Equal("plugin.remove", "plugin.remove", "plugin.rollback", "plugin.install", "plugin.install");
    }

    [Fact]
    public async Task An_upgrade_that_fails_leaves_the_old_version_and_says_why()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        await host.InstallAsync(await folders.PackSampleAsync("1.0.0"));
        string broken = folders.AddSample("2.0.0");
        File.Copy(typeof(JsonElement).Assembly.Location, Path.Combine(broken, "AIWendy.Plugins.Sample.dll"), overwrite: true);

        JsonElement problem = await host.InstallAsync(await folders.PackAsync(broken));

        problem.GetProperty("status").GetInt32().Should().Be(409, problem.ToString());
        (await host.SampleAsync()).Should().Be("sample 1.0.0");
        JsonElement view = await host.GetAsync("/api/admin/plugins/test.sample");
        view.GetProperty("state").GetString().Should().Be("active");
        view.GetProperty("version").GetString().Should().Be("1.0.0");
        view.GetProperty("failure").GetProperty("version").GetString().Should().Be("2.0.0");
        view.GetProperty("failure").GetProperty("reason").GetString().Should().Be(problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Nothing_of_a_package_runs_before_an_administrator_agrees_to_it()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        string unsigned = (await host.StageAsync(await folders.PackSampleAsync("1.4.0"))).GetProperty("sha256").GetString()!;
        await ShouldBeRefusedAsync(host, new { sha256 = unsigned, allowUnsigned = (string?)null, allowDowngrade = false }, "unsigned");
        await ShouldBeRefusedAsync(host, new { sha256 = unsigned, allowUnsigned = "test.other", allowDowngrade = false }, "unsigned");
        (await host.SampleAsync()).Should().Be("404");

        await host.InstallAsync(await folders.PackSampleAsync("1.5.0"));
        string file = await folders.PackAsync(folders.Add("sample", "test.sample", "1.2.0", manifest =>
        {
            manifest["permissions"] = new System.Text.Json.Nodes.JsonArray("journal.read");
            manifest["dependsOn"] = new System.Text.Json.Nodes.JsonObject { ["test.other"] = "[1.0,2.0)" };
        }));

        JsonElement plan = await host.StageAsync(file);

        (await host.SampleAsync()).Should().Be("sample 1.5.0");
        plan.GetProperty("installable").GetBoolean().Should().BeFalse();
        plan.GetProperty("trust").GetString().Should().Be("unsigned");
        plan.GetProperty("licenceNeed").GetString().Should().Be("sample-pro");
        plan.GetProperty("changes").GetProperty("fromVersion").GetString().Should().Be("1.5.0");
        plan.GetProperty("changes").GetProperty("addedPermissions")[0].GetString().Should().Be("journal.read");
        plan.GetProperty("requires")[0].GetProperty("state").GetString().Should().Be("missing");
        plan.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString())
            .Should().BeEquivalentTo("unsigned", "downgrade", "dependency_missing");

        string sha256 = plan.GetProperty("sha256").GetString()!;
        await ShouldBeRefusedAsync(host, new { sha256, allowUnsigned = "test.sample", allowDowngrade = false }, "downgrade");
        await ShouldBeRefusedAsync(host, new { sha256, allowUnsigned = "test.sample", allowDowngrade = true }, "dependency_missing");
    }

    [Fact]
    public async Task What_the_host_does_not_have_is_named_before_anything_of_the_package_runs()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        string folder = folders.AddSample("1.0.0");
        await File.WriteAllBytesAsync(Path.Combine(folder, "Moods.dll"), ForeignLibrary.Using("AIWendy.Sdk", "AIWendy.Sdk.Coaching", "IMoodSource"));

        JsonElement plan = await host.StageAsync(await folders.PackAsync(folder));

        plan.GetProperty("installable").GetBoolean().Should().BeFalse();
        JsonElement problem = plan.GetProperty("problems").EnumerateArray().Single(item => item.GetProperty("code").GetString() == PackageErrors.References);
        problem.GetProperty("message").GetString().Should().Contain("AIWendy.Sdk: AIWendy.Sdk.Coaching.IMoodSource");
        await ShouldBeRefusedAsync(host, new { sha256 = plan.GetProperty("sha256").GetString(), allowUnsigned = "test.sample", allowDowngrade = false }, PackageErrors.References);
        (await host.SampleAsync()).Should().Be("404");
        Directory.Exists(host.Settings.InstalledPluginsFolder).Should().BeFalse("nothing is laid out");
    }

    [Fact]
    public async Task A_signature_counts_while_its_key_is_trusted()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        using PublisherKey key = PublisherKey.Create();
        string file = await folders.PackAsync(folders.Add("sample", "test.sample", "1.0.0", manifest => manifest["publisher"] = "Example"), key);
        (await host.StageAsync(file)).GetProperty("trust").GetString().Should().Be("unknown_key");

        (await host.Client.PostAsJsonAsync("/api/admin/publisher-keys", new { publisher = "Example", publicKey = key.PublicKeyPem, revoked = false })).EnsureSuccessStatusCode();
        JsonElement plan = await host.StageAsync(file);
        plan.GetProperty("trust").GetString().Should().Be("trusted");
        (await host.Client.PostAsJsonAsync("/api/admin/plugins/installations", new { sha256 = plan.GetProperty("sha256").GetString(), allowDowngrade = false })).EnsureSuccessStatusCode();
        (await host.GetAsync("/api/admin/plugins/test.sample")).GetProperty("trust").GetString().Should().Be("trusted");

        (await host.Client.PostAsJsonAsync("/api/admin/publisher-keys", new { publisher = "Example", publicKey = key.PublicKeyPem, revoked = true })).EnsureSuccessStatusCode();
        JsonElement refused = await host.StageAsync(await folders.PackAsync(folders.Add("sample", "test.sample", "1.1.0", manifest => manifest["publisher"] = "Example"), key));
        refused.GetProperty("trust").GetString().Should().Be("revoked_key");
        refused.GetProperty("installable").GetBoolean().Should().BeFalse();
        (await host.GetAsync("/api/admin/plugins/test.sample")).GetProperty("trust").GetString().Should().Be("unsigned");

        await host.InstallAsync(await folders.PackSampleAsync("1.2.0"));
        (await host.PostAsync("/api/admin/plugins/test.sample/rollback")).GetProperty("code").GetString().Should().Be("revoked_key", "what was revoked does not come back");
        (await host.SampleAsync()).Should().Be("sample 1.2.0");
    }

    [Fact]
    public async Task A_version_that_changes_its_tables_for_good_replaces_only_what_can_read_them()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        await host.InstallAsync(await folders.PackSampleAsync("1.0.0"));
        string file = await folders.PackAsync(folders.Add("sample", "test.sample", "2.0.0", manifest => manifest["oldestCompatibleSchema"] = "1.5.0"));

        (await host.InstallAsync(file)).GetProperty("code").GetString().Should().Be("schema_incompatible");
        await host.PostAsync("/api/admin/plugins/test.sample/disable");
        await host.InstallAsync(file);
        (await host.PostAsync("/api/admin/plugins/test.sample/enable")).GetProperty("version").GetString().Should().Be("2.0.0");
        (await host.PostAsync("/api/admin/plugins/test.sample/rollback")).GetProperty("code").GetString().Should().Be("schema_incompatible");
        (await host.SampleAsync()).Should().Be("sample 2.0.0");
    }

    [Fact]
    public async Task A_plugin_comes_from_the_feed_only_as_the_index_says_it_is()
    {
        string feed = Path.GetDirectoryName(await folders.PackSampleAsync("1.0.0", "feed"))!;
        await File.WriteAllBytesAsync(Path.Combine(feed, FeedIndex.FileName), (await FeedBuilder.BuildAsync(feed)).ToBytes());
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("AIWENDY_FEED", feed));
        (await host.GetAsync("/api/admin/feed")).GetProperty("items")[0].GetProperty("id").GetString().Should().Be("test.sample");

        using HttpResponseMessage staged = await host.Client.PostAsJsonAsync("/api/admin/plugins/packages", new { feedId = "test.sample" });
        string plan = await staged.Content.ReadAsStringAsync();
        staged.StatusCode.Should().Be(HttpStatusCode.OK, plan);
        plan.Should().Contain("\"version\":\"1.0.0\"");

        File.Copy(await folders.PackSampleAsync("1.0.1"), Directory.GetFiles(feed, "*.aiwp").Single(), overwrite: true);
        using HttpResponseMessage swapped = await host.Client.PostAsJsonAsync("/api/admin/plugins/packages", new { feedId = "test.sample", version = "1.0.0" });
        swapped.StatusCode.Should().Be(HttpStatusCode.BadRequest, "the file is another one than the index names");
    }

    private static async Task ShouldBeRefusedAsync(WholeHost host, object body, string code)
    {
        using HttpResponseMessage response = await host.Client.PostAsJsonAsync("/api/admin/plugins/installations", body);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.Conflict, text);
        text.Should().Contain($"\"code\":\"{code}\"");
    }

    private static async Task<string?> InstalledAsync(WholeHost host) => (await host.GetAsync("/api/sample/state")).GetProperty("installed").GetString();

    private static async Task<string> ReadExportAsync(WholeHost host)
    {
        using ZipArchive zip = new(new MemoryStream(await host.Client.GetByteArrayAsync("/api/admin/plugins/test.sample/export")));
        using StreamReader reader = new(zip.GetEntry("notes.csv")!.Open());
        return await reader.ReadToEndAsync();
    }
}
