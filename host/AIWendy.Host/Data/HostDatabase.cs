using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data.Embedded;
using AIWendy.Host.Data.Protection;
using Npgsql;

namespace AIWendy.Host.Data;

/// <inheritdoc cref="IHostDatabase" />
internal sealed partial class HostDatabase(
    HostSettings settings,
    EmbeddedPostgres embedded,
    SecretKeyStore secretKey,
    ILogger<HostDatabase> logger) : IHostDatabase, IAsyncDisposable
{
    private const string EmbeddedDatabase = "aiwendy";
    private const int OldestVersion = 150000;

    private static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private NpgsqlDataSource? application;
    private NpgsqlDataSource? owner;
    private string? applicationConnectionString;
    private string applicationRole = DatabaseRoles.Application;

    public NpgsqlDataSource Application => application ?? throw NotStarted();

    public NpgsqlDataSource Owner => owner ?? throw NotStarted();

    public string ApplicationConnectionString => applicationConnectionString ?? throw NotStarted();

    /// <summary>Name of the application role.</summary>
    public string ApplicationRole => applicationRole;

    /// <summary>The application role's password where it is this installation's own to set; null on the private server and where the operator gives it.</summary>
    public string? DerivedRolePassword { get; private set; }

    public Task Ready => ready.Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (settings.DatabaseUrl is { } url)
            {
                await ReachAsync(DatabaseAddress.Parse(url), cancellationToken);
            }
            else
            {
                await StartEmbeddedAsync(cancellationToken);
            }

            await using NpgsqlConnection connection = await Owner.OpenConnectionAsync(cancellationToken);
            await DatabaseRoles.CheckApplicationAsync(connection, applicationRole, cancellationToken);
            foreach (string migration in await HostMigrations.RunAsync(connection, applicationRole, cancellationToken))
            {
                LogMigrated(migration);
            }

            ready.TrySetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            DatabaseException failure = exception as DatabaseException ?? new DatabaseException($"The database can not be used: {exception.Message}", exception);
            ready.TrySetException(failure);

            // Whoever awaits Ready sees the failure; without awaiting it must not end up as unobserved.
            _ = ready.Task.Exception;
            throw failure;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ready.TrySetCanceled(CancellationToken.None);
        await DisposeSourcesAsync();
        await embedded.StopAsync();
    }

    public async Task PrepareSchemaAsync(string schema, CancellationToken cancellationToken)
    {
        string name = Sql.Name(schema);
        string role = Sql.Name(applicationRole);
        await using NpgsqlConnection connection = await Owner.OpenConnectionAsync(cancellationToken);

        // Most starts find everything as it was left; statements that change privileges would lock catalogue rows for nothing.
        object? prepared = await connection.ScalarAsync("""
            select 1 from pg_namespace n join pg_default_acl a on a.defaclnamespace = n.oid
            where n.nspname = $1 and has_schema_privilege($2, n.oid, 'usage') and a.defaclobjtype = 'r'
            """, cancellationToken, schema, applicationRole);
        if (prepared is null)
        {
            await connection.ExecuteAsync($"""
                create schema if not exists {name};
                revoke all on schema {name} from public;
                grant usage on schema {name} to {role};
                alter default privileges in schema {name} grant select, insert, update, delete on tables to {role};
                alter default privileges in schema {name} grant usage on sequences to {role};
                """, cancellationToken);
        }
    }

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        if (!ready.Task.IsCompletedSuccessfully)
        {
            return ready.Task.Exception?.InnerException?.Message ?? "The database is starting.";
        }

        try
        {
            await using NpgsqlCommand command = Application.CreateCommand("select 1");
            command.CommandTimeout = 5;
            await command.ExecuteScalarAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or SocketException or ObjectDisposedException)
        {
            return $"The database does not answer: {exception.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeSourcesAsync();
        await embedded.DisposeAsync();
    }

    private async Task StartEmbeddedAsync(CancellationToken cancellationToken)
    {
        await embedded.StartAsync(cancellationToken);
        NpgsqlConnectionStringBuilder ownerAddress = embedded.Address(EmbeddedDatabase, DatabaseRoles.Owner, embedded.State.OwnerPassword);
        NpgsqlConnectionStringBuilder applicationAddress = embedded.Address(EmbeddedDatabase, DatabaseRoles.Application, embedded.State.ApplicationPassword);
        if (embedded.IsNew || !await AcceptsAsync(ownerAddress, cancellationToken) || !await AcceptsAsync(applicationAddress, cancellationToken))
        {
            NpgsqlConnectionStringBuilder administrator = embedded.Address("postgres", EmbeddedPostgres.Administrator, embedded.State.AdministratorPassword);
            administrator.Pooling = false;
            await using NpgsqlConnection connection = new(administrator.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await DatabaseRoles.ProvisionAsync(connection, EmbeddedDatabase, embedded.State.OwnerPassword, embedded.State.ApplicationPassword, cancellationToken);
        }

        Open(ownerAddress, applicationAddress);
    }

    private async Task ReachAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await ConnectAsync(address, cancellationToken);
        if (connection.PostgreSqlVersion.Major < OldestVersion / 10000)
        {
            throw new DatabaseException($"The server of {HostSettingCatalogue.DatabaseUrl.Key} is PostgreSQL {connection.PostgreSqlVersion}; version {OldestVersion / 10000} or newer is needed.");
        }

        NpgsqlConnectionStringBuilder applicationAddress;
        if (settings.DatabaseApplicationUrl is { } url)
        {
            applicationAddress = DatabaseAddress.Parse(url);
            applicationRole = applicationAddress.Username!;
            await CheckSameDatabaseAsync(connection, applicationAddress, cancellationToken);
        }
        else
        {
            applicationRole = DatabaseRoles.ApplicationFor(connection.Database);
            applicationAddress = await ProvisionedAsync(connection, address, cancellationToken);
            DerivedRolePassword = applicationAddress.Password;
        }

        if (await connection.ScalarAsync("select has_database_privilege(current_database(), 'create')", cancellationToken) is false)
        {
            throw new DatabaseException(
                $"The role {address.Username} of {HostSettingCatalogue.DatabaseUrl.Key} may not create schemas; let an administrator run `alter database {Sql.Name(connection.Database)} owner to {Sql.Name(address.Username!)}`.");
        }

        Open(address, applicationAddress);
    }

    /// <summary>The application role with the password that it has, or gets now.</summary>
    private async Task<NpgsqlConnectionStringBuilder> ProvisionedAsync(NpgsqlConnection connection, NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        // Processes with the old key and with the new one must not take the role from each other while the key is changed.
        string? kept = await KeptRolePasswordAsync(connection, cancellationToken);
        string[] passwords = kept is not null
            ? [kept]
            : [.. secretKey.DeriveAll($"database-role/{applicationRole}").Select(Convert.ToHexStringLower)];
        foreach (string password in passwords)
        {
            NpgsqlConnectionStringBuilder tried = new(address.ConnectionString) { Username = applicationRole, Password = password };
            if (await AcceptsAsync(tried, cancellationToken))
            {
                return tried;
            }
        }

        await DatabaseRoles.ProvisionApplicationAsync(connection, applicationRole, passwords[0], cancellationToken);
        return new NpgsqlConnectionStringBuilder(address.ConnectionString) { Username = applicationRole, Password = passwords[0] };
    }

    private async Task<string?> KeptRolePasswordAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Exists = "select 1 from pg_attribute where attrelid = to_regclass('aiwendy.installation') and attname = 'role_password'";
        if (await connection.ScalarAsync(Exists, cancellationToken) is null
            || await connection.ScalarAsync("select role_password from aiwendy.installation", cancellationToken) is not string wrapped)
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(KeyWrap.Open(secretKey, KeyWrap.DatabaseRole, wrapped));
        }
        catch (CryptographicException)
        {
            // The key is another one altogether; the role gets a password that follows from it.
            return null;
        }
    }

    // The tables would be made in the one and looked for in the other.
    private static async Task CheckSameDatabaseAsync(NpgsqlConnection owner, NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        const string Identity = "select current_database() || ' ' || pg_postmaster_start_time()";
        try
        {
            await using NpgsqlConnection application = new(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
            await application.OpenAsync(cancellationToken);
            await owner.ExecuteAsync("set timezone to 'UTC'", cancellationToken);
            await application.ExecuteAsync("set timezone to 'UTC'", cancellationToken);
            if (!Equals(await owner.ScalarAsync(Identity, cancellationToken), await application.ScalarAsync(Identity, cancellationToken)))
            {
                throw new DatabaseException($"{HostSettingCatalogue.DatabaseApplicationUrl.Key} leads to another database than {HostSettingCatalogue.DatabaseUrl.Key}; both must name the same one.");
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            string said = exception is PostgresException { MessageText: var text } ? text : exception.Message;
            throw new DatabaseException($"The server of {HostSettingCatalogue.DatabaseApplicationUrl.Key} at {address.Host}:{address.Port} can not be used: {said}", exception);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        DateTimeOffset deadline = TimeProvider.System.GetUtcNow() + ServerPatience;
        while (true)
        {
            NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false, Timeout = 10 }.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
            {
                await connection.DisposeAsync();
                bool mayPass = exception is not PostgresException refusal || refusal.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections;
                if (!mayPass || TimeProvider.System.GetUtcNow() > deadline)
                {
                    string said = exception is PostgresException { MessageText: var text } ? text : exception.Message;
                    throw new DatabaseException($"The server of {HostSettingCatalogue.DatabaseUrl.Key} at {address.Host}:{address.Port} can not be used: {said}", exception);
                }

                LogWaiting(address.Host, address.Port, exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            }
        }
    }

    private void Open(NpgsqlConnectionStringBuilder ownerAddress, NpgsqlConnectionStringBuilder applicationAddress)
    {
        owner = Source(PooledAddress.Of(ownerAddress, pool: 5, "owner", TimeSpan.FromMinutes(10)));
        application = Source(PooledAddress.Preparing(applicationAddress, pool: 30, "application", TimeSpan.FromSeconds(30)));
        applicationConnectionString = PooledAddress.Of(applicationAddress, pool: 10, "jobs", TimeSpan.FromSeconds(30)).ConnectionString;
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder address) => new NpgsqlDataSourceBuilder(address.ConnectionString).Build();

    private static async Task<bool> AcceptsAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        try
        {
            await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private async Task DisposeSourcesAsync()
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        if (owner is not null)
        {
            await owner.DisposeAsync();
        }

        if (applicationConnectionString is not null)
        {
            // The scheduler opens its connections by this address, into a pool of the process that outlives it.
            await using NpgsqlConnection ofTheScheduler = new(applicationConnectionString);
            NpgsqlConnection.ClearPool(ofTheScheduler);
        }
    }

    private static InvalidOperationException NotStarted() => new("The database is not started yet; await IHostDatabase.Ready first.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied migration {Name}")]
    private partial void LogMigrated(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the database server {Host}:{Port}: {Reason}")]
    private partial void LogWaiting(string? host, int port, string reason);
}
