using System.Net;
using AIWendy.Host.Configuration;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins.Installation;

[Collection(PostgresCollection.Name)]
public sealed class ReplicaTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task What_is_done_on_one_replica_happens_on_the_others_within_five_seconds()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        await using WholeHost first = await WholeHost.StartAsync(database);
        await using WholeHost second = await WholeHost.StartAsync(database);

        await first.InstallAsync(await folders.PackSampleAsync("1.0.0"));
        await second.ShouldComeToSayAsync("sample 1.0.0");

        await second.InstallAsync(await folders.PackSampleAsync("1.1.0"));
        await first.ShouldComeToSayAsync("sample 1.1.0");

        await first.PostAsync("/api/admin/plugins/test.sample/disable");
        await second.ShouldComeToSayAsync("404");
        await second.PostAsync("/api/admin/plugins/test.sample/enable");
        await first.ShouldComeToSayAsync("sample 1.1.0");

        await using WholeHost late = await WholeHost.StartAsync(database);
        (await late.SampleAsync()).Should().Be("sample 1.1.0", "a replica that starts later has what the others run");

        (await second.Client.DeleteAsync("/api/admin/plugins/test.sample?purge=true")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await first.SampleAsync()).Should().Be("404", "a purge waits for the other replicas");
    }

    [Fact]
    public async Task The_token_of_the_data_folder_administers_where_people_must_sign_in()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("AIWENDY_AUTH_REQUIRED", "1"));
        (await host.Client.GetAsync("/api/admin/plugins")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using HttpClient administrator = host.NewAdministrator();
        (await administrator.GetAsync("/api/admin/plugins")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await administrator.GetAsync("/api/me")).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "it counts for administration only");

        using HttpRequestMessage forwarded = new(HttpMethod.Get, "/api/admin/plugins");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");
        (await administrator.SendAsync(forwarded)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "a proxy lies in between");

        using HttpRequestMessage guessed = new(HttpMethod.Get, "/api/admin/plugins");
        guessed.Headers.Add("Authorization", "Bearer awa_" + new string('A', 43));
        (await host.Client.SendAsync(guessed)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }
}
