using System.Security.Cryptography;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NSubstitute;

namespace AIWendy.Integration.Tests.Data;

[Collection(PostgresCollection.Name)]
public sealed class SecretsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_secret_survives_a_restart_and_opens_for_its_purpose_and_tenant_only()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        Guid tenant = Guid.CreateVersion7();
        string sealedText;
        await using (ServiceProvider first = await StartAsync(settings))
        {
            using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant });
            sealedText = first.GetRequiredService<ISecrets>().Protect("sk-very-secret", "models.key");
            sealedText.Should().NotContain("very");
            await using NpgsqlCommand keys = first.GetRequiredService<IHostDatabase>().Owner.CreateCommand("select string_agg(xml, '') from aiwendy.data_protection_keys");
            string xml = (string)(await keys.ExecuteScalarAsync())!;
            xml.Should().Contain("wrapped").And.NotContain("masterKey");
        }

        await using ServiceProvider second = await StartAsync(settings);
        ISecrets secrets = second.GetRequiredService<ISecrets>();
        using (CallContext.Enter(new CallState { TenantId = tenant }))
        {
            secrets.Unprotect(sealedText, "models.key").Should().Be("sk-very-secret");
            FluentActions.Invoking(() => secrets.Unprotect(sealedText, "webhooks")).Should().Throw<CryptographicException>();
            FluentActions.Invoking(() => secrets.Unprotect("not ours", "models.key")).Should().Throw<CryptographicException>();
        }

        using (CallContext.Enter(new CallState { TenantId = Guid.CreateVersion7() }))
        {
            FluentActions.Invoking(() => secrets.Unprotect(sealedText, "models.key")).Should().Throw<CryptographicException>();
        }
    }

    [Fact]
    public async Task Another_installations_key_opens_nothing()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        string sealedText;
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await using (ServiceProvider first = await StartAsync(settings))
        {
            sealedText = first.GetRequiredService<ISecrets>().Protect("text", "purpose");
        }

        await using ServiceProvider other = await StartAsync(settings with { SecretKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
        FluentActions.Invoking(() => other.GetRequiredService<ISecrets>().Unprotect(sealedText, "purpose")).Should().Throw<CryptographicException>();
    }

    private static async Task<ServiceProvider> StartAsync(HostSettings settings)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(settings);
        services.AddHostDatabase();
        services.AddSingleton<ITenantContext>(new CallContext(Substitute.For<IPermissionCatalogue>()));
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IHostDatabase>().StartAsync(CancellationToken.None);
        return provider;
    }
}
