using System.Security.Cryptography;
using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Encrypts keys for exactly one address, and shows them masked.</summary>
internal sealed class ApiKeys(ISecrets secrets)
{
    private const string Hidden = "••••";

    /// <summary>Encrypts a key so that it can only be read together with its address.</summary>
    public string Protect(string key, string kind, string? baseUrl) => secrets.Protect(key, Purpose(kind, baseUrl));

    /// <summary>The key of a connection, or null when there is none or it can no longer be read.</summary>
    public string? Read(Connection connection)
    {
        if (connection.ApiKey is null)
        {
            return null;
        }

        try
        {
            return secrets.Unprotect(connection.ApiKey, Purpose(connection.Kind, connection.BaseUrl));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Enough of a key to recognise it: its first three and last four characters.</summary>
    public static string? Mask(string? key) => key switch
    {
        null or "" => null,
        { Length: < 16 } => Hidden,
        _ => key[..3] + Hidden + key[^4..],
    };

    /// <summary>Whether a text is a mask rather than a key.</summary>
    public static bool IsMask(string text) => text.Contains(Hidden, StringComparison.Ordinal);

    private static string Purpose(string kind, string? baseUrl) => $"models.api-key|{kind}|{baseUrl ?? "default"}";
}
