using System.Net;
using System.Security.Cryptography.X509Certificates;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Http.Https;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Host.Commands;

/// <summary>What an installation could do better: it works like this, and somebody could get at it.</summary>
internal static class WeakPoints
{
    private static readonly TimeSpan RenewalDue = TimeSpan.FromDays(14);

    /// <summary>One sentence for each weak point that the settings and the files show.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="workingFolder">Where a <c>.env</c> file may lie.</param>
    /// <param name="now">The present, in UTC.</param>
    public static IReadOnlyList<(string Check, string Detail)> Find(HostConfiguration configuration, string workingFolder, DateTimeOffset now)
    {
        HostSettings settings = configuration.Settings;
        List<(string, string)> found = [.. Reach(configuration)];
        found.AddRange(Files(settings, workingFolder));
        found.AddRange(Cloud(settings));
        if (settings.CertificateFile is not null && Certificate(settings, now) is { } certificate)
        {
            found.Add(("certificate", certificate));
        }

        if (settings.PreviousSecretKeys.Count > 0)
        {
            found.Add(("secret key", $"{HostSettingCatalogue.PreviousSecretKey.Key} is still set; remove it once `aiwendy secrets rotate` has run, or the old key still opens what is stored."));
        }

        if (settings.DatabaseUrl is { } url && IsOpenDatabase(url))
        {
            found.Add(("database", $"The connection of {HostSettingCatalogue.DatabaseUrl.Key} leaves this machine without TLS; add sslmode=verify-full."));
        }

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            found.Add(("process", "This runs as root; a user of its own can do less harm."));
        }

        return found;
    }

    private static IEnumerable<(string, string)> Reach(HostConfiguration configuration)
    {
        HostSettings settings = configuration.Settings;
        bool local = settings.Bind == "localhost" || (IPAddress.TryParse(settings.Bind, out IPAddress? address) && IPAddress.IsLoopback(address));
        if (local)
        {
            yield break;
        }

        if (!settings.AuthenticationRequired)
        {
            yield return ("sign-in", $"Everybody who reaches {settings.Bind}:{settings.Port} is the owner; set {HostSettingCatalogue.AuthenticationRequired.Key}=1 or {HostSettingCatalogue.Bind.Key}=127.0.0.1.");
        }
        else if (settings.CertificateFile is null && settings.TrustedProxies.Count == 0)
        {
            yield return ("encryption", $"Passwords and cookies travel readable: set {HostSettingCatalogue.Certificate.Key}, or put a proxy with HTTPS in front and list it in {HostSettingCatalogue.TrustedProxies.Key}.");
        }

        if (settings.AuthenticationRequired && configuration.Values["AIWENDY_REGISTRATION"] == "open")
        {
            yield return ("registration", "Anybody who reaches the page may make an account, because AIWENDY_REGISTRATION is open.");
        }

        if (settings.TrustedProxies.Any(network => network.PrefixLength == 0))
        {
            yield return ("proxies", $"{HostSettingCatalogue.TrustedProxies.Key} believes everybody, so that anybody may claim any address.");
        }

        if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development")
        {
            yield return ("environment", "DOTNET_ENVIRONMENT is Development: licences of development keys count.");
        }
    }

    private static IEnumerable<(string, string)> Cloud(HostSettings settings)
    {
        if (settings.Mode != DeploymentMode.Cloud)
        {
            yield break;
        }

        if (settings.AllowPrivateEndpoints)
        {
            yield return ("outgoing calls", $"Customers may make the host call its own network, because {HostSettingCatalogue.AllowPrivateEndpoints.Key} is 1.");
        }

        if (!settings.RateLimits.Enabled)
        {
            yield return ("limits", $"Nothing is limited, because {HostSettingCatalogue.RateLimitEnabled.Key} is 0.");
        }

        if (!settings.AuthenticationRequired)
        {
            yield return ("sign-in", $"Nobody has to sign in, because {HostSettingCatalogue.AuthenticationRequired.Key} is 0.");
        }
    }

    private static IEnumerable<(string, string)> Files(HostSettings settings, string workingFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            yield break;
        }

        string[] secret = [Path.Combine(workingFolder, ".env"), Path.Combine(settings.DataFolder, "secret.key"), settings.CertificateKeyFile ?? settings.CertificateFile ?? string.Empty];
        foreach (string file in secret.Where(File.Exists))
        {
            UnixFileMode open = File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite);
            if (open != UnixFileMode.None)
            {
                yield return ("files", $"{file} is open to other users of this machine; `chmod o-rw,g-w {file}` closes it.");
            }
        }

        if (Directory.Exists(settings.DataFolder) && (File.GetUnixFileMode(settings.DataFolder) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None)
        {
            yield return ("files", $"{settings.DataFolder} is open to other users of this machine; `chmod o-rw {settings.DataFolder}` closes it.");
        }
    }

    private static string? Certificate(HostSettings settings, DateTimeOffset now)
    {
        using X509Certificate2 certificate = ServerCertificate.Load(settings);
        DateTime end = certificate.NotAfter.ToUniversalTime();
        return end < now ? FormattableString.Invariant($"The certificate ended on {end:yyyy-MM-dd}.")
            : end < now + RenewalDue ? FormattableString.Invariant($"The certificate ends on {end:yyyy-MM-dd}; renew it.")
            : null;
    }

    private static bool IsOpenDatabase(string url)
    {
        NpgsqlConnectionStringBuilder address = DatabaseAddress.Parse(url);
        string host = address.Host ?? "localhost";
        bool here = host.StartsWith('/') || host == "localhost" || (IPAddress.TryParse(host, out IPAddress? ip) && IPAddress.IsLoopback(ip));
        return !here && address.SslMode < SslMode.Require;
    }
}
