using System.Net;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Accounts;

/// <summary>
/// Under which address people reach the installation. It goes into mails and binds passkeys, so that it must not be
/// whatever a request claims: it is <c>AIWENDY_PUBLIC_URL</c>, or the host of the request as long as nobody can point
/// that one elsewhere: localhost, an address, or one of <c>AIWENDY_ALLOWED_HOSTS</c>.
/// </summary>
internal sealed class PublicAddress
{
    private readonly HashSet<string> allowedHosts;

    public PublicAddress(IConfiguration configuration)
    {
        string? configured = configuration["AIWENDY_PUBLIC_URL"]?.Trim();
        if (!string.IsNullOrEmpty(configured))
        {
            Configured = Parse(configured);
        }

        allowedHosts = new HashSet<string>(
            (configuration["AIWENDY_ALLOWED_HOSTS"] ?? string.Empty)
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the operator says, or null.</summary>
    public Uri? Configured { get; }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    /// <exception cref="ProblemException">Code <c>public_address_unknown</c>: the operator has to say it.</exception>
    public string Origin(HttpRequest request) =>
        TryOrigin(request) ?? throw new ProblemException(409, "public_address_unknown", Text.Of(
            "The installation does not know its own address. Its operator has to set AIWENDY_PUBLIC_URL.",
            "此系统不知道自己的访问地址。请运营者设置 AIWENDY_PUBLIC_URL。"));

    /// <summary>The same, or null where nobody knows it.</summary>
    public string? TryOrigin(HttpRequest request)
    {
        if (Configured is not null)
        {
            return Configured.GetLeftPart(UriPartial.Authority);
        }

        return IsOurs(request.Host.Host) ? $"{request.Scheme}://{request.Host}" : null;
    }

    private static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && uri.Scheme is "http" or "https"
            && uri.AbsolutePath == "/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0
            ? uri
            : throw new ArgumentException($"AIWENDY_PUBLIC_URL is \"{text}\"; it must be like https://wendy.example.org.");

    private bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || allowedHosts.Contains(host);
}
