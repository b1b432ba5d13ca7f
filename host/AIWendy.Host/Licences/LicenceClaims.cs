using System.Text.Json;

namespace AIWendy.Host.Licences;

/// <summary>
/// What a licence states. A claim that is missing is not stated, which is never the same as "no" or "zero"; a claim that
/// nobody knows is passed over, so that newer licences work here and older ones everywhere.
/// </summary>
internal sealed record LicenceClaims
{
    /// <summary>Days of grace where the licence states none.</summary>
    public const int DefaultGraceDays = 14;

    private const int MaximumGraceDays = 365;
    private const int MaximumItems = 500;

    /// <summary>Id that a revocation names.</summary>
    public string? Id { get; init; }

    /// <summary>Who holds it.</summary>
    public string? Licensee { get; init; }

    /// <summary>Edition of the plugins that it covers; not stated: all of them.</summary>
    public string? Edition { get; init; }

    /// <summary>What is licensed.</summary>
    public IReadOnlyList<string> Entitlements { get; init; } = [];

    /// <summary>How much of something is licensed.</summary>
    public IReadOnlyDictionary<string, long> Limits { get; init; } = new Dictionary<string, long>();

    /// <summary>Name of what was bought, for people.</summary>
    public string? Plan { get; init; }

    /// <summary>From when it is valid; not stated: always was.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When it expires; not stated: never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How many days everything works on after that.</summary>
    public int GraceDays { get; init; } = DefaultGraceDays;

    /// <summary>Installations that it was issued for; empty for any.</summary>
    public IReadOnlyList<string> Installations { get; init; } = [];

    /// <summary>Reads the claims of a token whose signature was verified.</summary>
    /// <exception cref="LicenceException">A claim does not have its form.</exception>
    public static LicenceClaims Read(ReadOnlyMemory<byte> payload) => CompactJws.ReadObject(payload, "content", root => new LicenceClaims
    {
        Id = Text(root, "jti"),
        Licensee = Text(root, "licensee"),
        Edition = Text(root, "edition"),
        Entitlements = Texts(root, "entitlements"),
        Limits = Numbers(root, "limits"),
        Plan = Text(root, "plan"),
        NotBefore = Time(root, "nbf"),
        Expires = Time(root, "exp"),
        GraceDays = Grace(root),
        Installations = Find(root, "aud") is { ValueKind: JsonValueKind.String } one ? [one.GetString()!] : Texts(root, "aud"),
    });

    /// <summary>The claims as the payload of a token; what is not stated is left out.</summary>
    public byte[] Write(DateTimeOffset issuedAt)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            WriteText(writer, "jti", Id);
            WriteText(writer, "licensee", Licensee);
            WriteText(writer, "edition", Edition);
            WriteTexts(writer, "entitlements", Entitlements);
            if (Limits.Count > 0)
            {
                writer.WriteStartObject("limits");
                foreach ((string name, long value) in Limits)
                {
                    writer.WriteNumber(name, value);
                }

                writer.WriteEndObject();
            }

            WriteText(writer, "plan", Plan);
            WriteTexts(writer, "aud", Installations);
            writer.WriteNumber("iat", issuedAt.ToUnixTimeSeconds());
            WriteTime(writer, "nbf", NotBefore);
            WriteTime(writer, "exp", Expires);
            writer.WriteNumber("grace_days", GraceDays);
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (string value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteNumber(name, time.ToUnixTimeSeconds());
        }
    }

    private static JsonElement? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement root, string name) => Find(root, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Malformed(name);

    private static string[] Texts(JsonElement root, string name)
    {
        if (Find(root, name) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MaximumItems
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw Malformed(name);
    }

    private static Dictionary<string, long> Numbers(JsonElement root, string name)
    {
        Dictionary<string, long> numbers = new(StringComparer.Ordinal);
        if (Find(root, name) is not { } value)
        {
            return numbers;
        }

        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() > MaximumItems)
        {
            throw Malformed(name);
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            // A limit that is null is not stated, like one that is missing.
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            numbers[member.Name] = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out long number) && number >= 0
                ? number
                : throw Malformed($"{name}.{member.Name}");
        }

        return numbers;
    }

    private static DateTimeOffset? Time(JsonElement root, string name)
    {
        if (Find(root, name) is not { } value)
        {
            return null;
        }

        // Up to the year 9000: adding the days of grace can not leave the calendar.
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long seconds) && seconds is >= 0 and < 221_845_392_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw Malformed(name);
    }

    private static int Grace(JsonElement root) => Find(root, "grace_days") is not { } value ? DefaultGraceDays
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int days) && days is >= 0 and <= MaximumGraceDays ? days
        : throw Malformed("grace_days");

    private static LicenceException Malformed(string claim) => new(Sdk.Localization.Text.Of($"The licence states a \"{claim}\" that can not be read.", $"无法读取许可证中的“{claim}”。"));
}
