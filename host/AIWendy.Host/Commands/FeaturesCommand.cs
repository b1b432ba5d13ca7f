using System.CommandLine;
using System.Text.Json;

namespace AIWendy.Host.Commands;

/// <summary><c>features</c>: every feature of the running host, with its state and the reason.</summary>
internal static class FeaturesCommand
{
    public static Command Create()
    {
        Option<Guid?> tenant = new("--tenant") { Description = "Id of the tenant to ask for. Absent: the operator's own." };
        return new Command("features", "List every feature of the running host: whether it is on, and why.") { tenant }.Does(async (parsed, client, cancellationToken) =>
        {
            string query = parsed.GetValue(tenant) is { } id ? $"?tenant={id}" : string.Empty;
            JsonElement list = await client.GetAsync("/api/admin/features" + query, cancellationToken);
            return new Answer(
                Table.Of(
                [
                    ["FEATURE", "STATE", "REASON", "NEEDS", "SWITCH", "PLUGIN"],
                    .. Words.List(list, "items").Select(item => new[]
                    {
                        Words.Of(item, "key"),
                        item.GetProperty("isOn").GetBoolean() ? "on" : item.GetProperty("isReadOnly").GetBoolean() ? "read-only" : "off",
                        Words.Of(item, "reason"),
                        Words.Has(item, "entitlement") ? Words.Of(item, "entitlement") : "-",
                        Words.Of(item, "variable"),
                        Words.Of(item, "plugin"),
                    }),
                ]),
                list);
        });
    }
}
