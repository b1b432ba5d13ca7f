using System.Diagnostics.CodeAnalysis;
using System.Net;
using AIWendy.Sdk;

namespace AIWendy.Host.Configuration;

/// <summary>The settings of this process, read once and checked; inject it wherever the host needs one.</summary>
internal sealed record HostSettings
{
    /// <summary>TCP port of the page and the API.</summary>
    public int Port { get; init; } = 3000;

    /// <summary>Address to listen on.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>Absolute path of the certificate with which the host speaks HTTPS itself, or null.</summary>
    public string? CertificateFile { get; init; }

    /// <summary><c>https</c> where the host has a certificate, otherwise <c>http</c>.</summary>
    public string Scheme => CertificateFile is null ? "http" : "https";

    /// <summary>Absolute path of the certificate's key, or null where it stands in the same file.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>Password of the certificate's key, or null.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Proxies that are believed who a request comes from.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Absolute path of the data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Who runs the product for whom.</summary>
    public DeploymentMode Mode { get; init; } = DeploymentMode.SelfHosted;

    /// <summary>Whether people must sign in.</summary>
    public bool AuthenticationRequired { get; init; }

    /// <summary>Whether model addresses may be private.</summary>
    public bool AllowPrivateEndpoints { get; init; } = true;

    /// <summary>Connection of the owner as the operator wrote it; null for the embedded server.</summary>
    public string? DatabaseUrl { get; init; }

    /// <summary>Connection of the application role as the operator wrote it; null where AIWendy makes the role.</summary>
    public string? DatabaseApplicationUrl { get; init; }

    /// <summary>Configured folder of the PostgreSQL programs, or null.</summary>
    public string? PostgresBinFolder { get; init; }

    /// <summary>The operator's key, or null where one is made in the data folder.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Keys of the operator that <see cref="SecretKey"/> replaces, while that is under way.</summary>
    public IReadOnlyList<string> PreviousSecretKeys { get; init; } = [];

    /// <summary>Absolute path of the built-in plugins.</summary>
    public string PluginsFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Absolute path of the installed plugins.</summary>
    public string InstalledPluginsFolder => Path.Combine(DataFolder, "plugins");

    /// <summary>Absolute path of the built web page.</summary>
    public string WebFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Whether only built-in plugins start.</summary>
    public bool SafeMode { get; init; }

    /// <summary>Plugins that stay off.</summary>
    public IReadOnlySet<string> DisabledPlugins { get; init; } = new HashSet<string>();

    /// <summary>Whether built-in plugins load into collectible contexts.</summary>
    public bool CollectiblePlugins { get; init; }

    /// <summary>Address or folder of the feed of plugins, or null.</summary>
    public string? Feed { get; init; }

    /// <summary>A licence as a token, or the path of a file that holds some; null for none.</summary>
    public string? Licence { get; init; }

    /// <summary>A trust list as a token, or the path of a file that holds some; null for none.</summary>
    public string? LicenceTrust { get; init; }

    /// <summary>Absolute path of the folder of keys for development.</summary>
    [AllowNull]
    public string LicenceKeysFolder { get => field ?? Path.Combine(DataFolder, "licence-keys"); init; }

    /// <summary>Least level that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Absolute path of the log folder.</summary>
    public string LogFolder { get; init; } = Path.GetFullPath("logs");

    /// <summary>Address of the OpenTelemetry collector, or null for none.</summary>
    public string? MetricsEndpoint { get; init; }

    /// <summary>Headers for the collector, or null.</summary>
    public string? MetricsHeaders { get; init; }

    /// <summary>For how many days the audit log is kept; 0 for ever.</summary>
    public int AuditDays { get; init; }

    /// <summary>How often people may do what is limited.</summary>
    public RateLimitFigures RateLimits { get; init; } = new();

    // A record prints every member; the secrets must not end up in a log by that way.
    public override string ToString() => $"{nameof(HostSettings)} {{ {Bind}:{Port}, {DataFolder}, {Mode} }}";
}
