using System.Globalization;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Quartz;

namespace AIWendy.Host.Jobs;

/// <summary>What the store keeps of a job. Tenant and person are set for a job that was enqueued, not for a scheduled one.</summary>
internal sealed record JobData(string PluginId, string Name)
{
    public string? FireId { get; init; }

    public string? Argument { get; init; }

    public CallState? Call { get; init; }

    public bool IsScheduled => FireId is null;

    public JobDataMap ToMap()
    {
        JobDataMap map = [];
        map["plugin"] = PluginId;
        map["name"] = Name;
        Put(map, "fire", FireId);
        Put(map, "argument", Argument);
        if (Call is { } call)
        {
            map["tenant"] = call.TenantId.ToString();
            map["user"] = call.UserId.ToString();
            map["role"] = call.Role.ToString();
            map["guest"] = call.IsGuest ? "1" : "0";
            map["language"] = call.Language;
            map["dnt"] = call.DoNotTrack ? "1" : "0";
            Put(map, "display", call.DisplayName);
            Put(map, "scopes", call.Scopes is null ? null : string.Join(' ', call.Scopes));
        }

        return map;
    }

    public static JobData From(JobDataMap map) => new(Read(map, "plugin")!, Read(map, "name")!)
    {
        FireId = Read(map, "fire"),
        Argument = Read(map, "argument"),
        Call = Read(map, "tenant") is not { } tenant ? null : new CallState
        {
            TenantId = Guid.Parse(tenant, CultureInfo.InvariantCulture),
            UserId = Guid.Parse(Read(map, "user")!, CultureInfo.InvariantCulture),
            Role = Enum.Parse<Role>(Read(map, "role")!),
            IsGuest = Read(map, "guest") == "1",
            Language = Read(map, "language") ?? "en",
            DoNotTrack = Read(map, "dnt") == "1",
            DisplayName = Read(map, "display"),
            Scopes = Read(map, "scopes")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
        },
    };

    private static void Put(JobDataMap map, string key, string? value)
    {
        if (value is not null)
        {
            map[key] = value;
        }
    }

    private static string? Read(JobDataMap map, string key) => map.TryGetValue(key, out object? value) ? value as string : null;
}
