using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Packaging;
using AIWendy.Packaging.Tests.Tampering;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>What is sent to the running host is refused before any of it lies on the disk or runs.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TamperedUploadTests(PostgresFixture postgres) : IDisposable
{
    private const string Id = "test.tampered";

    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_package_that_was_tampered_with_leaves_nothing_behind()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        IReadOnlyList<RawFile> files = Honest();
        string[] disk = Disk(host);

        foreach ((string name, Tampered tampered) in Tampered.All)
        {
            (HttpStatusCode status, JsonElement problem) = await SendAsync(host, tampered.Make(files));
            status.Should().Be(HttpStatusCode.BadRequest, name);
            problem.GetProperty("code").GetString().Should().Be(tampered.Code, name);
            problem.GetProperty("detail").GetString().Should().Contain(tampered.Says, name).And.EndWith(".", name);
        }

        Disk(host).Should().Equal(disk);
        (await PackagesAsync(host)).Should().Be(0);
        ShouldNotHaveRun();
        (HttpStatusCode honest, JsonElement plan) = await SendAsync(host, RawPackage.Of(files));
        honest.Should().Be(HttpStatusCode.OK, "nothing but what was done to them stood against the others");
        Codes(plan).Should().Equal("unsigned");
    }

    [Fact]
    public async Task A_package_that_does_not_fit_is_shown_and_not_installed()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        using PublisherKey trusted = await TrustAsync(host, revoked: false);
        using PublisherKey revoked = await TrustAsync(host, revoked: true);
        using PublisherKey unknown = PublisherKey.Create();
        byte[] machine = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, .. new byte[12], 0x15, 0];
        string[] disk = Disk(host);

        await ShouldBeRefusedAsync(host, RawPackage.Of([.. Honest(), new RawFile("zz.so", machine)]), "package_platform", "native library for linux-ppc64le");
        await ShouldBeRefusedAsync(host, RawPackage.Of(Honest(manifest => manifest["sdk"] = "[9.0,10.0)")), "package_sdk", "Needs the SDK in [9.0,10.0)");
        await ShouldBeRefusedAsync(host, RawPackage.Of(Honest(), null, list => Signature(trusted.KeyId, unknown, list)), "bad_signature", "was not signed with it");
        await ShouldBeRefusedAsync(host, RawPackage.Of(Honest(), null, list => Signature(revoked.KeyId, revoked, list)), "revoked_key", "was revoked");
        await ShouldBeRefusedAsync(host, RawPackage.Of(Honest(), null, list => Signature(unknown.KeyId, unknown, list)), "unknown_key", "not trusted here", allowed: "test.other");
        await ShouldBeRefusedAsync(host, RawPackage.Of(Honest()), "unsigned", "not signed", allowed: null);

        Disk(host).Should().Equal(disk);
        ShouldNotHaveRun();
        (await SendAsync(host, RawPackage.Of(Honest(), null, list => Signature(trusted.KeyId, trusted, list)))).Answer.GetProperty("trust").GetString().Should().Be("trusted");
    }

    [Theory]
    [InlineData("\"id\": \"test.tampered\"", "\"id\": \"test.another\"", "test.another was asked for")]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"", "1.0.1 was asked for")]
    public async Task A_package_of_another_id_or_version_than_was_asked_for_is_refused(string before, string after, string says)
    {
        string feed = Path.GetDirectoryName(await folders.PackAsync(folders.Add("sample", Id, "1.0.0", manifest => manifest["id"] = Id), into: "feed"))!;
        string index = Encoding.UTF8.GetString((await FeedBuilder.BuildAsync(feed)).ToBytes());
        index.Should().Contain(before);
        await File.WriteAllTextAsync(Path.Combine(feed, FeedIndex.FileName), index.Replace(before, after, StringComparison.Ordinal));
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("AIWENDY_FEED", feed));

        JsonElement item = (await host.GetAsync("/api/admin/feed")).GetProperty("items")[0];
        using HttpResponseMessage response = await host.Client.PostAsJsonAsync("/api/admin/plugins/packages", new { feedId = item.GetProperty("id").GetString() });
        string text = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest, text);
        text.Should().Contain(PackageErrors.Mismatch).And.Contain(says);
        (await PackagesAsync(host)).Should().Be(0);
    }

    private IReadOnlyList<RawFile> Honest(Action<JsonObject>? change = null)
    {
        string folder = folders.Add("sample", Id + Guid.NewGuid().ToString("N"), "1.0.0", manifest =>
        {
            manifest["id"] = Id;
            manifest["publisher"] = "Example";
            change?.Invoke(manifest);
        });
        return RawPackage.FilesOf(folder);
    }

    private static async Task ShouldBeRefusedAsync(WholeHost host, byte[] package, string code, string says, string? allowed = Id)
    {
        (HttpStatusCode status, JsonElement plan) = await SendAsync(host, package);
        status.Should().Be(HttpStatusCode.OK, code);
        JsonElement problem = plan.GetProperty("problems").EnumerateArray().Single(item => item.GetProperty("code").GetString() == code);
        problem.GetProperty("message").GetString().Should().Contain(says).And.EndWith(".");

        using HttpResponseMessage response = await host.Client.PostAsJsonAsync(
            "/api/admin/plugins/installations", new { sha256 = plan.GetProperty("sha256").GetString(), allowUnsigned = allowed, allowDowngrade = true });
        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"\"code\":\"{code}\"");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(WholeHost host, byte[] package)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(package), "file", "package.aiwp" } };
        using HttpResponseMessage response = await host.Client.PostAsync("/api/admin/plugins/packages", form);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    private static async Task<PublisherKey> TrustAsync(WholeHost host, bool revoked)
    {
        PublisherKey key = PublisherKey.Create();
        (await host.Client.PostAsJsonAsync("/api/admin/publisher-keys", new { publisher = "Example", publicKey = key.PublicKeyPem, revoked })).EnsureSuccessStatusCode();
        return key;
    }

    private static byte[] Signature(string keyId, PublisherKey signer, byte[] list) => Encoding.UTF8.GetBytes(
        $"{{\n  \"keyId\": \"{keyId}\",\n  \"publisher\": \"Example\",\n  \"algorithm\": \"ES256\",\n  \"signature\": {JsonSerializer.Serialize(Convert.ToBase64String(signer.Sign(list)))}\n}}\n");

    private static string[] Codes(JsonElement plan) => [.. plan.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()!)];

    private static async Task<long> PackagesAsync(WholeHost host)
    {
        await using Npgsql.NpgsqlCommand count = host.Service<IHostDatabase>().Owner.CreateCommand("select count(*) from aiwendy.plugin_packages");
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static string[] Disk(WholeHost host) =>
        [.. Directory.GetFileSystemEntries(Path.GetDirectoryName(host.Settings.DataFolder)!, "*", SearchOption.AllDirectories).Where(path => !path.Contains("/logs", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static void ShouldNotHaveRun() =>
        AssemblyLoadContext.All.Should().NotContain(context => context.Name != null && context.Name.Contains(Id, StringComparison.Ordinal));
}
