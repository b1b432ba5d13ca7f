using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Data;

/// <summary>
/// The installation's key: the operator's, or one that is made once and kept in the data folder. Derives a key for each use.
/// While it is changed there are several: the first one is the current, the others still open what they closed.
/// </summary>
internal sealed class SecretKeyStore(HostSettings settings, DataFolder folder)
{
    private readonly Lock gate = new();
    private byte[][]? keys;

    /// <summary>Where the key is kept when the operator gives none.</summary>
    public string File => Path.Combine(settings.DataFolder, "secret.key");

    /// <summary>Whether the operator holds the key himself.</summary>
    public bool IsGiven => settings.SecretKey is not null;

    /// <summary>Derives 32 bytes that say nothing about the key or about those of another use.</summary>
    /// <exception cref="DatabaseException">The file with the key is damaged or too weak.</exception>
    public byte[] Derive(string use) => Derive(Keys()[0], use);

    /// <summary>The same of every key, the current one first.</summary>
    public IReadOnlyList<byte[]> DeriveAll(string use) => [.. Keys().Select(key => Derive(key, use))];

    /// <summary>A short name of a derived key, which says nothing about it.</summary>
    public static string NameOf(byte[] derived) => Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, derived, 4, info: "aiwendy/name"u8.ToArray()));

    /// <summary>Reads the file again, because another process may have changed the key.</summary>
    public void Reload()
    {
        lock (gate)
        {
            keys = null;
        }
    }

    /// <summary>Puts a new key in front of the one of the file, which stays until <see cref="Forget"/>.</summary>
    /// <exception cref="InvalidOperationException">The operator holds the key himself.</exception>
    public void Begin()
    {
        if (IsGiven)
        {
            throw new InvalidOperationException("The key is not kept in the data folder.");
        }

        lock (gate)
        {
            // All of them: after a run that was cut short, the older ones still close something.
            Save([Fresh(), .. FromFile()]);
        }
    }

    /// <summary>Leaves only the current key in the file.</summary>
    public void Forget()
    {
        lock (gate)
        {
            Save(FromFile()[0]);
        }
    }

    /// <summary>A new key as text.</summary>
    public static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static byte[] Derive(byte[] key, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes("aiwendy/" + use));

    private byte[][] Keys()
    {
        lock (gate)
        {
            return keys ??= [.. (settings.SecretKey is { } given ? [given, .. settings.PreviousSecretKeys] : FromFile()).Select(Encoding.UTF8.GetBytes)];
        }
    }

    private void Save(params IEnumerable<string> lines)
    {
        PrivateFile.Write(File, string.Join('\n', lines) + "\n");
        keys = null;
    }

    private string[] FromFile()
    {
        folder.Create();
        if (!System.IO.File.Exists(File))
        {
            PrivateFile.Write(File, Fresh() + "\n");
        }

        string[] lines = System.IO.File.ReadAllText(File).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? weakness = lines.Length == 0 ? SecretStrength.Weakness(string.Empty) : lines.Select(SecretStrength.Weakness).FirstOrDefault(found => found is not null);
        return weakness is not null
            ? throw new DatabaseException($"The key in {File} is not usable: {weakness}; restore the file from a backup, or what it protects is lost.")
            : lines;
    }
}
