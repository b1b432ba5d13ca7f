using System.Net;

namespace AIWendy.Host.Http.Outbound;

/// <summary>The proxy of <c>HTTPS_PROXY</c> and <c>HTTP_PROXY</c>, for everything outside this machine and <c>NO_PROXY</c>.</summary>
internal sealed class OutboundProxy : IWebProxy
{
    private readonly Uri? http;
    private readonly Uri? https;
    private readonly string[] direct;

    private OutboundProxy(Uri? http, Uri? https, string[] direct)
    {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    public ICredentials? Credentials { get; set; }

    /// <summary>The proxy that the environment names, or null.</summary>
    public static OutboundProxy? FromEnvironment(Func<string, string?> read)
    {
        Uri? http = Address(read("HTTP_PROXY") ?? read("http_proxy"));
        Uri? https = Address(read("HTTPS_PROXY") ?? read("https_proxy"));
        string[] direct = (read("NO_PROXY") ?? read("no_proxy") ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return http is null && https is null ? null : new OutboundProxy(http, https, direct);
    }

    public Uri? GetProxy(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? https : http;

    public bool IsBypassed(Uri host) => host.IsLoopback || GetProxy(host) is null || direct.Any(entry => Covers(entry, host.DnsSafeHost));

    /// <summary>Whether a connection goes to the proxy itself.</summary>
    public bool IsProxy(DnsEndPoint target) => Leads(http, target) || Leads(https, target);

    private static bool Leads(Uri? proxy, DnsEndPoint target) =>
        proxy is not null && proxy.Port == target.Port && proxy.DnsSafeHost.Equals(target.Host, StringComparison.OrdinalIgnoreCase);

    private static bool Covers(string entry, string host)
    {
        string name = entry.TrimStart('*').TrimStart('.');
        return entry == "*" || host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string address = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri : null;
    }
}
