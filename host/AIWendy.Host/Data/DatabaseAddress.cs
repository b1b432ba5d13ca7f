using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>Reads the address of a database in either of the two usual forms.</summary>
internal static class DatabaseAddress
{
    /// <summary>One half sentence on what is wrong with an address, or null. Holds nothing of the password.</summary>
    public static string? Problem(string text)
    {
        try
        {
            NpgsqlConnectionStringBuilder address = Parse(text);
            return string.IsNullOrEmpty(address.Host) ? "it names no host"
                : string.IsNullOrEmpty(address.Username) ? "it names no user"
                : string.IsNullOrEmpty(address.Database) ? "it names no database"
                : null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Reads <c>postgres://user:password@host:port/name?sslmode=require</c> or <c>Host=...;Username=...</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        bool isUrl = text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
        try
        {
            return isUrl ? ParseUrl(text) : new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException or InvalidCastException)
        {
            // The messages of the parsers quote the text, and with it the password.
            throw new FormatException("it is neither postgres://user:password@host:5432/name nor a list of key=value pairs that Npgsql knows");
        }
    }

    private static NpgsqlConnectionStringBuilder ParseUrl(string text)
    {
        Uri url = new(text, UriKind.Absolute);
        NpgsqlConnectionStringBuilder address = new()
        {
            Host = url.Host.Trim('[', ']'),
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (url.Port > 0)
        {
            address.Port = url.Port;
        }

        string[] user = url.UserInfo.Split(':', 2);
        address.Username = Uri.UnescapeDataString(user[0]);
        address.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        foreach (string pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            Apply(address, Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
        }

        return address;
    }

    private static void Apply(NpgsqlConnectionStringBuilder address, string name, string value)
    {
        switch (name.ToLowerInvariant())
        {
            case "host":
                address.Host = value;
                break;
            case "sslmode":
                address["SSL Mode"] = value.Replace("-", string.Empty, StringComparison.Ordinal);
                break;
            case "sslrootcert":
                address.RootCertificate = value;
                break;
            case "connect_timeout":
                address["Timeout"] = value;
                break;
            case "channel_binding":
                address["Channel Binding"] = value;
                break;
            default:
                address[name.Replace('_', ' ')] = value;
                break;
        }
    }
}
