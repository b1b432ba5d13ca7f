using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin trust</c>: the publishers whose packages are trusted.</summary>
internal static class PluginTrustCommand
{
    private const string Keys = "/api/admin/publisher-keys";

    public static Command Create() => new("trust", "Say which publishers are trusted.") { Add(), List(), Remove() };

    private static Command Add()
    {
        Argument<FileInfo> file = new("file") { Description = "The publisher's public key (PEM)." };
        Option<string> publisher = new("--publisher") { Description = "Name of the publisher.", Required = true };
        Option<bool> revoked = new("--revoked") { Description = "Refuse packages that are signed with this key." };
        return new Command("add", "Trust a publisher's key, or revoke it.") { file, publisher, revoked }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonObject body = new()
            {
                ["keyId"] = null,
                ["publisher"] = parsed.GetValue(publisher),
                ["publicKey"] = await File.ReadAllTextAsync(parsed.GetValue(file)!.FullName, cancellationToken),
                ["revoked"] = parsed.GetValue(revoked),
            };
            JsonElement key = await client.PostAsync(Keys, body, cancellationToken);
            string verb = parsed.GetValue(revoked) ? "are refused" : "are trusted";
            return new Answer($"Packages of {Words.Of(key, "publisher")} with the key {Words.Of(key, "keyId")} {verb}.", key);
        });
    }

    private static Command List() => new Command("list", "List the publishers' keys.").Does(async (_, client, cancellationToken) =>
    {
        JsonElement keys = await client.GetAsync(Keys, cancellationToken);
        IReadOnlyList<JsonElement> items = Words.List(keys, "items");
        return new Answer(
            items.Count == 0
                ? "No publisher is trusted yet. Trust one with: ./aiwendy plugin trust add <public key> --publisher <name>"
                : Table.Of([["KEY", "PUBLISHER", "STATE"], .. items.Select(key => new[] { Words.Of(key, "keyId"), Words.Of(key, "publisher"), key.GetProperty("revoked").GetBoolean() ? "revoked" : "trusted" })]),
            keys);
    });

    private static Command Remove()
    {
        Argument<string> id = new("key") { Description = "Id of the key." };
        return new Command("remove", "Forget a publisher's key.") { id }.Does(async (parsed, client, cancellationToken) =>
        {
            string key = parsed.GetValue(id)!;
            JsonElement nothing = await client.DeleteAsync($"{Keys}/{Uri.EscapeDataString(key)}", cancellationToken);
            return new Answer($"The key {key} is forgotten.", nothing);
        });
    }
}
