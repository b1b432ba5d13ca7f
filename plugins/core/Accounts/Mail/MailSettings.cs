using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Accounts.Mail;

/// <summary>The operator's mail server, from <c>AIWENDY_SMTP_*</c>.</summary>
/// <param name="Host">Name of the server; null where there is none.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">Name to sign in with, or null.</param>
/// <param name="Password">Password to sign in with, or null.</param>
/// <param name="From">Address that messages come from.</param>
/// <param name="Encrypt">Whether the connection is turned to TLS before anything is said.</param>
internal sealed record MailSettings(string? Host, int Port, string? User, string? Password, string From, bool Encrypt)
{
    public bool IsConfigured => Host is not null;

    public static MailSettings Read(IConfiguration configuration)
    {
        string? host = Text(configuration, "AIWENDY_SMTP_HOST");
        string from = Text(configuration, "AIWENDY_SMTP_FROM") ?? "aiwendy@" + (host ?? "localhost");
        string tls = Text(configuration, "AIWENDY_SMTP_TLS") ?? "starttls";
        return new MailSettings(
            host,
            int.Parse(Text(configuration, "AIWENDY_SMTP_PORT") ?? "587", NumberStyles.None, CultureInfo.InvariantCulture),
            Text(configuration, "AIWENDY_SMTP_USER"),
            Text(configuration, "AIWENDY_SMTP_PASSWORD"),
            from,
            tls.Equals("starttls", StringComparison.OrdinalIgnoreCase));
    }

    // A record prints every member; the password must not end up in a log by that way.
    public override string ToString() => $"{nameof(MailSettings)} {{ {Host}:{Port.ToString(CultureInfo.InvariantCulture)} }}";

    private static string? Text(IConfiguration configuration, string key) =>
        configuration[key]?.Trim() is { Length: > 0 } value ? value : null;
}
