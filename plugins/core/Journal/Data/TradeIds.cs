using System.Security.Cryptography;
using System.Text;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// Ids of trades. They follow from the fill that opens the trade, so that links and bookmarks hold when an import is
/// undone and comes back: no two trades of an account are opened by one fill, and its key is the same in every upload.
/// </summary>
internal static class TradeIds
{
    private const int IdBytes = 16;

    /// <summary>The id of the trade that a fill opens: a version 8 UUID (RFC 9562) of a hash.</summary>
    /// <param name="tenantId">Tenant.</param>
    /// <param name="accountId">Account.</param>
    /// <param name="openingKey">Key of the opening fill.</param>
    public static Guid Of(Guid tenantId, Guid accountId, string openingKey)
    {
        byte[] hash = SHA256.HashData([.. tenantId.ToByteArray(), .. accountId.ToByteArray(), .. Encoding.UTF8.GetBytes(openingKey)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, IdBytes), bigEndian: true);
    }
}
