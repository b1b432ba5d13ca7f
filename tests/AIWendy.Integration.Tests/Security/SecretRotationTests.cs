using System.Security.Cryptography;
using AIWendy.Host.Calls;
using AIWendy.Host.Commands;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;
using AIWendy.Sdk;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class SecretRotationTests(PostgresFixture postgres)
{
    private const string Purpose = "test";

    [Fact]
    public async Task The_key_changes_under_load_without_a_lost_request_or_secret()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        using SamplePlugins plugins = new();
        await using WholeHost host = await WholeHost.StartAsync(database, ("AIWENDY_SECRET_KEY", ""), plugins.Setting);
        string file = Path.Combine(host.Settings.DataFolder, "secret.key");
        string before = await File.ReadAllTextAsync(file);
        string[] closed = [.. Enumerable.Range(0, 20).Select(number => Protect(host, $"secret {number}"))];
        using CancellationTokenSource end = new();
        Task<int> load = LoadAsync(host, closed, end.Token);

        using StringWriter output = new();
        for (int round = 0; round < 3; round++)
        {
            (await SecretsCommand.RotateAsync(host.Settings, output, CancellationToken.None)).Should().Be(0, output.ToString());

            // A replica reads its keys anew now and then; make it do so now.
            host.Service<IKeyManager>().GetAllKeys().Should().OnlyContain(key => key.Descriptor != null);
        }

        await end.CancelAsync();
        (await load).Should().BeGreaterThan(20);
        string after = await File.ReadAllTextAsync(file);
        after.Trim().Should().NotContain("\n").And.NotBe(before.Trim());
        (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).Should().Be(UnixFileMode.None);

        await using WholeHost second = await WholeHost.StartAsync(database, ("AIWENDY_SECRET_KEY", after.Trim()), plugins.Setting);
        closed.Select(text => Unprotect(second, text)).Should().Equal(Enumerable.Range(0, 20).Select(number => $"secret {number}"));
        Unprotect(host, Protect(second, "of the second")).Should().Be("of the second", "both work on one database");
    }

    [Fact]
    public async Task The_old_key_opens_nothing_any_more()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        string oldKey = database.SecretKey!;
        string newKey = SecretKeyStore.Fresh();
        string closed;
        await using (WholeHost first = await WholeHost.StartAsync(database))
        {
            closed = Protect(first, "secret");
        }

        HostSettings both = database with { SecretKey = newKey, PreviousSecretKeys = [oldKey] };
        using StringWriter output = new();
        await using (WholeHost old = await WholeHost.StartAsync(database))
        await using (WholeHost changing = await WholeHost.StartAsync(both, ("AIWENDY_SECRET_KEY_PREVIOUS", oldKey)))
        {
            Unprotect(changing, closed).Should().Be("secret");
            (await old.Client.GetAsync("/healthz/ready")).EnsureSuccessStatusCode();
            (await SecretsCommand.RotateAsync(both, output, CancellationToken.None)).Should().Be(0, output.ToString());
        }

        await using WholeHost now = await WholeHost.StartAsync(database with { SecretKey = newKey });
        Unprotect(now, closed).Should().Be("secret");
        await using NpgsqlCommand keys = now.Service<IHostDatabase>().Owner.CreateCommand("select string_agg(xml, '') from aiwendy.data_protection_keys");
        string stored = (string)(await keys.ExecuteScalarAsync())!;
        stored.Should().NotContain(oldKey).And.NotContain(newKey).And.NotContain("masterKey");

        await using WholeHost thief = await WholeHost.StartAsync(database);
        FluentActions.Invoking(() => Unprotect(thief, closed)).Should().Throw<CryptographicException>();
    }

    [Fact]
    public async Task Whoever_holds_the_key_himself_is_told_what_to_do()
    {
        using StringWriter output = new();
        (await SecretsCommand.RotateAsync(new HostSettings { DataFolder = "/nowhere", SecretKey = SecretKeyStore.Fresh() }, output, CancellationToken.None)).Should().Be(1);
        output.ToString().Should().Contain("AIWENDY_SECRET_KEY_PREVIOUS").And.Contain("one after the other");
    }

    private static async Task<int> LoadAsync(WholeHost host, string[] closed, CancellationToken end)
    {
        int requests = 0;
        while (!end.IsCancellationRequested)
        {
            using HttpResponseMessage read = await host.Client.GetAsync("/api/sample/notes", CancellationToken.None);
            read.EnsureSuccessStatusCode();
            Unprotect(host, closed[requests % closed.Length]).Should().StartWith("secret ");
            Unprotect(host, Protect(host, "fresh")).Should().Be("fresh");
            requests++;
        }

        return requests;
    }

    private static string Protect(WholeHost host, string text)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        return host.Service<ISecrets>().Protect(text, Purpose);
    }

    private static string Unprotect(WholeHost host, string text)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        return host.Service<ISecrets>().Unprotect(text, Purpose);
    }
}
