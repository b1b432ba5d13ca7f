using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins.Installation;

[Collection(PostgresCollection.Name)]
public sealed class KilledUpgradeTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_host_that_is_killed_in_the_middle_of_an_upgrade_leaves_one_whole_version_on_every_replica()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        await using HostDatabase database = await postgres.StartDatabaseAsync(settings);
        await using WholeHost other = await WholeHost.StartAsync(settings);
        await using HostProcess killed = new(settings);
        await killed.StartAsync();
        await other.InstallAsync(await folders.PackSampleAsync("1.0.0"));
        await other.ShouldComeToSayAsync("sample 1.0.0");
        int[] delays = [0, 60, 300];
        for (int round = 0; round < delays.Length; round++)
        {
            string version = $"1.1.{round}";
            JsonElement plan = await other.StageAsync(await folders.PackSampleAsync(version));
            Task<HttpResponseMessage> upgrade = killed.Client.PostAsJsonAsync(
                "/api/admin/plugins/installations", new { sha256 = plan.GetProperty("sha256").GetString(), allowUnsigned = "test.sample", allowDowngrade = false });
            await killed.HasLaidOutAsync(version);
            await Task.Delay(delays[round]);
            await killed.KillAsync();
            await Task.WhenAny(upgrade);

            string agreed = "sample " + await VersionAsync(database);
            await other.ShouldComeToSayAsync(agreed);
            await killed.StartAsync();
            (await killed.SampleAsync()).Should().Be(agreed);
        }
    }

    private static async Task<string> VersionAsync(HostDatabase database)
    {
        await using Npgsql.NpgsqlConnection connection = await database.Owner.OpenConnectionAsync();
        return (string)(await connection.ScalarAsync(
            "select p.version from aiwendy.plugin_installations i join aiwendy.plugin_packages p on p.sha256 = i.sha256", CancellationToken.None))!;
    }
}
