using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Data;

/// <summary>The installation's key: the operator's, or one that is made once and kept in the data folder. Derives a key for each use.</summary>
internal sealed class SecretKeyStore(HostSettings settings, DataFolder folder)
{
    private readonly Lock gate = new();
    private byte[]? key;

    /// <summary>Where the key is kept when the operator gives none.</summary>
    public string File => Path.Combine(settings.DataFolder, "secret.key");

    /// <summary>Derives 32 bytes that say nothing about the key or about those of another use.</summary>
    /// <exception cref="DatabaseException">The file with the key is damaged or too weak.</exception>
    public byte[] Derive(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Key(), 32, info: Encoding.UTF8.GetBytes("aiwendy/" + use));

    private byte[] Key()
    {
        lock (gate)
        {
            return key ??= Encoding.UTF8.GetBytes(settings.SecretKey ?? FromFile());
        }
    }

    private string FromFile()
    {
        folder.Create();
        if (!System.IO.File.Exists(File))
        {
            PrivateFile.Write(File, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        }

        string text = System.IO.File.ReadAllText(File).Trim();
        return SecretStrength.Weakness(text) is { } weakness
            ? throw new DatabaseException($"The key in {File} is not usable: {weakness}; restore the file from a backup, or what it protects is lost.")
            : text;
    }
}
