using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Features;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Platform;
using AIWendy.Host.Licences;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>The plugin runtime behind a real Kestrel on a real database, without the rest of the host.</summary>
internal sealed class PluginHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HostDatabase database;

    private PluginHost(WebApplication app, HostDatabase database)
    {
        this.app = app;
        this.database = database;
        Client = NewClient();
    }

    public HttpClient Client { get; }

    /// <summary>What came out of the last request that failed.</summary>
    public Exception? LastFault { get; private set; }

    public IPluginRuntime Runtime => app.Services.GetRequiredService<IPluginRuntime>();

    public ActivePlugins Active => app.Services.GetRequiredService<ActivePlugins>();

    public RetiredVersions Retired => app.Services.GetRequiredService<RetiredVersions>();

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<PluginHost> StartAsync(
        PostgresFixture postgres,
        PluginFolders folders,
        Func<PluginRuntimeOptions, PluginRuntimeOptions>? change = null,
        Action<IServiceCollection>? services = null)
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        HostDatabase database = await postgres.StartDatabaseAsync(settings);
        PluginRuntimeOptions options = new()
        {
            BuiltInDirectory = folders.BuiltIn,
            InstalledDirectory = folders.Installed,
            WebDirectory = folders.Web,
            ConfigureLimit = TimeSpan.FromSeconds(10),
        };

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IDeployment, Deployment>();
        builder.Services.AddSingleton<IHostDatabase>(database);
        builder.Services.AddSingleton<ITenantDatabase, TenantDatabase>();
        builder.Services.AddPluginRuntime(change?.Invoke(options) ?? options);
        builder.Services.AddLicences();
        builder.Services.AddFeatureGates();
        services?.Invoke(builder.Services);

        builder.Services.AddSingleton<PluginHealth>();
        builder.Services.AddSingleton<IPlatformReadiness, Ready>();

        PluginHost? host = null;
        WebApplication app = builder.Build();
        app.Use((context, next) => EnterAsOwnerAsync(context, next, exception => host!.LastFault = exception));
        app.UsePluginGate();
        app.MapPluginEndpoints();
        app.MapHealth();
        await app.StartAsync();
        host = new PluginHost(app, database);
        await host.Runtime.StartAsync(CancellationToken.None);
        return host;
    }

    public HttpClient NewClient() => new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

    public PluginStatus Status(string id) => Runtime.Plugins.Single(plugin => plugin.Manifest.Id == id);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Runtime.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task EnterAsOwnerAsync(HttpContext context, RequestDelegate next, Action<Exception> note)
    {
        Guid tenant = context.Request.Headers.TryGetValue("X-Tenant", out Microsoft.Extensions.Primitives.StringValues value)
            ? Guid.Parse(value.ToString())
            : WellKnown.DefaultTenantId;
        using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant, UserId = WellKnown.GuestUserId, Role = Role.Owner });
        try
        {
            await next(context);
        }
        catch (ProblemException problem)
        {
            context.Response.StatusCode = problem.Status;
            await context.Response.WriteAsync(problem.Code);
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (Exception exception)
        {
            note(exception);
            throw;
        }
    }

    private sealed class Ready : IPlatformReadiness
    {
        public bool IsReady => true;

        public string? Failure => null;
    }
}
