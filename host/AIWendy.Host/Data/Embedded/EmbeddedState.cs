using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Host.Data.Embedded;

/// <summary>What must be remembered about the private server: port and passwords. Kept in a file that only this user may read.</summary>
internal sealed record EmbeddedState
{
    /// <summary>Port that the server last used.</summary>
    public int Port { get; init; }

    /// <summary>Password of the server's administrator.</summary>
    public required string AdministratorPassword { get; init; }

    /// <summary>Password of the role that owns the tables.</summary>
    public required string OwnerPassword { get; init; }

    /// <summary>Password of the role that the application works with.</summary>
    public required string ApplicationPassword { get; init; }

    /// <summary>Reads the file, or makes fresh passwords when there is none.</summary>
    public static EmbeddedState LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), EmbeddedStateJson.Default.EmbeddedState)
                ?? throw new DatabaseException($"{path} is empty; restore it from a backup, it holds the database's passwords.");
        }

        EmbeddedState fresh = new()
        {
            AdministratorPassword = Password(),
            OwnerPassword = Password(),
            ApplicationPassword = Password(),
        };
        fresh.Save(path);
        return fresh;
    }

    public void Save(string path) => PrivateFile.Write(path, JsonSerializer.Serialize(this, EmbeddedStateJson.Default.EmbeddedState));

    // Without it a record prints its passwords.
    public override string ToString() => nameof(EmbeddedState);

    private static string Password() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(EmbeddedState))]
internal sealed partial class EmbeddedStateJson : JsonSerializerContext;
