using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.OpenApi;
using AIWendy.Host.Http.Outbound;
using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Http.Platform;
using AIWendy.Host.Http.Problems;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Http.Shell;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Http;

/// <summary>Services of the HTTP side of the host.</summary>
internal static class HttpServices
{
    /// <summary>Adds what <see cref="HostPipeline.UseHostPipeline"/> and <see cref="HostEndpoints.MapHostEndpoints"/> need.</summary>
    public static IServiceCollection AddHostHttp(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(Limit);
        services.Configure<SocketTransportOptions>(Receive);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(Configure);
        services.AddResponseCompression(Compress);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProblemWriter>();
        services.AddSingleton<AdminToken>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<AdminToken>());
        services.AddSingleton<RequestAuthentication>();
        services.AddSingleton<GuestAccess>();
        services.TryAddSingleton<ICredentialSigns, ActiveCredentialSigns>();
        services.TryAddSingleton<LiveSettings>();
        services.TryAddSingleton<StreamSlots>();
        services.AddSingleton<RateLimitStore>();
        services.AddSingleton<RateLimiter>();
        services.AddHostedService<RateLimitClearing>();
        services.AddSingleton<WebFolder>();
        services.AddSingleton<ShellFiles>();
        services.AddSingleton<ShellFallback>();
        services.AddSingleton<ServerEvents>();
        services.AddHostedService(provider => provider.GetRequiredService<ServerEvents>());
        services.AddSingleton<PlatformDescription>();
        services.AddSingleton<PluginHealth>();
        services.AddSingleton<OpenApiDescription>();
        services.AddAuthentication(AIWendyAuthenticationHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, AIWendyAuthenticationHandler>(AIWendyAuthenticationHandler.Scheme, null);
        return services;
    }

    /// <summary>Makes <see cref="IOutboundHttp"/> injectable.</summary>
    public static IServiceCollection AddOutboundHttp(this IServiceCollection services) => services.AddSingleton<IOutboundHttp, OutboundHttp>();

    /// <summary>The one way in which the host reads and writes JSON.</summary>
    public static void Configure(JsonOptions options)
    {
        JsonSerializerOptions json = options.SerializerOptions;
        json.MaxDepth = 32;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    private static void Limit(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.ConfigureEndpointDefaults(CallerFeature.Use);
        options.Limits.MaxRequestBodySize = BodyLimit.Default;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
    }

    // Asking for data first, and for a buffer after that, is one more call into the system for every request. A buffer of
    // a page for each waiting connection is cheaper.
    private static void Receive(SocketTransportOptions options) => options.WaitForDataBeforeAllocatingBuffer = false;

    private static void Compress(ResponseCompressionOptions options)
    {
        // Event streams are absent on purpose: compression would hold events back.
        options.MimeTypes = ["application/json", "application/problem+json", "application/openapi+json", "text/csv"];
        options.EnableForHttps = false;
    }
}
