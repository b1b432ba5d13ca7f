using AIWendy.Integration.Tests.Data;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>One server and one host for tests that bring their own people.</summary>
public sealed class SharedAccountsHost : IAsyncLifetime
{
    internal PostgresFixture Postgres { get; } = new();

    internal AccountsHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        Host = await AccountsHost.StartAsync(Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class AccountsCollection : ICollectionFixture<SharedAccountsHost>
{
    public const string Name = "Accounts";
}
