using System.CommandLine;
using System.Net;
using System.Text.Json;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin list</c>: what the running host says of its plugins, or what lies in the folders.</summary>
internal static class PluginCommand
{
    public static Command Create()
    {
        Command list = new("list", "List the plugins and their state; needs the running host for the state.");
        list.SetAction((_, cancellationToken) => ListAsync(cancellationToken));
        return new Command("plugin", "Look at the plugins.") { list };
    }

    private static async Task<int> ListAsync(CancellationToken cancellationToken)
    {
        HostSettings settings = HostConfiguration.Load().Settings;
        using HttpClient client = RunningHost.Client(settings);
        try
        {
            using HttpResponseMessage response = await client.GetAsync("/api/admin/plugins", cancellationToken);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                Console.Error.WriteLine("The host asks people to sign in, so the state of the plugins is on its administration page; these are the folders.");
                return Folders(settings);
            }

            response.EnsureSuccessStatusCode();
            using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            Console.WriteLine(Table.Of(
            [
                ["PLUGIN", "VERSION", "STATE", "REASON"],
                .. document.RootElement.GetProperty("items").EnumerateArray()
                    .Select(item => new[] { Text(item, "id"), Text(item, "version"), Text(item, "state"), Text(item, "reason") }),
            ]));
            return 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"No host answers on {client.BaseAddress}; these are the folders.");
            return Folders(settings);
        }
    }

    private static int Folders(HostSettings settings)
    {
        Console.WriteLine(Table.Of([["PLUGIN", "VERSION", "FOLDER"], .. PluginFolders.Find(settings).Select(plugin => new[] { plugin.Id, plugin.Version, plugin.Folder })]));
        return 0;
    }

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
}
