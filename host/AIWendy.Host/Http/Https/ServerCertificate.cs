using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Http.Https;

/// <summary>
/// The certificate of a host that speaks HTTPS itself. Read again when its file changes, so that renewing it needs no
/// restart; a new file that can not be used leaves the old certificate serving.
/// </summary>
internal sealed partial class ServerCertificate(HostSettings settings, TimeProvider time, ILogger<ServerCertificate> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private X509Certificate2? current;
    private DateTime written;
    private long looked;

    /// <summary>The certificate for a new connection.</summary>
    public X509Certificate2 Current()
    {
        lock (gate)
        {
            if (current is null || time.GetElapsedTime(looked) > Interval)
            {
                looked = time.GetTimestamp();
                Refresh();
            }

            return current!;
        }
    }

    /// <summary>Reads the certificate of the settings: PFX, or PEM with the key in the same or in a second file.</summary>
    /// <exception cref="CryptographicException">The files do not hold a certificate with its key.</exception>
    /// <exception cref="IOException">A file can not be read.</exception>
    public static X509Certificate2 Load(HostSettings settings)
    {
        string file = settings.CertificateFile ?? throw new InvalidOperationException("No certificate is set.");
        if (!File.ReadAllText(file).Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, settings.CertificatePassword);
        }

        string keyFile = settings.CertificateKeyFile ?? file;
        using X509Certificate2 pem = settings.CertificatePassword is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile)
            : X509Certificate2.CreateFromPemFile(file, keyFile);

        // TLS takes a key of its own only from such a container on some systems.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private void Refresh()
    {
        DateTime now = File.GetLastWriteTimeUtc(settings.CertificateFile!);
        if (current is not null && now == written)
        {
            return;
        }

        try
        {
            // The old one is left to the collector: connections may still be made with it.
            current = Load(settings);
            written = now;
            LogLoaded(logger, current.Subject, current.NotAfter.ToUniversalTime());
        }
        catch (Exception exception) when (current is not null && exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            LogKept(logger, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving HTTPS with the certificate {Subject}, valid until {Until:u}")]
    private static partial void LogLoaded(ILogger logger, string subject, DateTime until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The new certificate can not be used, the old one serves on: {Reason}")]
    private static partial void LogKept(ILogger logger, string reason);
}
