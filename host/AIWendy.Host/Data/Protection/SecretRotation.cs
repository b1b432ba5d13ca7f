using System.Text;
using System.Xml.Linq;
using Npgsql;

namespace AIWendy.Host.Data.Protection;

/// <summary>
/// Wraps everything anew that the installation's key wraps, in one transaction and while every process serves: what people
/// have stored is closed with the wrapped keys and stays as it is.
/// </summary>
internal static class SecretRotation
{
    /// <summary>Wraps anew under the current key.</summary>
    /// <param name="owner">Connection of the role that owns the tables.</param>
    /// <param name="secretKey">Holds the current key and the one before.</param>
    /// <param name="rolePassword">Password of the application role where it follows from the key; null where somebody else sets it.</param>
    /// <param name="cancellationToken">Cancels; then nothing is changed.</param>
    /// <returns>How many keys were wrapped anew.</returns>
    public static async Task<int> RewrapAsync(NpgsqlConnection owner, SecretKeyStore secretKey, string? rolePassword, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await owner.BeginTransactionAsync(cancellationToken);

        // A process that makes a key meanwhile waits, and makes it once this is done.
        await owner.ExecuteAsync("lock table aiwendy.data_protection_keys in share row exclusive mode", cancellationToken);
        int count = 0;
        foreach ((string name, string xml) in await ReadAsync(owner, cancellationToken))
        {
            await using NpgsqlCommand update = new("update aiwendy.data_protection_keys set xml = $2 where friendly_name = $1", owner, transaction);
            update.Parameters.AddWithValue(name);
            update.Parameters.AddWithValue(Rewrap(xml, secretKey));
            count += await update.ExecuteNonQueryAsync(cancellationToken);
        }

        if (rolePassword is not null)
        {
            await using NpgsqlCommand update = new("update aiwendy.installation set role_password = $1", owner, transaction);
            update.Parameters.AddWithValue(KeyWrap.Close(secretKey, KeyWrap.DatabaseRole, Encoding.UTF8.GetBytes(rolePassword)).Text);
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private static async Task<List<(string Name, string Xml)>> ReadAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        List<(string, string)> rows = [];
        await using NpgsqlCommand select = new("select friendly_name, xml from aiwendy.data_protection_keys", owner);
        await using NpgsqlDataReader reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private static string Rewrap(string xml, SecretKeyStore secretKey)
    {
        XElement key = XElement.Parse(xml);
        foreach (XElement wrapped in key.DescendantsAndSelf(KeyWrap.Element))
        {
            byte[] plain = KeyWrap.Open(secretKey, KeyWrap.DataProtection, wrapped.Value);
            (string text, string name) = KeyWrap.Close(secretKey, KeyWrap.DataProtection, plain);
            wrapped.SetAttributeValue(KeyWrap.NameAttribute, name);
            wrapped.Value = text;
        }

        return key.ToString(SaveOptions.DisableFormatting);
    }
}
