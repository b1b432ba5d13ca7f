using System.Globalization;
using System.Security.Claims;
using System.Text.RegularExpressions;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Extensions;
using AIWendy.Host.Tests;
using AIWendy.Host.Tests.Http;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>The whole product with its own plugins, where a test may be anybody.</summary>
internal sealed partial class ProductHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private ProductHost(WebApplication app, string folder, HostSettings settings)
    {
        this.app = app;
        this.folder = folder;
        Settings = settings;
    }

    public HostSettings Settings { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Settings.Port}"));

    public string LogFolder => Path.Combine(folder, "logs");

    public static async Task<ProductHost> StartAsync(PostgresFixture postgres, bool signIn, params (string Key, string Value)[] environment)
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        string folder = Directory.CreateTempSubdirectory("aiwendy-product-").FullName;
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = BuiltPlugins.LinkInto(Path.Combine(folder, "built-in")),
            ["AIWENDY_LOG_LEVEL"] = "warning",
            ["AIWENDY_AUTH_REQUIRED"] = signIn ? "1" : "0",
            ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
            ["DATABASE_URL"] = database.DatabaseUrl!,
        };
        foreach ((string key, string value) in environment)
        {
            variables[key] = value;
        }

        HostConfiguration configuration = HostConfiguration.Load(variables, folder);
        ProductHost host = new(ServeHost.Build(configuration, AddCallers), folder, configuration.Settings);
        await host.app.StartAsync();
        IPlatformReadiness readiness = host.Services.GetRequiredService<IPlatformReadiness>();
        await Eventually.Async(() => readiness.IsReady || readiness.Failure is not null, seconds: 60);
        readiness.Failure.Should().BeNull();
        host.Services.GetRequiredService<IPluginRuntime>().Plugins.Where(plugin => plugin.State != PluginState.Active)
            .Select(plugin => $"{plugin.Manifest.Id}: {plugin.Reason}").Should().BeEmpty("what does not run can not be looked at");
        return host;
    }

    /// <summary>A client that nobody is known by.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, MaxConnectionsPerServer = 32 }) { BaseAddress = Address };

    /// <summary>A client of a person with a role in a tenant.</summary>
    public HttpClient NewClient(Role role, Guid user, Guid tenant)
    {
        HttpClient client = NewClient();
        client.DefaultRequestHeaders.Add(Callers.Header, $"{role} {user:D} {tenant:D}");
        return client;
    }

    /// <summary>The operations of a description that answer here: all but those of plugins that were not built.</summary>
    public IReadOnlyList<ApiOperation> Served(ApiDocument document)
    {
        HashSet<string> routes = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => $"{method} /{Constraint().Replace(route.RoutePattern.RawText ?? string.Empty, string.Empty).Trim('/')}"))
            .ToHashSet(StringComparer.Ordinal);
        return [.. document.Operations.Where(operation => routes.Contains(operation.Name))];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void AddCallers(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ICredentialSigns, EverySign>();
        builder.Services.AddSingleton<IExtensions<IRequestAuthenticator>>(services =>
            new Callers(ActivatorUtilities.CreateInstance<HostExtensions<IRequestAuthenticator>>(services)));
    }

    [GeneratedRegex("(?<=\\{)\\*+|:[^}]+")]
    private static partial Regex Constraint();

    /// <summary>Knows people by a header, before the product's own authenticators are asked.</summary>
    private sealed class Callers(IExtensions<IRequestAuthenticator> product) : IExtensions<IRequestAuthenticator>, IRequestAuthenticator
    {
        public const string Header = "X-Test-Caller";

        public IExtensionLease<IRequestAuthenticator> Acquire() => new Lease(product.Acquire(), this);

        public void ReportFault(Extension<IRequestAuthenticator> extension, Exception exception) => product.ReportFault(extension, exception);

        public ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
        {
            string[] parts = context.Request.Headers[Header].ToString().Split(' ');
            return ValueTask.FromResult(parts.Length != 3 ? null : new ClaimsIdentity(
                [new Claim(AIWendyClaims.Role, parts[0]), new Claim(AIWendyClaims.UserId, parts[1]), new Claim(AIWendyClaims.TenantId, parts[2])], "test"));
        }
    }

    private sealed class Lease(IExtensionLease<IRequestAuthenticator> product, IRequestAuthenticator first) : IExtensionLease<IRequestAuthenticator>
    {
        public IReadOnlyList<Extension<IRequestAuthenticator>> Items { get; } = [new Extension<IRequestAuthenticator>("test.callers", first), .. product.Items];

        public ValueTask DisposeAsync() => product.DisposeAsync();
    }
}
