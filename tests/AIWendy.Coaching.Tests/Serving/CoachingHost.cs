using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Integration.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Coaching.Tests.Serving;

/// <summary>The whole host with the coaching plugin and a scripted model; it can be stopped and started again.</summary>
internal sealed class CoachingHost : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "aiwendy-coaching-" + Path.GetRandomFileName());
    private readonly HostSettings database;
    private WebApplication? app;
    private Uri? address;

    private CoachingHost(HostSettings database) => this.database = database;

    public Uri Address => address!;

    public static async Task<CoachingHost> StartAsync(PostgresFixture postgres)
    {
        CoachingHost host = new(await postgres.CreateDatabaseAsync());
        Directory.CreateDirectory(host.folder);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = Path.Combine(AppContext.BaseDirectory, "built-in"),
            ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
            ["DATABASE_URL"] = database.DatabaseUrl!,
        };
        HostConfiguration configuration = HostConfiguration.Load(variables, folder);
        app = ServeHost.Build(configuration);
        await app.StartAsync();
        IPlatformReadiness readiness = app.Services.GetRequiredService<IPlatformReadiness>();
        await Until(() => readiness.IsReady || readiness.Failure is not null, TimeSpan.FromSeconds(60));
        readiness.Failure.Should().BeNull();
        address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{configuration.Settings.Port}"));
    }

    public async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>A new person.</summary>
    public ChatClient Person(string language = "en", Guid? tenant = null) => new(Address, Guid.NewGuid(), language, tenant);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits for something that another thread does.</summary>
    public static async Task Until(Func<bool> done, TimeSpan limit)
    {
        DateTime deadline = DateTime.UtcNow + limit;
        while (!done())
        {
            DateTime.UtcNow.Should().BeBefore(deadline, "it must happen in time");
            await Task.Delay(20);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One server and one host for tests that bring their own people.</summary>
public sealed class SharedCoachingHost : IAsyncLifetime
{
    internal PostgresFixture Postgres { get; } = new();

    internal CoachingHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        Host = await CoachingHost.StartAsync(Postgres);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class CoachingCollection : ICollectionFixture<SharedCoachingHost>
{
    public const string Name = "Coaching host";
}
