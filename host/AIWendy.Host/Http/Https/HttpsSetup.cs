using AIWendy.Host.Configuration;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AIWendy.Host.Http.Https;

/// <summary>Encryption between browser and host: the host's own, or that of a proxy which it trusts.</summary>
internal static class HttpsSetup
{
    /// <summary>Makes the server speak HTTPS where the operator gave it a certificate.</summary>
    public static void UseCertificate(this WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.CertificateFile is null)
        {
            return;
        }

        builder.Services.AddSingleton<ServerCertificate>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<ServerCertificate>(static (options, certificate) =>
            options.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificate.Current()));
    }

    /// <summary>
    /// Believes the proxies of the settings, and nobody else, who a request comes from and whether it was encrypted. The
    /// name of the host is the proxy's to pass on as it is.
    /// </summary>
    public static void UseTrustedProxies(this WebApplication app, HostSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }

        ForwardedHeadersOptions options = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // Every hop has to be one of the listed ones, however many there are.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (System.Net.IPNetwork network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
