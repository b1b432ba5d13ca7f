using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Https;

namespace AIWendy.Host.Commands;

/// <summary>Where the host of this configuration answers.</summary>
internal static class RunningHost
{
    /// <summary>The address to open in a browser on this machine.</summary>
    public static Uri Address(HostSettings settings)
    {
        string host = settings.Bind is "0.0.0.0" or "::" or "127.0.0.1" or "::1" ? "localhost"
            : settings.Bind.Contains(':', StringComparison.Ordinal) ? $"[{settings.Bind}]"
            : settings.Bind;
        return new Uri(FormattableString.Invariant($"{settings.Scheme}://{host}:{settings.Port}"));
    }

    public static HttpClient Client(HostSettings settings) => new(Handler(settings)) { BaseAddress = Address(settings), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Takes the certificate of the settings whatever name it is for: on this machine the host is localhost.</summary>
    public static HttpMessageHandler Handler(HostSettings settings)
    {
        SocketsHttpHandler handler = new();
        if (settings.CertificateFile is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            {
                using X509Certificate2 own = ServerCertificate.Load(settings);
                return shown is not null && own.RawDataMemory.Span.SequenceEqual(shown.GetRawCertData());
            };
        }

        return handler;
    }
}
