using System.Globalization;
using System.Security.Cryptography;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AIWendy.Integration.Tests.Data;

/// <summary>Tests in this collection share one real server; each takes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}

/// <summary>One PostgreSQL server for all tests of the run, made and started by the product's own code.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string OwnerRole = "test_owner";

    private readonly string ownerPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly string folder = Path.Combine(Path.GetTempPath(), "aiwendy-tests-" + Path.GetRandomFileName());
    private EmbeddedPostgres? server;
    private DataFolder? dataFolder;
    private int databases;

    public async Task InitializeAsync()
    {
        HostSettings settings = new() { DataFolder = folder };
        dataFolder = new DataFolder(settings);
        server = new EmbeddedPostgres(settings, dataFolder, NullLogger<EmbeddedPostgres>.Instance);
        await server.StartAsync(CancellationToken.None);
        await using NpgsqlConnection administrator = await ConnectAsAdministratorAsync("postgres");
        await administrator.ExecuteAsync($"create role {OwnerRole} login createrole createdb password '{ownerPassword}'", CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        dataFolder?.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes an empty database and gives the settings of a host that uses it as an external server.</summary>
    internal async Task<HostSettings> CreateDatabaseAsync()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using NpgsqlConnection administrator = await ConnectAsAdministratorAsync("postgres");
        await administrator.ExecuteAsync($"create database {name} owner {OwnerRole}", CancellationToken.None);
        return new HostSettings
        {
            DataFolder = Path.Combine(folder, "hosts", name),
            LogFolder = Path.Combine(folder, "hosts", name, "logs"),
            SecretKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            DatabaseUrl = server!.Address(name, OwnerRole, ownerPassword).ConnectionString,
        };
    }

    /// <summary>Makes a database, migrates the host's schema and hands out its connections. Dispose the result.</summary>
    internal async Task<HostDatabase> StartDatabaseAsync(HostSettings? settings = null)
    {
        settings ??= await CreateDatabaseAsync();
        DataFolder hostFolder = new(settings);
        HostDatabase database = new(
            settings,
            new EmbeddedPostgres(settings, hostFolder, NullLogger<EmbeddedPostgres>.Instance),
            new SecretKeyStore(settings, hostFolder),
            NullLogger<HostDatabase>.Instance);
        await database.StartAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A connection that may everything, to plant what the product would never make.</summary>
    internal async Task<NpgsqlConnection> ConnectAsAdministratorAsync(string database)
    {
        NpgsqlConnectionStringBuilder address = server!.Address(database, EmbeddedPostgres.Administrator, server.State.AdministratorPassword);
        address.Pooling = false;
        NpgsqlConnection connection = new(address.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
