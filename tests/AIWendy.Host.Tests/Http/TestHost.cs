using System.Security.Claims;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Protection;
using AIWendy.Host.Features;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Licences;
using AIWendy.Host.Plugins;
using AIWendy.Host.Runs;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace AIWendy.Host.Tests.Http;

/// <summary>The host's pipeline on a real Kestrel, with plugins and database played.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHost(WebApplication app, TestReadiness readiness, RecordingLogs logs, TestRuntime plugins)
    {
        this.app = app;
        Readiness = readiness;
        Logs = logs;
        Plugins = plugins;
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Client { get; }

    public TestReadiness Readiness { get; }

    public RecordingLogs Logs { get; }

    public TestRuntime Plugins { get; }

    public static async Task<TestHost> StartAsync(
        bool authenticationRequired = false,
        string? webFolder = null,
        Action<WebApplication>? map = null,
        Action<IServiceCollection>? configure = null,
        IRequestAuthenticator? authenticator = null,
        IHostDatabase? database = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        RecordingLogs logs = new();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning);
        TestReadiness readiness = new();
        TestRuntime plugins = new();
        IDeployment deployment = Substitute.For<IDeployment>();
        deployment.AuthenticationRequired.Returns(authenticationRequired);
        deployment.Version.Returns("1.2.3");
        if (database is null)
        {
            // One that never comes up: what needs it waits, and the rest is what these tests are about.
            database = Substitute.For<IHostDatabase>();
            database.Ready.Returns(new TaskCompletionSource().Task);
        }

        IFeatures features = Substitute.For<IFeatures>();
        builder.Services.AddSingleton(new HostSettings
        {
            DataFolder = Path.GetTempPath(),
            AuthenticationRequired = authenticationRequired,
            WebFolder = webFolder ?? Path.Combine(Path.GetTempPath(), "aiwendy-no-web"),
        });
        builder.Services
            .AddLicences()
            .AddFeatureGates()
            .AddSingleton(deployment)
            .AddSingleton(database)
            .AddSingleton(features)
            .AddSingleton<IPlatformReadiness>(readiness)
            .AddSingleton<IPluginRuntime>(plugins)
            .AddSingleton<ActivePlugins>()
            .AddSingleton<ICredentialSigns, EverySign>()
            .AddSingleton<IPermissionCatalogue>(new TestPermissions())
            .AddSingleton<CallContext>()
            .AddSingleton<ICurrentUser>(services => services.GetRequiredService<CallContext>())
            .AddSingleton<ITenantContext>(services => services.GetRequiredService<CallContext>())
            .AddSingleton<IExtensions<IRequestAuthenticator>>(new TestAuthenticators(authenticator))
            .AddSingleton<IExtensions<IPlanEntitlements>>(new NoPlans())
            .AddHostHttp()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddSingleton<ISecrets, Secrets>()
            .AddRuns();
        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.UseHostPipeline();
        app.MapHostEndpoints();
        map?.Invoke(app);
        await app.StartAsync();
        return new TestHost(app, readiness, logs, plugins);
    }

    public IServiceProvider Services => app.Services;

    /// <summary>Stops as the product does: politely.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

internal sealed class TestReadiness : IPlatformReadiness
{
    public bool IsReady { get; set; } = true;

    public string? Failure { get; set; }
}

internal sealed class TestPermissions : IPermissionCatalogue
{
    public IReadOnlyCollection<string> Keys => ["demo.read", "platform.admin", "platform.use"];

    public Role? RequiredRole(string permission) => permission switch
    {
        "demo.read" => Role.Member,
        "platform.admin" => Role.Admin,
        "platform.use" => Role.Viewer,
        _ => null,
    };
}

/// <summary>Nobody knows a plan.</summary>
internal sealed class NoPlans : IExtensions<IPlanEntitlements>
{
    public IExtensionLease<IPlanEntitlements> Acquire() => new Lease();

    public void ReportFault(Extension<IPlanEntitlements> extension, Exception exception)
    {
    }

    private sealed class Lease : IExtensionLease<IPlanEntitlements>
    {
        public IReadOnlyList<Extension<IPlanEntitlements>> Items => [];

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

internal sealed class TestAuthenticators(IRequestAuthenticator? authenticator) : IExtensions<IRequestAuthenticator>
{
    public IExtensionLease<IRequestAuthenticator> Acquire() => new Lease(authenticator);

    public void ReportFault(Extension<IRequestAuthenticator> extension, Exception exception)
    {
    }

    private sealed class Lease(IRequestAuthenticator? authenticator) : IExtensionLease<IRequestAuthenticator>
    {
        public IReadOnlyList<Extension<IRequestAuthenticator>> Items { get; } =
            authenticator is null ? [] : [new Extension<IRequestAuthenticator>("test.accounts", authenticator)];

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>Lets the played authenticator be asked about every request.</summary>
internal sealed class EverySign : ICredentialSigns
{
    public bool AreOn(HttpRequest request) => true;
}

/// <summary>Takes "Authorization: Test role[,cookie]" for a person of that role.</summary>
internal sealed class TestAuthenticator : IRequestAuthenticator
{
    public static readonly Guid UserId = new("11111111-0000-7000-8000-000000000001");

    public ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (header == "Test fault")
        {
            throw new InvalidOperationException("The authenticator is broken.");
        }

        if (!header.StartsWith("Test ", StringComparison.Ordinal))
        {
            return ValueTask.FromResult<ClaimsIdentity?>(null);
        }

        string[] parts = header["Test ".Length..].Split(',');
        ClaimsIdentity identity = new("test");
        identity.AddClaim(new Claim(AIWendyClaims.UserId, UserId.ToString("D")));
        identity.AddClaim(new Claim(AIWendyClaims.Role, parts[0]));
        if (parts.Contains("cookie"))
        {
            identity.AddClaim(new Claim(AIWendyClaims.Transport, "cookie"));
        }

        return ValueTask.FromResult<ClaimsIdentity?>(identity);
    }
}

internal static class ProblemReading
{
    /// <summary>Reads the body as problem details and checks what every one of them has.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        string text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status, text);
        response.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json");
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("status").GetInt32().Should().Be(status);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("type").GetString().Should().Be("urn:aiwendy:problem:" + code);
        problem.GetProperty("requestId").GetString().Should().Be(response.Headers.GetValues("X-Request-ID").Single());
        return problem;
    }

    public static HttpRequestMessage With(this HttpRequestMessage request, string name, string value)
    {
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
